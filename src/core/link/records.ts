import type { Uri } from '../source/span';
import type { CodeSummary, FileSummary } from '../source/summary';
import type { Value } from '../source/values';
import { type Ground, type Grounds, groundOfFiles, groundsOf, NO_GROUNDS, UNREAD } from './grounds';
import type { SummaryStore } from './linked';
import { everywhereIn, type Kept, keepEverywhereIn, keepIn, keptIn, type LinkMemory } from './memory';

/** Keeps account, during one link, of the files that answers rest on, and shares answers between links. */
export interface Records {
  /** What a file says; undefined: not read yet. The answer at hand does not rest on it: see `consult`. */
  read(uri: Uri): FileSummary | null | undefined;
  /** The first of some files that exists; the answer at hand rests on it, and on those before it not existing. */
  consult(candidates: readonly Uri[]): FileSummary | undefined;
  /** All files of a package; the answer at hand rests on what they say together. */
  gather(files: readonly Uri[]): readonly FileSummary[];
  /** The answer at hand rests on these as well, and holds no longer than they do. */
  restOn(grounds: Grounds): void;
  /** All of the link rests on these: what its files are is all that is asked of it. */
  restLinkOn(grounds: Grounds): void;
  /** Works out an answer by itself, with its own grounds; whoever uses it must rest on them. */
  apart<T>(work: () => T): Kept<T>;
  /** An answer about a file that any link may use; `work` gives it. `key` must tell it from all others about the file. */
  shared<T>(owner: CodeSummary, key: string | Value, work: () => T): T;
  /** An answer of an earlier link, while it holds. */
  recall<T>(owner: CodeSummary, key: string | Value): Kept<T> | undefined;
  /** What a value was found to be in every context, by an earlier link. */
  recallEverywhere(value: Value): Kept<Value> | undefined;
  keepEverywhere(value: Value, kept: Kept<Value>): void;
  /** Whether all that an answer rests on is as it was. */
  holdsStill(grounds: Grounds): boolean;
  /** Keeps an answer for other links, whatever it came upon. */
  keep(owner: CodeSummary, key: string | Value, kept: Kept): void;
  /** What files of configuration hold, as read from their text. */
  readonly configs: WeakMap<FileSummary, unknown>;
  /** The same of manifests of extensions, with places. */
  readonly manifests: WeakMap<FileSummary, Value | undefined>;
  /** Files that are needed and not read yet. */
  readonly pending: ReadonlySet<Uri>;
  /** All other files that were rested on so far. */
  dependsOn(): ReadonlySet<Uri>;
}

export function createRecords(store: SummaryStore, memory: LinkMemory): Records {
  const known = new Map<Uri, FileSummary | null>();
  const checked = new Map<Ground, boolean>();
  const checkedGrounds = new Map<Grounds, boolean>();
  const pending = new Set<Uri>();
  let grounds = NO_GROUNDS;
  const ofLink = new Set<Grounds>();

  return {
    read,
    consult,
    gather,
    restOn,
    restLinkOn,
    apart,
    shared,
    recall,
    recallEverywhere,
    keepEverywhere,
    holdsStill,
    keep,
    configs: memory.configs,
    manifests: memory.manifests,
    pending,
    dependsOn,
  };

  function read(uri: Uri): FileSummary | null | undefined {
    const before = known.get(uri);
    if (before !== undefined) return before;
    const summary = store.get(uri);
    if (summary !== undefined) known.set(uri, summary);
    else {
      pending.add(uri);
      restOn(UNREAD);
    }
    return summary;
  }

  function consult(candidates: readonly Uri[]): FileSummary | undefined {
    const ground = new Map<Uri, FileSummary | null>();
    let found: FileSummary | undefined;
    for (const candidate of candidates) {
      const summary = read(candidate);
      ground.set(candidate, summary ?? null);
      // What comes after a file that is not read yet may not be what is meant.
      if (summary === null) continue;
      found = summary;
      break;
    }
    if (ground.size > 0) restOn(seenTogether(ground));
    return found;
  }

  function gather(files: readonly Uri[]): readonly FileSummary[] {
    const summaries = files.map(file => read(file));
    restOn(seenTogether(new Map(files.map((file, index) => [file, summaries[index] ?? null]))));
    return summaries.flatMap(summary => summary ?? []);
  }

  /** What was seen of the same files before is the same ground again: many files import the same. */
  function seenTogether(files: ReadonlyMap<Uri, FileSummary | null>): Grounds {
    const key = [...files.keys()].join('\n');
    let grounds = memory.seen.get(key);
    if (grounds === undefined || !holdsStill(grounds)) {
      grounds = groundsOf([groundOfFiles(files)]);
      memory.seen.set(key, grounds);
    }
    return grounds;
  }

  function restOn(more: Grounds): void {
    grounds = memory.join(grounds, more);
  }

  function restLinkOn(more: Grounds): void {
    ofLink.add(more);
  }

  function apart<T>(work: () => T): Kept<T> {
    const around = grounds;
    grounds = NO_GROUNDS;
    try {
      return { answer: work(), grounds };
    } finally {
      grounds = around;
    }
  }

  function shared<T>(owner: CodeSummary, key: string | Value, work: () => T): T {
    let kept = recall<T>(owner, key);
    if (kept === undefined) {
      kept = apart(work);
      if (kept.grounds.holds === 'always') keep(owner, key, kept);
    }
    restOn(kept.grounds);
    return kept.answer;
  }

  function recall<T>(owner: CodeSummary, key: string | Value): Kept<T> | undefined {
    const kept = keptIn(memory, owner, key);
    if (kept === undefined) return undefined;
    return holdsStill(kept.grounds) ? (kept as Kept<T>) : undefined;
  }

  function recallEverywhere(value: Value): Kept<Value> | undefined {
    const owner = known.get(value.at.uri);
    const kept = owner?.kind === 'code' ? everywhereIn(memory, owner, value) : undefined;
    return kept !== undefined && holdsStill(kept.grounds) ? kept : undefined;
  }

  function keepEverywhere(value: Value, kept: Kept<Value>): void {
    const owner = known.get(value.at.uri);
    if (owner?.kind === 'code') keepEverywhereIn(memory, owner, value, kept);
  }

  function holdsStill(before: Grounds): boolean {
    let held = checkedGrounds.get(before);
    if (held === undefined) {
      held = true;
      for (const ground of before.all) held &&= holds(ground);
      checkedGrounds.set(before, held);
    }
    return held;
  }

  function holds(ground: Ground): boolean {
    let held = checked.get(ground);
    if (held === undefined) {
      held = ground.holds(uri => known.get(uri) ?? store.get(uri));
      checked.set(ground, held);
    }
    return held;
  }

  function keep(owner: CodeSummary, key: string | Value, kept: Kept): void {
    keepIn(memory, owner, key, kept);
  }

  function dependsOn(): ReadonlySet<Uri> {
    const uris = new Set<Uri>();
    for (const { all } of [...ofLink, grounds]) for (const ground of all) for (const uri of ground.uris) uris.add(uri);
    return uris;
  }
}
