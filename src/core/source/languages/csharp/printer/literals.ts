import type { Literal } from '../../../literal';

/** A value as C# writes it; undefined for what has no literal (a record of a type that is not named). */
export function printLiteral(value: Literal): string | undefined {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'string') return `"${escapeText(value)}"`;
  if ('source' in value) return value.source;
  if ('record' in value) return undefined;
  const items = value.list.map(printLiteral);
  return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
}

/** Text as it stands in an ordinary literal. */
export function escapeText(text: string): string {
  return text.replace(/["\\]|\p{Cc}/gu, character => NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const NAMED: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\r': '\\r', '\n': '\\n', '\t': '\\t', '\0': '\\0' };

export const noLiteral = { refused: 'C# has no literal for this. Write it by hand.' } as const;
