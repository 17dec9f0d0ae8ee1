import os from 'node:os';
import type { SummaryStore } from '../../core/link/linked';
import { placeInFile } from '../../core/source/notebook/read-notebook';
import type { Span, Uri } from '../../core/source/span';
import type { FileSummary, Problem } from '../../core/source/summary';
import type { ClosedFile } from '../closed-file';
import { pathOfAddress } from '../file-address';
import { isFolder, readFolder } from '../folder';
import type { Parse } from '../grammars';
import { ABSENT, readClosed } from '../read-closed';
import { type Summarized, type SummarizeTools, summarizeAs } from '../summarize-text';
import { uriKey } from '../uri-key';
import type { Directories } from './directories';

/** What is read of a file, and worked out from it, takes some 30 bytes for each of its characters. See `sizeOf`. */
const BYTES_OF_CHARACTER = 30;
/** Characters of the files that are kept at first. */
const FEWEST_CHARACTERS = 8_000_000;
/** Where files need more of each other than that, and all that they need would be read again for each of them. */
const MOST_CHARACTERS = 32_000_000;
/** What all threads of a scan together may take of the machine's memory. */
const SHARE_OF_MEMORY = 1 / 4;

/** The files of the disk, read when they are asked for. Answers at once, so that one link sees all that it needs. */
export class DiskStore implements SummaryStore {
  readonly #files = new Map<string, ClosedFile>();
  readonly #directories: Directories;
  readonly #parses = new Map<string, Parse>();
  readonly #missingGrammars = new Set<string>();
  readonly #tools: SummarizeTools;
  #characters = 0;
  #most = FEWEST_CHARACTERS;
  readonly #forgotten = new Set<string>();
  /** Files that were read anew since others were forgotten. */
  #readAgain = 0;

  constructor(directories: Directories, tools: SummarizeTools) {
    this.#directories = directories;
    this.#tools = tools;
  }

  /** undefined: the file's grammar must be loaded first, see `loadGrammars`. */
  get(uri: Uri): FileSummary | null | undefined {
    return this.#file(uri)?.summarized.summary;
  }

  /** Loads what `get` lacked since the last time; false: nothing. */
  async loadGrammars(): Promise<boolean> {
    const missing = [...this.#missingGrammars];
    for (const name of missing) this.#parses.set(name, await this.#tools.grammars(name));
    this.#missingGrammars.clear();
    return missing.length > 0;
  }

  /** It keeps more than it should. What was worked out from its files must be forgotten with them: it holds them, and hangs on them. */
  get isFull(): boolean {
    return this.#characters > this.#most;
  }

  forget(): void {
    for (const key of this.#files.keys()) this.#forgotten.add(key);
    this.#files.clear();
    this.#characters = 0;
    this.#readAgain = 0;
  }

  /** What a file would say if it had this text; of a notebook, if its cells had. */
  summarizeAs(uri: Uri, text: string): Promise<Summarized> {
    return summarizeAs(uri, this.#file(uri)?.notebook?.read.language, text, this.#tools);
  }

  problemOf(uri: Uri): Problem | undefined {
    return this.#file(uri)?.summarized.problem;
  }

  textOf(uri: Uri): string | undefined {
    return this.#file(uri)?.text;
  }

  /** A place in terms of the file: analysis sees the joined cells of a notebook, whose file is JSON. */
  inFile(at: Span): { readonly text: string; readonly start: number; readonly end: number } {
    const file = this.#file(at.uri);
    if (file?.notebook === undefined) return { text: file?.text ?? '', start: at.start, end: at.end };
    return { text: file.notebook.fileText, ...placeInFile(file.notebook.read, at.start, at.end) };
  }

  #file(uri: Uri): ClosedFile | undefined {
    const key = uriKey(uri);
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const path = pathOfAddress(uri);
    if (path === undefined || !this.#directories.has(path)) return ABSENT;
    const file = isFolder(uri) ? { summarized: { summary: readFolder(uri) } } : this.#read(uri, path);
    if (file !== undefined) this.#keep(key, file);
    return file;
  }

  #read(uri: Uri, path: string): ClosedFile | undefined {
    const file = readClosed(uri, path, this.#tools, this.#parses);
    if (file.kind === 'read') return file.closed;
    this.#missingGrammars.add(file.grammar);
    return undefined;
  }

  #keep(key: string, file: ClosedFile): void {
    this.#files.set(key, file);
    this.#characters += sizeOf(file);
    if (this.#forgotten.has(key)) this.#readAgain += 1;
    // Most of it was forgotten in vain, and would be once more.
    if (this.isFull && this.#readAgain * 2 > this.#files.size) this.#most = Math.max(this.#most, Math.min(this.#most * 2, roomForOne()));
  }
}

/** Characters that one of as many threads as the machine has cores may keep at most. */
function roomForOne(): number {
  return Math.min(MOST_CHARACTERS, (os.totalmem() * SHARE_OF_MEMORY) / os.availableParallelism() / BYTES_OF_CHARACTER);
}

/** What is remembered of a small file takes some 50 kB beside its size: as much as that of so many characters. */
function sizeOf({ text, notebook }: ClosedFile): number {
  return 2500 + (text?.length ?? 0) + (notebook?.fileText.length ?? 0);
}
