import { positional } from '../link/arguments';
import { entryOf, keysOf, openPart } from '../link/entries';
import { labelOf } from '../link/labels';
import { within } from '../link/value-parts';
import { isZod } from '../link/zod';
import type { Value, ValueOf } from '../source/values';
import { ofKind } from './zod-kinds';
import { changedByMethod } from './zod-methods';
import { type Made, type Making, record, word, words } from './zod-parts';

/** Deeper than anybody nests what a model is to fill in. */
const DEEPEST = 20;

/**
 * The JSON schema that packages make of a schema of zod (`z.object({ name: z.string().describe('…') })`), as a record; what isn't
 * seen of it stays as it is. Undefined: the value is none, or its kind isn't in sight.
 */
export function zodSchema(value: Value): ValueOf<'record'> | undefined {
  const schema = functionMade(value) ?? schemaMade(value, 0)?.json;
  return schema?.kind === 'record' ? schema : undefined;
}

/** `zodFunction({ name, parameters })` is what OpenAI's package makes a tool with. */
function functionMade(value: Value): Value | undefined {
  const name = value.kind === 'call' && value.callee.kind === 'external' ? value.callee.path[value.callee.path.length - 1] : undefined;
  const definition = value.kind === 'call' ? value.args[0]?.value : undefined;
  if (definition === undefined || (name !== 'zodFunction' && name !== 'zodResponsesFunction')) return undefined;
  const type = ['type', word('function', value.at)] as const;
  if (name === 'zodFunction') return record(value.at, type, ['function', definition]);
  return definition.kind === 'record' ? { ...definition, entries: [...record(value.at, type).entries, ...definition.entries] } : undefined;
}

/** The label of a schema of zod that a tool or a format is written with. */
export function zodIn(value: Value): string | undefined {
  for (const part of within(value)) if (zodSchema(part) !== undefined) return labelOf(part);
  return undefined;
}

/** What packages wrap around a schema: `zodResponseFormat(schema, 'invoice')`, `zodToJsonSchema(schema)`, `z.toJSONSchema(schema)`. */
const WRAPS = /^(?:zod(?:ResponseFormat|TextFormat|OutputFormat|Schema|ToJsonSchema)|toJSONSchema|betaZodOutputFormat)$/;

function schemaMade(value: Value, depth: number): Made | undefined {
  if (depth > DEEPEST) return undefined;
  if (value.kind === 'member') return partOf(value, depth);
  if (value.kind !== 'call') return undefined;
  const { callee, at } = value;
  const args = positional(value.args).map(argument => argument.value);
  const making = makingAt(depth + 1);
  if (callee.kind === 'member') {
    const before = schemaMade(callee.object, depth + 1);
    return before && changedByMethod(before, callee.key, args, at, making);
  }
  if (callee.kind !== 'external') return undefined;
  const kind = callee.path[callee.path.length - 1] ?? '';
  const [first] = args;
  if (WRAPS.test(kind)) return first && schemaMade(first, depth + 1);
  return isZod(callee) ? ofKind(kind, args, at, making) : undefined;
}

function makingAt(depth: number): Making {
  return {
    inner: part => schemaMade(part, depth) ?? { json: part },
    fields: part => (part.kind === 'record' ? { json: objectOf(part, depth) } : (schemaMade(part, depth) ?? { json: part })),
  };
}

/** `Invoice.shape.total`, `Invoices.element` */
function partOf({ object, key }: ValueOf<'member'>, depth: number): Made | undefined {
  if (key === 'element') return property(schemaMade(object, depth + 1), 'items');
  if (object.kind !== 'member' || object.key !== 'shape') return undefined;
  return property(property(schemaMade(object.object, depth + 1), 'properties'), key);
}

function property(of: Made | undefined, key: string): Made | undefined {
  const json = of?.json.kind === 'record' ? entryOf(of.json, key).value : undefined;
  return json && { json };
}

function objectOf(fields: ValueOf<'record'>, depth: number): ValueOf<'record'> {
  const { at } = fields;
  const known = withShapes(fields);
  const { inner } = makingAt(depth);
  const named = keysOf(known).flatMap(key => {
    const { value } = entryOf(known, key);
    return value === undefined ? [] : [{ key, ...inner(value) }];
  });
  const open = openPart(known);
  const properties = record(at, ...named.map(({ key, json }) => [key, json] as const));
  const rest = open === undefined ? [] : [{ value: open, at: open.at }];
  return record(
    at,
    ['type', word('object', at)],
    ['properties', { ...properties, entries: [...properties.entries, ...rest] }],
    [
      'required',
      words(
        named.flatMap(({ key, optional }) => (optional === true ? [] : [key])),
        at,
      ),
    ],
    ['additionalProperties', { kind: 'scalar', at, value: false }],
  );
}

/** `{ ...Base.shape, name: z.string() }` with the fields of the other schema. */
function withShapes(fields: ValueOf<'record'>): ValueOf<'record'> {
  return {
    ...fields,
    entries: fields.entries.flatMap(entry => {
      const of = entry.value.kind === 'spread' ? entry.value.value : entry.value;
      const base = entry.key === undefined && of.kind === 'member' && of.key === 'shape' ? fieldsOf(of.object) : undefined;
      return base === undefined ? [entry] : base.entries;
    }),
  };
}

/** What `z.object` was handed. */
function fieldsOf(schema: Value): ValueOf<'record'> | undefined {
  const first = schema.kind === 'call' && schema.callee.kind === 'external' && isZod(schema.callee) ? schema.args[0]?.value : undefined;
  return first?.kind === 'record' ? first : undefined;
}
