import { setAtDeployment } from '../source/deployed';
import type { Argument, Call, Entry, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { entryOf } from './entries';
import type { Context, Evaluation } from './evaluation';
import { fieldsParsed, otherwise, outside } from './schemas';
import { toHole } from './volatility';

/** `createEnv({ server: { MODEL: z.string().default('…') } })`, `cleanEnv(process.env, { MODEL: str({ default: '…' }) })` read the environment. */
export function validatedEnvironment(
  evaluation: Evaluation,
  path: string,
  call: Call,
  args: readonly Argument[],
  context: Context,
): Value | undefined {
  const [data, validators] = positional(args).map(({ value }) => value);
  if (path === 'envalid.cleanEnv' && data !== undefined && validators?.kind === 'record') return cleaned(data, validators, call);
  const options = /^@t3-oss\/env-(?:nextjs|core|nuxt)\.createEnv$/.test(path) ? data : undefined;
  if (options?.kind !== 'record') return undefined;
  const parts = ['server', 'client', 'shared'].flatMap(key => entryOf(options, key).value ?? []);
  const entries = parts.flatMap(part => (part.kind === 'record' ? part.entries : []));
  const environment: Value = { kind: 'external', at: call.at, module: 'global', path: ['process', 'env'] };
  return fieldsParsed({ evaluation, call, context }, { kind: 'record', at: call.at, entries }, environment);
}

/** What envalid makes of the environment: what is set, or else the default that a validator is told. */
function cleaned(data: Value, validators: ValueOf<'record'>, call: Call): Value {
  const isDeployed = toHole(data).volatility === 'deploy';
  const entries = validators.entries.flatMap(({ key, value, at }): readonly Entry[] => {
    if (key === undefined) return [];
    const told = value.kind === 'call' ? positional(value.args)[0]?.value : undefined;
    const fallback = told?.kind === 'record' ? entryOf(told, 'default').value : undefined;
    const given = isDeployed ? setAtDeployment(call.at, key) : outside(key, call);
    return [{ key, value: fallback === undefined ? given : otherwise(given, fallback, call), at }];
  });
  return { kind: 'record', at: call.at, entries };
}
