import { entryOf, keysOf, openPart } from '../link/entries';
import { plainText } from '../link/plain-values';
import { toHole } from '../link/volatility';
import type { Argument, Hole, Value, ValueOf } from '../source/values';
import { asRecord } from './as-record';
import { computed, toPieces } from './pieces';
import type { Piece } from './request';
import { zodSchema } from './zod-schema';

/** A tool or schema definition as the JSON that is sent: known parts as text, the rest as holes. */
export function jsonPieces(value: Value): readonly Piece[] {
  if (value.kind !== 'record' && value.kind !== 'list' && madeRecord(value) === undefined) return toPieces(value);
  const parts: (string | Hole)[] = [];
  write(value, parts);
  const pieces: Piece[] = [];
  let text = '';
  for (const part of [...parts, '']) {
    if (typeof part === 'string') text += part;
    if (text !== '' && typeof part !== 'string') {
      pieces.push(computed(text, value.at));
      text = '';
    }
    if (typeof part !== 'string') pieces.push(part);
  }
  return text === '' ? pieces : [...pieces, computed(text, value.at)];
}

function write(value: Value, into: (string | Hole)[]): void {
  switch (value.kind) {
    case 'scalar':
      into.push(String(value.value));
      break;
    case 'text':
    case 'template':
      into.push(...quoted(value));
      break;
    case 'list':
      between('[', ']', value.items, item => write(item, into), into);
      break;
    case 'record':
      writeRecord(value, into);
      break;
    case 'optional':
      write(value.item, into);
      break;
    default: {
      const record = madeRecord(value);
      if (record === undefined) into.push(toHole(value));
      else writeRecord(record, into);
    }
  }
}

/** A text in quotes, with what is put into it where it stands. */
function quoted(value: Value): readonly (string | Hole)[] {
  const text = plainText(value);
  if (text !== undefined) return [JSON.stringify(text)];
  const parts = toPieces(value).map(piece => (piece.kind === 'text' ? JSON.stringify(piece.text.text).slice(1, -1) : piece));
  const known = parts.flatMap(part => (typeof part === 'string' || part.kind === 'hole' ? [part] : []));
  return known.length < parts.length ? [toHole(value)] : ['"', ...known, '"'];
}

/** What JSON is made of a call that makes a schema or a definition. */
function madeRecord(value: Value): ValueOf<'record'> | undefined {
  return builtRecord(value) ?? zodSchema(value);
}

/** `FunctionDefinition.builder().name("find").build()`, where each method says one part of it. */
function builtRecord(value: Value): ValueOf<'record'> | undefined {
  if (value.kind !== 'call' || value.chained !== true) return undefined;
  const args = value.args.map(put).reduce(added, []);
  return args.every(({ name }) => name !== undefined && !/^put\p{Lu}/u.test(name)) ? asRecord({ ...value, args }) : undefined;
}

/** `addRequired("a")` is one more of what is `required`. */
function added(args: readonly Argument[], argument: Argument): readonly Argument[] {
  const [, first, rest] = /^add(\p{Lu})(\w*)$/u.exec(argument.name ?? '') ?? [];
  if (first === undefined) return [...args, argument];
  const name = `${first.toLowerCase()}${rest}`;
  const before = args.find(each => each.name === name && each.value.kind === 'list');
  const items = before?.value.kind === 'list' ? before.value.items : [];
  const value: Value = { kind: 'list', at: argument.at, items: [...items, argument.value] };
  return [...args.filter(each => each !== before), { ...argument, name, value }];
}

/** `putAdditionalProperty("type", value)` says a part by the name that it is handed. */
function put(argument: Argument): Argument {
  const { name = '', value } = argument;
  const [key, said, ...more] = value.kind === 'list' ? value.items : [];
  const isPut = /^put\p{Lu}/u.test(name) && key?.kind === 'text' && said !== undefined && more.length === 0;
  return isPut ? { ...argument, name: key.text.text, value: said } : argument;
}

/** What JSON has no word for (a function) is left out with its key. */
function writeRecord(record: ValueOf<'record'>, into: (string | Hole)[]): void {
  const known = keysOf(record).flatMap(key => {
    const { value } = entryOf(record, key);
    return value === undefined || value.kind === 'function' ? [] : [{ key, value }];
  });
  between(
    '{',
    '}',
    known,
    ({ key, value }) => {
      into.push(`${JSON.stringify(key)}:`);
      write(value, into);
    },
    into,
  );
  const open = openPart(record);
  if (open !== undefined) into.push(toHole(open));
}

function between<T>(opening: string, closing: string, items: readonly T[], each: (item: T) => void, into: (string | Hole)[]): void {
  into.push(opening);
  items.forEach((item, index) => {
    if (index > 0) into.push(',');
    each(item);
  });
  into.push(closing);
}
