import type { Uri } from '../source/span';
import type { FileSummary } from '../source/summary';

/** Something that was looked at, and what was seen. */
export interface Ground {
  /** The files that it speaks of, those that do not exist included. */
  readonly uris: readonly Uri[];
  /** Whether it would be seen again. */
  holds(read: (uri: Uri) => FileSummary | null | undefined): boolean;
}

/** Files that were looked at together, with what they said; null: there was no such file. */
export function groundOfFiles(files: ReadonlyMap<Uri, FileSummary | null>): Ground {
  return { uris: [...files.keys()], holds: read => [...files].every(([uri, summary]) => read(uri) === summary) };
}

/** What an answer rests on. Immutable, so that answers share them. */
export interface Grounds {
  readonly all: ReadonlySet<Ground>;
  readonly holds: Holds;
}

/**
 * For how long an answer holds. `always`: while its grounds do. `from-here`: it came upon something that was being worked on, and
 * says that as seen from there. `now`: it lacks a part, for want of steps or of a file that is not read yet.
 */
type Holds = 'always' | 'from-here' | 'now';

export const NO_GROUNDS: Grounds = { all: new Set(), holds: 'always' };
export const CIRCLE: Grounds = { all: new Set(), holds: 'from-here' };
export const LACK: Grounds = { all: new Set(), holds: 'now' };

/** Joins grounds; a pair that was joined before gives the same result again. */
export type JoinGrounds = (a: Grounds, b: Grounds) => Grounds;

export function createJoin(): JoinGrounds {
  const known = new WeakMap<Grounds, WeakMap<Grounds, Grounds>>();
  return (a, b) => {
    if (a === b || b === NO_GROUNDS) return a;
    if (a === NO_GROUNDS) return b;
    let withA = known.get(a);
    const before = withA?.get(b);
    if (before !== undefined) return before;
    const joined = join(a, b);
    if (withA === undefined) {
      withA = new WeakMap();
      known.set(a, withA);
    }
    withA.set(b, joined);
    return joined;
  };
}

function join(a: Grounds, b: Grounds): Grounds {
  const holds = a.holds === 'always' || b.holds === 'now' ? b.holds : a.holds;
  if (a.holds === holds && contains(a, b)) return a;
  if (b.holds === holds && contains(b, a)) return b;
  return { all: new Set([...a.all, ...b.all]), holds };
}

function contains({ all }: Grounds, some: Grounds): boolean {
  if (some.all.size > all.size) return false;
  for (const ground of some.all) if (!all.has(ground)) return false;
  return true;
}
