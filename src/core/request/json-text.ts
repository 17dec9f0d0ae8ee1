import { entryOf, keysOf, openPart } from '../link/entries';
import { plainText } from '../link/evaluation';
import { toHole } from '../link/volatility';
import type { Hole, Value, ValueOf } from '../source/values';
import { asRecord } from './arguments';
import { computed, toPieces } from './pieces';
import type { Piece } from './request';

/** A tool or schema definition as the JSON that is sent: known parts as text, the rest as holes. */
export function jsonPieces(value: Value): readonly Piece[] {
  if (value.kind !== 'record' && value.kind !== 'list' && builtRecord(value) === undefined) return toPieces(value);
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
    case 'template': {
      const text = plainText(value);
      into.push(text === undefined ? toHole(value) : JSON.stringify(text));
      break;
    }
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
      const record = builtRecord(value);
      if (record === undefined) into.push(toHole(value));
      else writeRecord(record, into);
    }
  }
}

/** `FunctionDefinition.builder().name("find").build()`, where each method says one part of it. */
function builtRecord(value: Value): ValueOf<'record'> | undefined {
  if (value.kind !== 'call' || value.chained !== true) return undefined;
  return value.args.every(({ name }) => name !== undefined && !/^(?:put|add)\p{Lu}/u.test(name)) ? asRecord(value) : undefined;
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
