import { createPromptReader } from '../core/compression/prompt-reader';
import { comparedOf } from '../core/present/since-commit';
import type { CatalogueInputs } from '../core/prices/catalogue';
import type { Catalogue } from '../core/prices/model';
import type { Analysed } from '../core/quote/analysed';
import { optionProblems } from '../core/rules/options';
import { RULES } from '../core/rules/registry';
import type { Edit, Refusal } from '../core/source/edit';
import type { Uri } from '../core/source/span';
import type { Counters } from '../core/tokens/counter';
import { settingsWithVerifications } from '../core/verify/settings-with-verifications';
import { readWorkspaceFile } from '../core/workspace-file/read-workspace-file';
import type { CompressionAnswer } from '../protocol/compression';
import { bringsText, type FromWorker, type ToWorker } from '../protocol/worker';
import { Analyzer } from './analyzer';
import { CommittedTexts } from './committed-texts';
import { answerCompression } from './compression-answers';
import { countForModels } from './count-for-models';
import { describeError } from './describe-error';
import { DocumentStore } from './document-store';
import { createEnvironments, type Environments } from './environments';
import { answerFixAll, answerSaving, CHANGED_MEANWHILE, type FixAllPorts } from './fix-all-answers';
import type { Gate } from './gate';
import type { Grammars } from './grammars';
import type { KeptPrices } from './kept-prices';
import { analysesOfCells, editsOfCells } from './notebook-answers';
import { OpenNotebooks } from './open-notebooks';
import type { Pipeline } from './pipeline';
import { REFRESH_URL } from './refreshed-prices';
import { TextIntake } from './text-intake';
import { answerTrial } from './trial-answers';

export interface WorkerParts {
  readonly pipeline: Pipeline;
  readonly grammars: Grammars;
  readonly counters: Counters;
  readonly gate: Gate;
  createCatalogue(inputs: CatalogueInputs): Catalogue;
  now(): Date;
  post(message: FromWorker): void;
  /** How many messages that bring text the host has posted so far; undefined: it doesn't tell. */
  textsPosted?(): number;
  /** Undefined: the host gave no place to keep refreshed prices. */
  readonly keptPrices?: KeptPrices;
}

type Message<T extends ToWorker['type']> = Extract<ToWorker, { type: T }>;

