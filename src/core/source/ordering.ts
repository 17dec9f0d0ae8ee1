import type { Value } from './values';

/**
 * `n <= 0` as a test whether one operand is less than the other, or is not. Undefined: no such comparison, or one of two numbers that
 * are not written here, such as sizes, of which nothing is known.
 */
export function ordering(
  sign: string,
  left: Value,
  right: Value,
): { readonly operands: readonly [Value, Value]; readonly denied: boolean } | undefined {
  if (!/^[<>]=?$/.test(sign) || !(isNumber(left) || isNumber(right))) return undefined;
  return { operands: sign === '<' || sign === '>=' ? [left, right] : [right, left], denied: sign.endsWith('=') };
}

function isNumber(value: Value): boolean {
  return value.kind === 'scalar' && typeof value.value === 'number';
}
