import type { Value } from '../source/values';

/** Nothing, whichever way the language writes it. */
export function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** What a default of JavaScript takes the place of: undefined, and not `null`. */
export function isUndefined(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null && value.written === undefined;
}

/** The plain string of a value that is text through and through. */
export function plainText(value: Value): string | undefined {
  if (value.kind === 'text') return value.text.text;
  if (value.kind === 'scalar') return value.value === null ? undefined : String(value.value);
  if (value.kind !== 'template') return undefined;
  const parts = value.parts.map(plainText);
  return parts.some(part => part === undefined) ? undefined : parts.join('');
}

/** A text, a number, a boolean or nothing, as it stands in the code. */
export function isWrittenOut({ kind }: Value): boolean {
  return kind === 'text' || kind === 'scalar';
}
