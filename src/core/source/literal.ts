/** A literal to be written: data, in which expressions of the source stand as they are written. Every language has one for it. */
export type Literal =
  | number
  | string
  | boolean
  | { readonly source: string }
  | { readonly list: readonly Literal[] }
  | { readonly record: readonly (readonly [key: string, value: Literal])[] };

/** What languages write differently; brackets, commas and colons are the same in all of them. */
export interface LiteralSyntax {
  /** Undefined: the language has no literal for it. */
  scalar(value: number | string | boolean): string | undefined;
  key(key: string): string;
  /** What stands between a record's braces and its entries on one line. */
  readonly padding: '' | ' ';
}

/** Where it is written. */
export interface LiteralPlace {
  /** Of the line that it begins on. */
  readonly indentation: string;
  /** One step of indentation. */
  readonly unit: string;
  /** Characters before it on its line. */
  readonly column: number;
  readonly lineEnd: string;
}

const WIDTH = 100;

/** On one line where that fits, else an item a line. Undefined where a scalar in it has no literal. */
export function printStructure(literal: Literal, syntax: LiteralSyntax, place: LiteralPlace): string | undefined {
  const flat = flatText(literal, syntax);
  if (flat === undefined || typeof literal !== 'object' || 'source' in literal) return flat;
  if (!flat.includes('\n') && place.column + flat.length <= WIDTH) return flat;
  const indentation = place.indentation + place.unit;
  const inner = (value: Literal, key = ''): string =>
    key + (printStructure(value, syntax, { ...place, indentation, column: indentation.length + key.length + 1 }) ?? '');
  const [opening, closing] = 'list' in literal ? ['[', ']'] : ['{', '}'];
  const items =
    'list' in literal ? literal.list.map(item => inner(item)) : literal.record.map(([key, value]) => inner(value, `${syntax.key(key)}: `));
  const lines = items.map(item => `${indentation}${item},${place.lineEnd}`);
  return `${opening}${place.lineEnd}${lines.join('')}${place.indentation}${closing}`;
}

function flatText(literal: Literal, syntax: LiteralSyntax): string | undefined {
  if (typeof literal !== 'object') return syntax.scalar(literal);
  if ('source' in literal) return literal.source;
  const items =
    'list' in literal
      ? literal.list.map(item => flatText(item, syntax))
      : literal.record.map(([key, value]) => {
          const written = flatText(value, syntax);
          return written === undefined ? undefined : `${syntax.key(key)}: ${written}`;
        });
  if (items.includes(undefined)) return undefined;
  const { padding } = syntax;
  return 'list' in literal ? `[${items.join(', ')}]` : `{${padding}${items.join(', ')}${padding}}`;
}
