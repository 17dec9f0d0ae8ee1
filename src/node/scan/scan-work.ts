import { createPromptReader } from '../../core/compression/prompt-reader';
import { errorText } from '../../core/error-text';
import { createLinkMemory, type LinkMemory } from '../../core/link/memory';
import * as pipeline from '../../core/pipeline';
import type { FileSavings } from '../../core/present/spend';
import { createCatalogue } from '../../core/prices/catalogue';
import type { Analysis } from '../../core/quote/analysis';
import type { QuoteEnvironment } from '../../core/quote/environment';
import type { PromptTarget } from '../../core/quote/prompt-target';
import type { QuoteSettings } from '../../core/quote/settings';
import { formatSelector } from '../../core/source/formats/index';
import type { Uri } from '../../core/source/span';
import { rememberCounts } from '../../core/tokens/remember-counts';
import { loadCounters } from '../encodings';
import { createEnvironments, type FolderFile } from '../environments';
import { addressOf } from '../file-address';
import { savingsOf } from '../fix-savings';
import { createGrammars } from '../grammars';
import { KeptPrices } from '../kept-prices';
import { sdkGate } from '../sdk-gate';
import { changedFiles } from './changed-files';
import { Directories } from './directories';
import { DiskStore } from './disk-store';
import { type FileGate, gateFile } from './gate-file';
import { lineIndex } from './line-index';
import { PathTable } from './path-table';
import { placesOf } from './place-lines';

export interface ScanOptions {
  readonly settings: QuoteSettings;
  /** The moment for which prices hold. */
  readonly now: Date;
  /** Of the user, unchecked. */
  readonly userPrices?: unknown;
  readonly folderFiles?: readonly FolderFile[];
  /** Where refreshed prices are kept, if they are. */
  readonly refreshedPricesFile?: string;
  /** Whether to find out what fixes save together, which takes another look at each file that has any. */
  readonly savings?: boolean;
}

/** What became of one file. Plain data: it comes from other threads and goes into the cache. */
export interface FileResult {
  /** Undefined: nothing could be read, see `why`. Its `dependsOn` is left to `restsOn`. */
  readonly analysis?: Analysis;
  readonly why?: string;
  readonly savings?: FileSavings;
  /** 1-based first and last lines of the places that `analysis` names, see `linesByPlace`. */
  readonly lines: readonly number[];
  /** Failures of ours that the scan survived. */
  readonly failures: readonly string[];
}

/** Results of some files with the paths they rest on, each said once: a file may rest on thousands that many others rest on, too. */
export interface FileResults {
  readonly results: readonly FileResult[];
  /** For each result, indexes into `paths`. */
  readonly restsOn: readonly Uint32Array[];
  readonly paths: readonly string[];
}

/** The work of a scan on some of its files, in this thread. */
export class ScanWork {
  readonly #formatOf;
  readonly #directories = new Directories();
  readonly #store: DiskStore;
  readonly #environmentOf: (uri: Uri) => QuoteEnvironment;
  #memory: LinkMemory = createLinkMemory();
  readonly #withSavings: boolean;
  #failures: string[] = [];

  constructor({ settings, now, userPrices, folderFiles = [], refreshedPricesFile, savings = false }: ScanOptions) {
    this.#withSavings = savings;
    this.#formatOf = formatSelector(settings.promptFiles);
    this.#store = new DiskStore(this.#directories, {
      summarize: pipeline.summarize,
      grammars: createGrammars(),
      gate: sdkGate,
      promptFiles: settings.promptFiles,
      failed: (uri, error) => this.#failures.push(`${uri}: ${errorText(error)}`),
    });
    // What is wrong with it is told by the worker that keeps it.
    const refreshedPrices = refreshedPricesFile === undefined ? undefined : new KeptPrices(refreshedPricesFile, () => {}).prices;
    const counters = rememberCounts(loadCounters());
    const textOf = (uri: Uri) => this.#store.textOf(uri);
    this.#environmentOf = createEnvironments({
      settings,
      folderFiles,
      prices: { userPrices, refreshedPrices },
      counters,
      reader: createPromptReader(),
      createCatalogue,
      now: () => now,
      textOf,
    }).of;
  }

  gate(paths: readonly string[]): FileGate[] {
    return paths.map(path => gateFile(path, this.#formatOf, this.#directories));
  }

  /** `promptTargets`: what prompts among these files are sent to that name no model. */
  async analyse(paths: readonly string[], promptTargets: readonly PromptTarget[] = []): Promise<FileResults> {
    const results: FileResult[] = [];
    const restsOn: Uint32Array[] = [];
    const others = new PathTable();
    for (const path of paths) {
      const { analysis, ...result } = await this.#analyseFile(addressOf(path), promptTargets);
      this.#stayBounded();
      results.push(analysis === undefined ? result : { ...result, analysis: { ...analysis, dependsOn: [] } });
      restsOn.push(others.indexesOf(analysis?.dependsOn ?? []));
    }
    return { results, restsOn, paths: others.paths };
  }

  /** All at once and not file by file: what is read again is another file to all that was worked out. */
  #stayBounded(): void {
    if (!this.#store.isFull) return;
    this.#store.forget();
    this.#memory = createLinkMemory();
  }

  async #analyseFile(uri: Uri, promptTargets: readonly PromptTarget[]): Promise<FileResult> {
    this.#failures = [];
    try {
      let linked = pipeline.link(uri, this.#store, this.#memory);
      while (linked.pending.length > 0 && (await this.#store.loadGrammars())) linked = pipeline.link(uri, this.#store, this.#memory);
      const problem = this.#store.problemOf(uri);
      if (problem !== undefined) return { why: problem.message, lines: [], failures: this.#failures };
      const environment = withTargets(this.#environmentOf(uri), promptTargets);
      const analysed = pipeline.quote(linked, 0, environment, this.#store);
      const { analysis } = analysed;
      const savings = this.#withSavings
        ? await savingsOf(analysed, changedFiles(this.#store, analysed, environment, this.#memory), environment)
        : undefined;
      return { analysis, ...(savings === undefined ? {} : { savings }), lines: this.#linesOf(analysis), failures: this.#failures };
    } catch (error) {
      const failures = [...this.#failures, `${uri}: ${errorText(error)}`];
      return { why: 'Promptfare failed on this file; please report it.', lines: [], failures };
    }
  }

  #linesOf(analysis: Analysis): number[] {
    const indexes = new Map<string, ReturnType<typeof lineIndex>>();
    return placesOf(analysis).flatMap(at => {
      const { text, start, end } = this.#store.inFile(at);
      const lineOf = indexes.get(at.uri) ?? lineIndex(text);
      indexes.set(at.uri, lineOf);
      return [lineOf(start), lineOf(Math.max(start, end - 1))];
    });
  }
}

function withTargets(environment: QuoteEnvironment, promptTargets: readonly PromptTarget[]): QuoteEnvironment {
  return promptTargets.length === 0 ? environment : { ...environment, settings: { ...environment.settings, promptTargets } };
}
