import type { Value } from '../source/values';
import { partsOf } from './value-parts';

/** Values that one value may be written with. All that reads values goes through each place in which a part stands. */
export const MOST_PARTS = 100_000;

/**
 * How many values a value is written with: a part counts wherever it stands. Values share their parts, so that a few lines
 * (`history = history + history`) can state more than any machine could go through.
 */
export class WrittenSizes {
  readonly #sizes = new WeakMap<Value, number>();

  of(value: Value): number {
    const known = this.#sizes.get(value);
    if (known !== undefined) return known;
    let size = 1;
    for (const part of partsOf(value)) size += this.of(part);
    this.#sizes.set(value, size);
    return size;
  }
}