/** One worker's conversation with the host: texts in, analyses out. No message makes it throw. */
export class WorkerSession {
  readonly #parts: WorkerParts;
  readonly #store: DocumentStore;
  readonly #notebooks: OpenNotebooks;
  readonly #analyzer: Analyzer;
  readonly #texts: TextIntake;
  readonly #committedTexts: CommittedTexts;
  #environments: Environments | undefined;
  readonly #reader = createPromptReader();
  #textsReceived = 0;
  /** Requests that take long, and whose answers somebody still waits for. */
  readonly #waitedFor = new Set<number>();

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    const failed = (uri: Uri, error: unknown) => this.#logError(uri, error);
    this.#store = new DocumentStore({
      summarize: parts.pipeline.summarize,
      grammars: parts.grammars,
      gate: parts.gate,
      promptFiles: [],
      failed,
    });
    this.#notebooks = new OpenNotebooks(this.#store);
    this.#committedTexts = new CommittedTexts(this.#store, parts.pipeline);
    this.#analyzer = new Analyzer(this.#store, {
      pipeline: parts.pipeline,
      post: message => this.#post(message),
      textIsWaiting: () => parts.textsPosted !== undefined && parts.textsPosted() !== this.#textsReceived,
    });
    this.#texts = new TextIntake(this.#store, this.#notebooks, this.#analyzer, uri => parts.post({ type: 'reopen', uri }));
  }

  receive(message: ToWorker): void {
    if (bringsText(message)) this.#textsReceived++;
    this.#committedTexts.hear(message);
    try {
      this.#dispatch(message);
    } catch (error) {
      this.#logError(message.type, error);
    }
  }

  /** Ends when nothing is left to analyse. */
  idle(): Promise<void> {
    return this.#analyzer.idle();
  }

  #dispatch(message: ToWorker): void {
    switch (message.type) {
      case 'configure':
        this.#configure(message);
        break;
      case 'open':
        this.#texts.open(message);
        break;
      case 'change':
        this.#texts.change(message);
        break;
      case 'close':
        this.#texts.close(message.uri);
        break;
      case 'notebook':
        this.#texts.arrange(message);
        break;
      case 'focus':
        this.#analyzer.focused(this.#analysedAs(message.uri));
        break;
      case 'changed-on-disk':
        this.#store.invalidate(message.uris);
        this.#analyzer.changed(message.uris.filter(uri => this.#store.versionOf(uri) === undefined));
        break;
      case 'file':
        this.#supply(message);
        break;
      case 'edit':
        this.#parts.post({ type: 'edit', request: message.request, result: this.#edit(message) });
        break;
      case 'compress':
        this.#parts.post({ type: 'compress', request: message.request, result: this.#compress(message) });
        break;
      case 'fix-all':
        this.#fixAll(message);
        break;
      case 'trial':
        this.#trial(message);
        break;
      case 'explain-saving':
        this.#explainSaving(message);
        break;
      case 'cancel':
        this.#waitedFor.delete(message.of);
        break;
      case 'count':
        this.#count(message);
        break;
      case 'committed':
        this.#committed(message);
        break;
      case 'models':
        this.#models(message);
        break;
      case 'model-facts':
        this.#modelFacts(message);
        break;
      case 'refresh-prices':
        this.#refreshPrices(message);
        break;
      case 'explain':
        this.#explain(message);
        break;
    }
  }

  #configure({ settings: set, userPrices, refreshedPrices, workspaceFiles, verifications = [], revision }: Message<'configure'>): void {
    const { counters, createCatalogue, keptPrices, now, post } = this.#parts;
    const settings = settingsWithVerifications(set, verifications);
    const read = workspaceFiles.map(({ folder, text }) => ({ folder, ...readWorkspaceFile(text) }));
    this.#store.usePromptFiles(settings.promptFiles);
    const environments = createEnvironments({
      settings,
      folderFiles: read,
      prices: { userPrices, refreshedPrices: refreshedPrices ?? keptPrices?.prices },
      counters,
      reader: this.#reader,
      createCatalogue,
      now,
      textOf: uri => this.#store.textOf(uri),
    });
    this.#environments = environments;
    this.#analyzer.configure({ revision, environment: environments.of });
    const { date, problems } = environments.catalogue;
    post({
      type: 'ready',
      revision,
      workspaceFiles: read.map(({ folder, problems }) => ({ folder, problems })),
      catalogueDate: date,
      problems: [...problems, ...optionProblems(RULES, settings)],
      ...(keptPrices === undefined ? {} : { refreshUrl: REFRESH_URL }),
    });
  }

  /** The address under which a document is analysed: a cell's is that of its notebook. */
  #analysedAs(uri: Uri): Uri {
    return this.#notebooks.ofCell(uri)?.uri ?? uri;
  }

  #post(message: FromWorker): void {
    const notebook = message.type === 'analysis' ? this.#notebooks.at(message.analysis.uri) : undefined;
    if (message.type !== 'analysis' || notebook === undefined) this.#parts.post(message);
    else for (const ofCell of analysesOfCells(notebook, message)) this.#parts.post(ofCell);
  }

  #supply({ uri, text }: Message<'file'>): void {
    this.#store.supply(uri, text).then(
      () => this.#analyzer.changed([uri]),
      error => this.#logError(uri, error),
    );
  }

  #edit({ uri, version, fixId, answers }: Message<'edit'>): readonly Edit[] | Refusal {
    try {
      const result = this.#current(uri, version)?.edit(fixId, answers) ?? { refused: CHANGED_MEANWHILE };
      return this.#inDocuments(uri, result);
    } catch (error) {
      this.#logError(`${uri}, ${fixId}`, error);
      return { refused: 'This fix failed; the output channel says why. Nothing was changed.' };
    }
  }

  #compress({ uri, version, identity, ask }: Message<'compress'>): CompressionAnswer {
    try {
      const compression = this.#current(uri, version)?.compression(identity);
      if (compression === undefined || this.#environments === undefined) return { refused: CHANGED_MEANWHILE };
      return answerCompression(compression, ask, this.#environments.of(this.#analysedAs(uri)), edits => this.#inDocuments(uri, edits));
    } catch (error) {
      this.#logError(`${uri}, compression`, error);
      return { refused: 'The compression failed; the output channel says why. Nothing was changed.' };
    }
  }

  #fixAll({ request, ask }: Message<'fix-all'>): void {
    this.#overTexts(
      request,
      ports => answerFixAll(ask, ports),
      result => this.#parts.post({ type: 'fix-all', request, result }),
    );
  }

  #trial({ request, uri, ask }: Message<'trial'>): void {
    this.#overTexts(
      request,
      ports => answerTrial(uri, ask, ports),
      result => this.#parts.post({ type: 'trial', request, result }),
    );
  }

  #explainSaving({ request, chosen, version }: Message<'explain-saving'>): void {
    this.#overTexts(
      request,
      ports => answerSaving(chosen, version, ports),
      result => this.#parts.post({ type: 'explain-saving', request, result }),
    );
  }

  /** Work on changed texts takes a while: other messages are received meanwhile, and it ends when nobody waits for it any more. */
  #overTexts<T>(request: number, work: (ports: FixAllPorts) => Promise<T | Refusal>, answer: (result: T | Refusal) => void): void {
    const environments = this.#environments;
    if (environments === undefined) {
      answer({ refused: CHANGED_MEANWHILE });
      return;
    }
    this.#waitedFor.add(request);
    const result = work({
      store: this.#store,
      pipeline: this.#parts.pipeline,
      environmentOf: environments.of,
      analysedAs: uri => this.#analysedAs(uri),
      inDocuments: (uri, edits) => {
        const notebook = this.#notebooks.at(uri);
        return notebook === undefined ? edits : editsOfCells(notebook, edits);
      },
      versionOf: uri => (this.#notebooks.ofCell(uri) === undefined ? this.#store.versionOf(uri) : this.#notebooks.versionOfCell(uri)),
      cancelled: () => !this.#waitedFor.has(request),
    });
    const settled = result.catch((error: unknown) => {
      this.#logError('fixes together', error);
      return { refused: 'The fixes failed; the output channel says why. Nothing was changed.' };
    });
    void settled.then(done => {
      this.#waitedFor.delete(request);
      answer(done);
    });
  }

  /** What was analysed of this version of a document; of a cell, with its whole notebook. */
  #current(uri: Uri, version: number): Analysed | undefined {
    const notebook = this.#notebooks.ofCell(uri);
    if (notebook === undefined) return this.#analyzer.current(uri, version);
    return this.#notebooks.versionOfCell(uri) === version ? this.#analyzer.current(notebook.uri, notebook.version) : undefined;
  }

  #inDocuments(uri: Uri, result: readonly Edit[] | Refusal): readonly Edit[] | Refusal {
    const notebook = this.#notebooks.ofCell(uri);
    return notebook === undefined ? result : editsOfCells(notebook, result);
  }

  #count({ request, text, models }: Message<'count'>): void {
    const { counters, now, post } = this.#parts;
    const counts = this.#environments === undefined ? [] : countForModels(text, models, this.#environments.catalogue, counters, now());
    post({ type: 'count', request, counts });
  }

  #committed({ request, uri, commit, identity, text }: Message<'committed'>): void {
    const { post } = this.#parts;
    if (text !== undefined) this.#committedTexts.keep(uri, commit, text);
    if (this.#environments === undefined || !this.#committedTexts.has(uri, commit)) {
      post({ type: 'committed', request, wantsText: true });
      return;
    }
    this.#committedTexts.quoteOf(uri, identity, this.#environments.of(uri)).then(
      quote => post({ type: 'committed', request, wantsText: false, ...(quote === undefined ? {} : { quote: comparedOf(quote) }) }),
      error => this.#logError(`${uri} as committed`, error),
    );
  }

  #models({ request }: Message<'models'>): void {
    const known = this.#environments?.catalogue.models(this.#parts.now()) ?? [];
    const models = known.map(({ id, provider, price }) => {
      return { id, provider, ...(price === undefined ? {} : { inputUsd: price.inputUsd, outputUsd: price.outputUsd }) };
    });
    this.#parts.post({ type: 'models', request, models });
  }

  #modelFacts({ request, ids }: Message<'model-facts'>): void {
    const models = ids.flatMap(id => this.#environments?.catalogue.find(undefined, id, this.#parts.now()) ?? []);
    this.#parts.post({ type: 'model-facts', request, models });
  }

  #refreshPrices({ request, answer }: Message<'refresh-prices'>): void {
    const { keptPrices, now, post } = this.#parts;
    keptPrices?.keep(answer, now()).then(
      result => post({ type: 'refresh-prices', request, ...result }),
      error => this.#logError('refresh-prices', error),
    );
  }

  #explain({ request, uri, identity }: Message<'explain'>): void {
    const lines = this.#analyzer.last(this.#analysedAs(uri))?.explain(identity) ?? ['This document has not been analysed yet.'];
    this.#parts.post({ type: 'explain', request, lines });
  }

  #logError(what: string, error: unknown): void {
    this.#parts.post({ type: 'log', level: 'error', message: `${what}: ${describeError(error)}` });
  }
}
