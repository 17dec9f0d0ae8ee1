import type { Span } from '../source/span';
import type { Value } from '../source/values';
import { changedByMethod } from './zod-methods';
import { type Made, type Making, of, record, word } from './zod-parts';

/** The formats that version 4 has as kinds of their own (`z.email()`), and earlier ones as methods of a text. */
const FORMATTED = /^(?:email|url|uuid|guid|cuid2?|ulid|nanoid|ipv[46]|base64)$/;

/** What `z.<kind>(…)` is in JSON; undefined for a kind that has no form there. */
export function ofKind(kind: string, args: readonly Value[], at: Span, making: Making): Made | undefined {
  const { inner } = making;
  const [first, second] = args;
  const typed = (type: string, ...more: readonly [string, Value][]): Made => ({ json: record(at, ['type', word(type, at)], ...more) });
  const each = (list: Value): Value =>
    list.kind === 'list'
      ? of(
          list.items.map(item => inner(item).json),
          at,
        )
      : list;
  if (FORMATTED.test(kind)) return typed('string', ['format', word(kind, at)]);
  switch (kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return typed(kind);
    case 'int':
    case 'bigint':
      return typed('integer');
    case 'date':
      return typed('string', ['format', word('date-time', at)]);
    case 'any':
    case 'unknown':
      return { json: record(at) };
    case 'literal':
      return first && { json: record(at, first.kind === 'list' ? ['enum', first] : ['const', first]) };
    case 'enum':
    case 'nativeEnum':
      return first && typed('string', ['enum', valuesOf(first)]);
    case 'array':
    case 'set':
      return first && typed('array', ['items', inner(first).json]);
    case 'tuple':
      return first && typed('array', ['items', each(first)]);
    case 'record':
    case 'map':
      return typed('object', ['additionalProperties', inner(second ?? first ?? record(at)).json]);
    case 'union':
      return first && { json: record(at, ['anyOf', each(first)]) };
    case 'discriminatedUnion':
      return second && { json: record(at, ['anyOf', each(second)]) };
    case 'intersection':
      return first && second && { json: record(at, ['allOf', each(of([first, second], at))]) };
    case 'optional':
    case 'nullable':
    case 'nullish':
      return first && changedByMethod(inner(first), kind, [], at, making);
    case 'preprocess':
      return second && inner(second);
    case 'object':
    case 'strictObject':
    case 'looseObject':
    case 'interface':
      return first?.kind === 'record' ? making.fields(first) : undefined;
    default:
      return undefined;
  }
}

/** A list of texts, or what an object's names stand for. */
function valuesOf(values: Value): Value {
  return values.kind === 'record'
    ? of(
        values.entries.map(entry => entry.value),
        values.at,
      )
    : values;
}
