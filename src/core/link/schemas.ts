import type { Argument, Call, Entry, Value, ValueOf } from '../source/values';
import { entryOf } from './entries';
import { choose, hole, positional } from './evaluation';
import { toHole } from './volatility';

const PARSING: ReadonlySet<string> = new Set(['parse', 'parseAsync', 'safeParse', 'safeParseAsync', 'passthrough', 'strict', 'strip']);

/** `z.object({ model: z.string().default('…') }).parse(data)`: what is given, or else the schema's defaults. */
export function parsedBySchema(schema: Value, method: string, call: Call, args: readonly Argument[]): Value | undefined {
  const fields = PARSING.has(method) ? fieldsOf(schema) : undefined;
  const data = positional(args)[0]?.value;
  if (fields === undefined || data === undefined) return undefined;
  const parsed = withDefaults(fields, data, call);
  if (!method.startsWith('safe')) return parsed;
  return { kind: 'record', at: call.at, entries: [{ key: 'data', value: parsed, at: call.at }] };
}

/** `createEnv({ server: { MODEL: z.string().default('…') } })` reads the environment. */
export function createdEnvironment(path: string, call: Call, args: readonly Argument[]): Value | undefined {
  const options = /^@t3-oss\/env-(?:nextjs|core|nuxt)\.createEnv$/.test(path) ? positional(args)[0]?.value : undefined;
  if (options?.kind !== 'record') return undefined;
  const parts = ['server', 'client', 'shared'].flatMap(key => entryOf(options, key).value ?? []);
  const entries = parts.flatMap(part => (part.kind === 'record' ? part.entries : []));
  const environment: Value = { kind: 'external', at: call.at, module: 'global', path: ['process', 'env'] };
  return withDefaults({ kind: 'record', at: call.at, entries }, environment, call);
}

/** The record in `z.object({…})`, whatever is added to it. */
function fieldsOf(schema: Value): ValueOf<'record'> | undefined {
  if (schema.kind !== 'call') return undefined;
  const { callee } = schema;
  if (callee.kind === 'member') return fieldsOf(callee.object);
  const isObject =
    callee.kind === 'external' &&
    /^zod\b/.test(callee.module) &&
    /^(?:object|strictObject|looseObject)$/.test(callee.path[callee.path.length - 1] ?? '');
  const fields = isObject ? positional(schema.args)[0]?.value : undefined;
  return fields?.kind === 'record' ? fields : undefined;
}

function withDefaults(fields: ValueOf<'record'>, data: Value, call: Call): Value {
  const deployed = toHole(data).volatility === 'deploy';
  const entries = fields.entries.flatMap((entry): readonly Entry[] => {
    const { key } = entry;
    if (key === undefined) return [];
    const fallback = defaultOf(entry.value);
    return [{ key, value: field(key, fallback, data, deployed, call), at: entry.at }];
  });
  return { kind: 'record', at: call.at, entries };
}

function field(key: string, fallback: Value | undefined, data: Value, deployed: boolean, call: Call): Value {
  if (deployed) {
    const set = hole(call.at, key, 'set where the program is deployed', { volatility: 'deploy', proven: true });
    return fallback === undefined ? set : choose(call.at, [set, fallback]);
  }
  const given = data.kind === 'record' ? entryOf(data, key) : undefined;
  if (given?.value !== undefined && !given.sometimes && given.open === undefined) return given.value;
  if (given !== undefined && given.value === undefined && given.open === undefined && fallback !== undefined) return fallback;
  return { kind: 'param', at: call.at, scope: 0, name: key, outside: true, ...(fallback === undefined ? {} : { fallback }) };
}

/** What `.default(…)` says, wherever it stands in a field's chain. */
function defaultOf(schema: Value): Value | undefined {
  if (schema.kind !== 'call' || schema.callee.kind !== 'member') return undefined;
  const { key, object } = schema.callee;
  const stated = key === 'default' || key === 'catch' || key === 'prefault' ? positional(schema.args)[0]?.value : undefined;
  return stated === undefined || stated.kind === 'function' ? defaultOf(object) : stated;
}
