import type { Edit, Refusal } from '../../../edit';
import type { NamedPart } from '../../../language';
import type { Literal } from '../../../literal';
import type { Span } from '../../../span';
import type { Value } from '../../../values';
import { insertInList } from '../../../written-lines';
import { renamedInColumn } from './column';
import { fieldName, lineBreakIn, printAt, printLiteral, quoteOf, writeBody } from './literal-source';

const SCALAR = /^(?:[-+]?[\d.][\w.]*|true|false)$/;

/** Writes another value over a literal, in the quotes that it has. */
export function replaceLiteral(text: string, value: Value, newValue: number | string | boolean): readonly Edit[] | Refusal {
  const { uri, start, end } = value.at;
  const whole = (newText: string): readonly Edit[] => [{ uri, start, end, newText }];
  const quote = quoteOf(text, value);
  if (quote !== undefined && typeof newValue === 'string') {
    const body = writeBody(newValue, quote, lineBreakIn(text, value) ?? '\\n');
    return whole(body === undefined ? printLiteral(newValue) : quote + body + quote);
  }
  // A package's constant (`openai.ChatModelGPT4o`) has a type that takes a plain text as well; a generic function's argument has not.
  const isConstant = value.kind === 'text' && /^\w+\.\w+$/.test(text.slice(start, end)) && !/\bF\(\s*$/.test(text.slice(0, start));
  if (isConstant && typeof newValue === 'string') return whole(printLiteral(newValue));
  if (quote !== undefined || (value.kind === 'scalar' && SCALAR.test(text.slice(start, end)))) return whole(printLiteral(newValue));
  return { refused: 'This value is not written as a plain literal here: change it where it is set.' };
}

const KEY = /^(?:([\p{L}_][\p{L}\p{N}_]*)|("(?:[^"\\]|\\.)*"))(\s*:\s*)/u;

/** Renames a struct's field or a map's key. */
export function renameArgument(text: string, argument: NamedPart, newName: string): readonly Edit[] | Refusal {
  const { uri, start, end } = argument.at;
  const [, field, key] = KEY.exec(text.slice(start, end)) ?? [];
  if (field !== undefined) return renamedInColumn(text, { uri, start, end: start + field.length }, fieldName(newName));
  if (key !== undefined) return renamedInColumn(text, { uri, start, end: start + key.length }, JSON.stringify(newName));
  return { refused: `${argument.name} is not written as a field here: rename it to ${fieldName(newName)} by hand.` };
}

/** Writes over the value of `Name: value`; any other part is nothing but its value. */
export function replaceValue(text: string, part: NamedPart, make: (source: string) => Literal | Refusal): readonly Edit[] | Refusal {
  const { uri, start, end } = part.at;
  const opening = KEY.exec(text.slice(start, end))?.[0];
  const from = start + (opening?.length ?? 0);
  const literal = make(text.slice(from, end));
  if (typeof literal === 'object' && 'refused' in literal) return literal;
  const printed = printAt(text, from, literal);
  return printed === undefined ? NEEDS_TYPE : [{ uri, start: from, end, newText: printed }];
}

const NEEDS_TYPE: Refusal = { refused: 'Go has no literal for this without a type. Write it by hand.' };

export function insertItem(text: string, behind: Span, value: Literal): readonly Edit[] | Refusal {
  if (/\{\s*$/.test(text.slice(0, behind.start)) && /^\s*(?:,\s*)?\}/.test(text.slice(behind.end))) return NEEDS_TYPE;
  return insertInList(text, behind, at => printAt(text, at, value));
}
