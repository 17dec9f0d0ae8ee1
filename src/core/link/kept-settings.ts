import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { KEPT_SETTING } from './dict-classes';
import { entryOf } from './entries';
import { hole } from './hole';
import { plainText } from './plain-values';

/** Packages that keep a program's settings on the machine that it runs on. */
const STORES: ReadonlySet<string> = new Set(['electron-store', 'conf']);

/**
 * `store.get('model')` of `new Store({ defaults: { model: 'gpt-5.4' } })`: what was kept, or the default that the store, its schema or
 * the call states. Undefined for anything else.
 */
export function keptSetting(
  { callee, args: made }: ValueOf<'call'>,
  method: string,
  args: readonly Argument[],
  call: Call,
): Value | undefined {
  if (method !== 'get' || callee.kind !== 'external' || !STORES.has(callee.module)) return undefined;
  const [written, passed] = positional(args).map(({ value }) => value);
  const key = written && plainText(written);
  if (key === undefined) return undefined;
  const [options] = positional(made).map(({ value }) => value);
  const path = key.split('.');
  const declared = path.flatMap((part, depth) => (depth === 0 ? [part] : ['properties', part]));
  const stated = valueAt(options, ['defaults', ...path]) ?? valueAt(options, ['schema', ...declared, 'default']) ?? passed;
  const kept = hole(call.at, key, KEPT_SETTING, { volatility: 'deploy', proven: true });
  return stated === undefined ? kept : choose(call.at, [kept, stated]);
}

function valueAt(value: Value | undefined, [key, ...rest]: readonly string[]): Value | undefined {
  if (key === undefined || value === undefined) return value;
  return value.kind === 'record' ? valueAt(entryOf(value, key).value, rest) : undefined;
}
