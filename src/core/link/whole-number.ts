import type { Value } from '../source/values';

/** The whole number that a value is: an index, a length. */
export function wholeNumber(value: Value): number | undefined {
  return value.kind === 'scalar' && typeof value.value === 'number' && Number.isInteger(value.value) ? value.value : undefined;
}
