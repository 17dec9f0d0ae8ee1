import type { Span } from '../source/span';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { KEPT_SETTING } from './dict-classes';
import { entryOf } from './entries';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { readsData } from './file-texts';
import { hole } from './hole';
import { lineageOf } from './lineage';
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
  const kept = keptUnder(key, call.at);
  return stated === undefined ? kept : choose(call.at, [kept, stated]);
}

function valueAt(value: Value | undefined, [key, ...rest]: readonly string[]): Value | undefined {
  if (key === undefined || value === undefined) return value;
  return value.kind === 'record' ? valueAt(entryOf(value, key).value, rest) : undefined;
}

/** What gives all that was kept under a key, or what of it is asked for: a browser's storage, an extension's, a mobile app's. */
const STORAGE =
  /^(?:global\.(?:window\.)?localStorage\.getItem|(?:global\.(?:chrome|browser)|webextension-polyfill(?:\.default)?)\.storage\.(?:local|sync|managed)\.get|@react-native-async-storage\/async-storage\.default\.getItem)$/;

/**
 * Whether a value is what was kept on the machine that a program runs on, a file that isn't in sight included, or a part of it:
 * `JSON.parse(readFileSync(path))`, `localStorage.getItem('model')`, `(await chrome.storage.sync.get('model')).model`.
 */
export function isReadBack(value: Value): boolean {
  if (value.kind === 'member' || value.kind === 'index') return isReadBack(value.object);
  if (value.kind === 'choice') return value.options.some(isReadBack);
  if (value.kind !== 'call') return false;
  const name = nameOf(value);
  const [first] = positional(value.args).map(argument => argument.value);
  return readsData(value) || STORAGE.test(name) || (first !== undefined && name === 'global.JSON.parse' && isReadBack(first));
}

/** `this.loadData()` of a plugin (Obsidian): what it kept. */
export function isDataOfPlugin(evaluation: Evaluation, value: Value): boolean {
  const { callee } = value.kind === 'call' ? value : { callee: undefined };
  if (callee?.kind !== 'member' || callee.key !== 'loadData') return false;
  const { object } = callee;
  if (object.kind !== 'self' && object.kind !== 'instance') return false;
  const { others } = lineageOf(evaluation, object.at.uri, object.scope, NO_CONTEXT);
  return others.some(base => base.kind === 'external' && base.module === 'obsidian');
}

/** `(await chrome.storage.sync.get({ model: 'gpt-5.4' })).model`: what was kept, or what the call states in its place. */
export function keptOr(call: ValueOf<'call'>, key: string, at: Span): Value | undefined {
  const [stated] = positional(call.args).map(argument => argument.value);
  if (stated?.kind !== 'record' || !STORAGE.test(nameOf(call))) return undefined;
  const { value } = entryOf(stated, key);
  return value === undefined ? undefined : choose(at, [keptUnder(key, at), value]);
}

/** What nobody sees of what is kept. */
export function keptUnder(key: string, at: Span): Value {
  return hole(at, key, KEPT_SETTING, { volatility: 'deploy', proven: true });
}

function nameOf({ callee }: ValueOf<'call'>): string {
  return callee.kind === 'external' ? [callee.module, ...callee.path].join('.') : '';
}
