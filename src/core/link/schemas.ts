import { setAtDeployment } from '../source/deployed';
import type { Argument, Call, Entry, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { entryOf } from './entries';
import type { Context, Evaluation } from './evaluation';
import { hole } from './hole';
import { invoke } from './invoke';
import { namesTaken } from './schema-names';
import { toHole } from './volatility';
import { isZod } from './zod';

const PARSING: ReadonlySet<string> = new Set(['parse', 'parseAsync', 'safeParse', 'safeParseAsync', 'validate', 'validateAsync']);
/** Methods of a schema that leave what it gives for data as it is. */
const NEUTRAL: ReadonlySet<string> = new Set([
  ...['strict', 'strip', 'passthrough', 'loose', 'catchall', 'refine', 'superRefine', 'check', 'describe', 'meta', 'brand', 'readonly'],
  ...['partial', 'deepPartial', 'required', 'pick', 'omit', 'optional', 'nullable', 'nullish', 'default', 'catch', 'prefault', 'register'],
  // Joi's.
  ...['unknown', 'options', 'prefs', 'preferences', 'label', 'messages', 'or', 'xor', 'with', 'without', 'when'],
]);
const ADDING: ReadonlySet<string> = new Set(['extend', 'safeExtend', 'augment', 'merge', 'and', 'keys', 'append']);
/** zod, or Joi. */
const MODULES = /^(?:zod\b|joi$|@hapi\/joi$)/;
const OBJECT = /^(?:object|strictObject|looseObject)$/;

/** Where a schema is asked to parse something. */
export interface Parse {
  readonly evaluation: Evaluation;
  readonly call: Call;
  readonly context: Context;
}

/** `z.object({ model: z.string().default('…') }).parse(data)`, `Joi.object({ … }).validate(data)`: what is given, or else the schema's defaults; undefined: not one, or not read. */
export function parsedBySchema(
  evaluation: Evaluation,
  schema: Value,
  method: string,
  call: Call,
  args: readonly Argument[],
  context: Context,
): Value | undefined {
  const data = PARSING.has(method) ? positional(args)[0]?.value : undefined;
  const parsed = data && parsedAs({ evaluation, call, context }, schema, data);
  const under = method.startsWith('safe') ? 'data' : method === 'validate' ? 'value' : undefined;
  if (parsed === undefined || under === undefined) return parsed;
  return { kind: 'record', at: call.at, entries: [{ key: under, value: parsed, at: call.at }] };
}

function parsedAs(parse: Parse, schema: Value, data: Value): Value | undefined {
  const fields = fieldsOf(schema);
  if (fields !== undefined) {
    const parsed = fieldsParsed(parse, fields, data);
    const rest: Entry = { value: { kind: 'spread', at: data.at, value: data }, at: data.at };
    return keepsOthers(schema) ? { ...parsed, entries: [rest, ...parsed.entries] } : parsed;
  }
  if (schema.kind !== 'call' || schema.callee.kind !== 'member') return undefined;
  const { key, object } = schema.callee;
  const [first] = positional(schema.args).map(({ value }) => value);
  if (first === undefined || (key !== 'transform' && key !== 'pipe')) return NEUTRAL.has(key) ? parsedAs(parse, object, data) : undefined;
  const before = parsedAs(parse, object, data);
  if (before === undefined) return undefined;
  return key === 'pipe' ? parsedAs(parse, first, before) : transformed(parse, first, before);
}

/** The record in `z.object({…})`, and what is added to it. */
function fieldsOf(schema: Value): ValueOf<'record'> | undefined {
  if (schema.kind !== 'call') return undefined;
  const { callee, at } = schema;
  const [first] = positional(schema.args).map(({ value }) => value);
  if (callee.kind === 'member') {
    if (!ADDING.has(callee.key)) return NEUTRAL.has(callee.key) ? fieldsOf(callee.object) : undefined;
    const own = fieldsOf(callee.object);
    const added = first?.kind === 'record' ? first : first && fieldsOf(first);
    return own && added && { kind: 'record', at, entries: [...own.entries, ...added.entries] };
  }
  const isObject = callee.kind === 'external' && MODULES.test(callee.module) && OBJECT.test(callee.path[callee.path.length - 1] ?? '');
  if (!isObject) return undefined;
  return first === undefined ? { kind: 'record', at, entries: [] } : first.kind === 'record' ? first : undefined;
}

/** `.passthrough()`, `z.looseObject({…})` */
function keepsOthers(schema: Value): boolean {
  if (schema.kind !== 'call') return false;
  const { callee } = schema;
  if (callee.kind === 'member') return /^(?:passthrough|loose|catchall|unknown)$/.test(callee.key) || keepsOthers(callee.object);
  return callee.kind === 'external' && callee.path[callee.path.length - 1] === 'looseObject';
}

export function fieldsParsed(parse: Parse, fields: ValueOf<'record'>, data: Value): ValueOf<'record'> {
  const isDeployed = toHole(data).volatility === 'deploy';
  const given = (key: string) => (isDeployed ? setAtDeployment(parse.call.at, key) : givenFor(key, data, parse.call));
  const entries = fields.entries.flatMap(({ key, value, at }): readonly Entry[] => {
    if (key === undefined) return [];
    const read = fieldParsed(parse, value, () => given(key)) ?? outside(key, parse.call);
    const names = read.kind === 'param' && read.outside === true && read.fallback === undefined ? namesTaken(value) : undefined;
    // Whoever passes another one is refused.
    return [{ key, value: names === undefined ? read : choose(parse.call.at, names), at }];
  });
  return { kind: 'record', at: parse.call.at, entries };
}

/** What a field's schema makes of what is given; undefined: nothing is, and it has no default. */
function fieldParsed(parse: Parse, schema: Value, given: () => Value | undefined): Value | undefined {
  if (schema.kind !== 'call' || schema.callee.kind !== 'member') return given();
  const { key, object } = schema.callee;
  const before = fieldParsed(parse, object, given);
  const [first] = positional(schema.args).map(({ value }) => value);
  if (key === 'transform' && first !== undefined) return before && transformed(parse, first, before);
  const isDefault = key === 'default' || key === 'catch' || key === 'prefault';
  return isDefault && first !== undefined && first.kind !== 'function' ? otherwise(before, first, parse.call) : before;
}

/** What is given, or the default in its place. */
export function otherwise(given: Value | undefined, fallback: Value, { at }: Call): Value {
  if (given === undefined) return fallback;
  if (given.kind === 'param') return { ...given, fallback };
  return toHole(given).volatility === 'deploy' ? choose(at, [given, fallback]) : given;
}

/** What the function of `.transform(…)` gives, where it doesn't refuse (`z.NEVER`). */
function transformed({ evaluation, call, context }: Parse, fn: Value, value: Value): Value {
  const unread = hole(call.at, 'transform()', 'computed while the program runs');
  if (fn.kind !== 'function') return unread;
  const made = invoke(evaluation, fn, [{ value, at: call.at }], undefined, call.at, context);
  if (made?.kind !== 'choice') return made ?? unread;
  return choose(
    made.at,
    made.options.filter(option => !isZod(option)),
  );
}

/** What data surely holds, undefined where it surely doesn't, else what somebody outside passes. */
function givenFor(key: string, data: Value, call: Call): Value | undefined {
  const found = data.kind === 'record' ? entryOf(data, key) : undefined;
  return found !== undefined && found.open === undefined && !found.sometimes ? found.value : outside(key, call);
}

/** What comes from outside of the program, and no caller passes. */
export function outside(name: string, { at }: Call): Value {
  return { kind: 'param', at, scope: 0, name, outside: true };
}
