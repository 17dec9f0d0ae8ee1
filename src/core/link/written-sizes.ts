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
    for (const part of readParts(value)) size += this.of(part);
    this.#sizes.set(value, size);
    return size;
  }
}

/** What is taken out of a value, or depends on it, is told by a label: the value isn't gone through for it. */
function readParts(value: Value): readonly Value[] {
  if (value.kind === 'index') return [value.key];
  return value.kind === 'member' || value.kind === 'element' || value.kind === 'test' ? [] : partsOf(value);
}
