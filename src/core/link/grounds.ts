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
  /** What was being worked on when the answer came upon it again; an answer that encloses all of it says the same from everywhere. */
  readonly circles: ReadonlySet<string>;
}

/**
 * For how long an answer holds. `always`: while its grounds do. `from-here`: it came upon something that was being worked on, and
 * says that as seen from there. `open`: a condition was left open that stands too deep in others. `cut`: it lacks a part for want of steps. `now`: it lacks a part that stands in a file which is not
 * read yet.
 */
type Holds = 'always' | 'from-here' | 'open' | 'cut' | 'now';

/** By how long they hold, the longest first. */
const HOLDS: readonly Holds[] = ['always', 'from-here', 'open', 'cut', 'now'];

const NONE: ReadonlySet<never> = new Set();

export const NO_GROUNDS: Grounds = { all: NONE, holds: 'always', circles: NONE };
/** Of an answer that needs a file which is not read yet. */
export const UNREAD: Grounds = { all: NONE, holds: 'now', circles: NONE };
/** Of an answer that met a bound. */
export const CUT: Grounds = { all: NONE, holds: 'cut', circles: NONE };

/** Of an answer that left a condition open. */
export const LEFT_OPEN: Grounds = { all: NONE, holds: 'open', circles: NONE };

/** Of an answer that rests on these files and on nothing that is still open. */
export function groundsOf(all: Iterable<Ground>): Grounds {
  return { all: new Set(all), holds: 'always', circles: NONE };
}

/** Of an answer that came upon `key`, which is being worked on. */
export function circleOf(key: string): Grounds {
  return { all: NONE, holds: 'from-here', circles: new Set([key]) };
}

/** Whether an answer lacks a part that may be had another time. */
export function lacks({ holds }: Grounds): boolean {
  return holds === 'now' || holds === 'cut' || holds === 'open';
}

/** Of an answer that is left at what was found, while what was looked at stays the same; files that aren't read yet are still missed. */
export function settled(grounds: Grounds): Grounds {
  return grounds.holds === 'always' || grounds.holds === 'now' ? grounds : { all: grounds.all, holds: 'always', circles: NONE };
}

/** Of an answer that does without a part for which no more steps were to be taken. */
export function leftOpen({ all, holds, circles }: Grounds): Grounds {
  return { all, holds: holds === 'now' ? 'now' : 'open', circles };
}

/** Of the answer for `key` itself, by what it was made of. */
export function closed(grounds: Grounds, key: string): Grounds {
  if (!grounds.circles.has(key)) return grounds;
  const circles = new Set([...grounds.circles].filter(each => each !== key));
  return { all: grounds.all, holds: lacks(grounds) ? grounds.holds : circles.size > 0 ? 'from-here' : 'always', circles };
}

/** Of an answer that is made of many: what all of them rest on. */
export function joined(grounds: readonly Grounds[]): Grounds {
  const all = new Set<Ground>();
  const circles = new Set<string>();
  let at = 0;
  for (const each of grounds) {
    for (const ground of each.all) all.add(ground);
    for (const circle of each.circles) circles.add(circle);
    at = Math.max(at, HOLDS.indexOf(each.holds));
  }
  return { all, holds: HOLDS[at] ?? 'now', circles };
}

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
    const both = join(a, b);
    if (withA === undefined) {
      withA = new WeakMap();
      known.set(a, withA);
    }
    withA.set(b, both);
    return both;
  };
}

function join(a: Grounds, b: Grounds): Grounds {
  const holds = HOLDS.indexOf(a.holds) < HOLDS.indexOf(b.holds) ? b.holds : a.holds;
  const all = union(a.all, b.all);
  const circles = union(a.circles, b.circles);
  for (const one of [a, b]) if (one.holds === holds && one.all === all && one.circles === circles) return one;
  return { all, holds, circles };
}

function union<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  if (contains(a, b)) return a;
  return contains(b, a) ? b : new Set([...a, ...b]);
}

function contains<T>(all: ReadonlySet<T>, some: ReadonlySet<T>): boolean {
  if (some.size > all.size) return false;
  for (const each of some) if (!all.has(each)) return false;
  return true;
}
