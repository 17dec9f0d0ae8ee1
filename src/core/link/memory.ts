import type { CodeSummary, FileSummary } from '../source/summary';
import type { Value } from '../source/values';
import { createJoin, type Grounds, type JoinGrounds } from './grounds';
import type { PassageMemory } from './kept-sites';
import { createLookup, type Lookup } from './lookup';

/** An answer and what it rests on. */
export interface Kept<T = unknown> {
  readonly answer: T;
  readonly grounds: Grounds;
}

/** Answers about one state of one file. */
interface FileMemory {
  readonly byName: Map<string, Kept>;
  readonly byValue: WeakMap<Value, Kept>;
  /** What values are in every context. */
  readonly everywhere: WeakMap<Value, Kept<Value>>;
}

/**
 * What linking finds out that holds for whichever file asks. A shell makes one and hands it to each link. An answer is used again
 * only while all files that it rests on say the same, so nobody has to tell of changes; what belongs to a summary goes with it.
 */
export interface LinkMemory {
  readonly lookup: Lookup;
  readonly join: JoinGrounds;
  /** What was seen of files that were looked at together, by their addresses, so that answers about them rest on the same. */
  readonly seen: Map<string, Grounds>;
  /** Contents of configuration files. */
  readonly configs: WeakMap<FileSummary, unknown>;
  /** Manifests of extensions, with places. */
  readonly manifests: WeakMap<FileSummary, Value | undefined>;
  /** By the state of the file that the answer is about. */
  readonly files: WeakMap<CodeSummary, FileMemory>;
  /** Of files that are being edited: by what an edit leaves alone. */
  readonly passages: PassageMemory;
}

export function createLinkMemory(): LinkMemory {
  return {
    lookup: createLookup(),
    join: createJoin(),
    seen: new Map(),
    configs: new WeakMap(),
    manifests: new WeakMap(),
    files: new WeakMap(),
    passages: new WeakMap(),
  };
}

export function keptIn({ files }: LinkMemory, owner: CodeSummary, key: string | Value): Kept | undefined {
  const file = files.get(owner);
  return typeof key === 'string' ? file?.byName.get(key) : file?.byValue.get(key);
}

export function keepIn(memory: LinkMemory, owner: CodeSummary, key: string | Value, kept: Kept): void {
  const { byName, byValue } = memoryOf(memory, owner);
  if (typeof key === 'string') byName.set(key, kept);
  else byValue.set(key, kept);
}

export function everywhereIn({ files }: LinkMemory, owner: CodeSummary, value: Value): Kept<Value> | undefined {
  return files.get(owner)?.everywhere.get(value);
}

export function keepEverywhereIn(memory: LinkMemory, owner: CodeSummary, value: Value, kept: Kept<Value>): void {
  memoryOf(memory, owner).everywhere.set(value, kept);
}

function memoryOf({ files }: LinkMemory, owner: CodeSummary): FileMemory {
  let file = files.get(owner);
  if (file === undefined) {
    file = { byName: new Map(), byValue: new WeakMap(), everywhere: new WeakMap() };
    files.set(owner, file);
  }
  return file;
}
