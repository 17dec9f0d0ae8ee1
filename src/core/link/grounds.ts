import type { Uri } from '../source/span';
import type { FileSummary } from '../source/summary';

/** Files that were looked at together, with what they said; null: there was no such file. */
export type Ground = ReadonlyMap<Uri, FileSummary | null>;

/** What an answer rests on. Immutable, so that answers share them. */
export interface Grounds {
  readonly all: ReadonlySet<Ground>;
  /** False: something was cut short (a circle, the bounds, a file not read yet), so the answer serves this link only. */
  readonly lasting: boolean;
}

export const NO_GROUNDS: Grounds = { all: new Set(), lasting: true };
export const PASSING_GROUNDS: Grounds = { all: new Set(), lasting: false };

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
  const lasting = a.lasting && b.lasting;
  if (a.lasting === lasting && contains(a, b)) return a;
  if (b.lasting === lasting && contains(b, a)) return b;
  return { all: new Set([...a.all, ...b.all]), lasting };
}

function contains({ all }: Grounds, some: Grounds): boolean {
  if (some.all.size > all.size) return false;
  for (const ground of some.all) if (!all.has(ground)) return false;
  return true;
}
