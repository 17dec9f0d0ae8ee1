import { Numbered } from './numbered';

/** Made of one part with others; more are rarely asked for again. */
const MOST_MADE = 2_000;

/**
 * Values that are put together while names are looked up. The same parts give the same value again, since answers are found by the
 * value that was asked for. What was made of a part goes with the first of its parts.
 */
export class SameValues {
  /** By the first part; then by what else it was made of. */
  readonly #made = new WeakMap<object, Map<string, object>>();
  readonly #numbers = new Numbered();

  /** `how` tells it from all else that is made of these parts. */
  of<T extends object>([first, ...others]: readonly [object, ...object[]], how: string, make: () => T): T {
    let made = this.#made.get(first);
    if (made === undefined) {
      made = new Map();
      this.#made.set(first, made);
    }
    let key = how;
    for (const part of others) key += ` ${this.#numbers.of(part)}`;
    const before = made.get(key);
    if (before !== undefined) return before as T;
    if (made.size >= MOST_MADE) made.clear();
    const value = make();
    made.set(key, value);
    return value;
  }
}
