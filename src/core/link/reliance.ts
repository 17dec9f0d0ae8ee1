import { CanonicalValues } from './canonical';
import type { Context } from './evaluation';
import type { Kept } from './memory';

/** One thing that was looked up in a context, and what was seen there. */
export interface Look {
  readonly find: (context: Context) => unknown;
  readonly seen: unknown;
}

/** What of its context an answer hangs on. In any other context where all of it looks the same, the answer is the same. */
export interface Reliance {
  readonly looks: ReadonlySet<Look>;
  /** It was cut short for the depth of its context, so it is no answer anywhere else, and what it looked at is of no matter. */
  readonly cutShort: boolean;
}

const NOTHING: Reliance = { looks: new Set(), cutShort: false };
const CUT_SHORT: Reliance = { looks: new Set(), cutShort: true };

interface AnswerAtHand {
  readonly context: Context | undefined;
  readonly reliance: Reliance;
}

/**
 * Keeps account, during one link, of what answers take from the calls they are worked out in. A function is entered anew for each
 * of its calls, but most of what stands in it does not hang on what the call passes; that is worked out once.
 */
export class Reliances {
  /** What answers of this link say. Other links have contexts of their own, and would only keep them for as long as the files. */
  readonly canonical = new CanonicalValues();
  readonly #single = new Map<string, Map<unknown, Reliance>>();
  readonly #joined = new Map<Reliance, Map<Reliance, Reliance>>();
  /** The context of the answer at hand; undefined: none is being worked out. */
  #context: Context | undefined;
  #reliance = NOTHING;

  /** Looks something up in a context; the answer at hand hangs on it. `key` tells what is looked for. */
  look<T>(context: Context, key: string, find: (context: Context) => T): T {
    const seen = find(context);
    // What a context within has of its own is made of what was looked up for it.
    if (this.#context === undefined || (context !== this.#context && find(this.#context) !== seen)) return seen;
    this.#add(this.#of(key, find, seen));
    return seen;
  }

  /** The answer at hand lacks what lies deeper. */
  cutShort(): void {
    this.#add(CUT_SHORT);
  }

  /** Begins an answer for a context. Whoever uses it must hang on what it hangs on: see `restOn`. `leave` it whatever happens. */
  enter(context: Context): AnswerAtHand {
    const around = { context: this.#context, reliance: this.#reliance };
    this.#context = context;
    this.#reliance = NOTHING;
    return around;
  }

  /** What the answer at hand hangs on. */
  sofar(): Reliance {
    return this.#reliance;
  }

  /** Goes back to the answer that was at hand before. */
  leave({ context, reliance }: AnswerAtHand): void {
    this.#context = context;
    this.#reliance = reliance;
  }

  /** The answer at hand hangs on what one for `context` hangs on, as far as both contexts look the same. */
  restOn(reliance: Reliance, context: Context): void {
    if (this.#context === undefined || reliance === NOTHING) return;
    this.#add(context === this.#context ? reliance : sharedWith(reliance, this.#context));
  }

  #add(more: Reliance): void {
    const before = this.#reliance;
    if (before === more || more === NOTHING || before === CUT_SHORT) return;
    if (before === NOTHING || more === CUT_SHORT) {
      this.#reliance = more;
      return;
    }
    let joined = this.#joined.get(before);
    if (joined === undefined) {
      joined = new Map();
      this.#joined.set(before, joined);
    }
    let both = joined.get(more);
    if (both === undefined) {
      both = join(before, more);
      joined.set(more, both);
    }
    this.#reliance = both;
  }

  #of(key: string, find: (context: Context) => unknown, seen: unknown): Reliance {
    let ofKey = this.#single.get(key);
    if (ofKey === undefined) {
      ofKey = new Map();
      this.#single.set(key, ofKey);
    }
    let reliance = ofKey.get(seen);
    if (reliance === undefined) {
      reliance = { looks: new Set([{ find, seen }]), cutShort: false };
      ofKey.set(seen, reliance);
    }
    return reliance;
  }
}

/** The first thing that looks different in a context; undefined: all of it looks the same. */
export function differsIn({ looks }: Reliance, context: Context): Look | undefined {
  for (const look of looks) if (!looksSame(look, context)) return look;
  return undefined;
}

/** Whether a look sees in a context what it saw when an answer was worked out. */
export function looksSame({ find, seen }: Look, context: Context): boolean {
  return find(context) === seen;
}

/** What holds in every context. */
export function inAnyContext<T extends Kept>(kept: T | undefined): (T & { readonly reliance: Reliance }) | undefined {
  return kept && { ...kept, reliance: NOTHING };
}

function sharedWith(reliance: Reliance, context: Context): Reliance {
  if (reliance.cutShort) return CUT_SHORT;
  const others = [...reliance.looks].filter(({ find, seen }) => find(context) !== seen);
  if (others.length === 0) return reliance;
  if (others.length === reliance.looks.size) return NOTHING;
  const looks = new Set(reliance.looks);
  for (const look of others) looks.delete(look);
  return { looks, cutShort: false };
}

function join(a: Reliance, b: Reliance): Reliance {
  if (contains(a, b)) return a;
  if (contains(b, a)) return b;
  const looks = new Set(a.looks);
  for (const look of b.looks) looks.add(look);
  return { looks, cutShort: false };
}

function contains({ looks }: Reliance, some: Reliance): boolean {
  if (some.looks.size > looks.size) return false;
  for (const look of some.looks) if (!looks.has(look)) return false;
  return true;
}
