import { everyValue } from '../link/entries';
import type { Argument, Value } from '../source/values';

/**
 * The settings that Semantic Kernel's arguments of a prompt hold (`new KernelArguments(settings) { ["topic"] = topic }`), or are. What
 * isn't in sight may be or hold any.
 */
export function kernelSettings(value: Value | undefined): readonly (readonly Argument[])[] {
  if (value === undefined) return [];
  const made = value.kind === 'call' ? typeOf(value.callee) : undefined;
  if (value.kind !== 'call' || made === undefined) return OPEN.has(value.kind) ? [unread(value)] : written(value);
  if (/Settings$/.test(made)) return [value.args];
  return made === 'KernelArguments' ? settingsOf(value.args) : [unread(value)];
}

/** Those that are named go before what the arguments are a copy of: `new KernelArguments(others, executionSettings: settings)`. */
function settingsOf(args: readonly Argument[]): readonly (readonly Argument[])[] {
  const named = args.find(({ name }) => name === 'executionSettings');
  if (named !== undefined) return byService(named.value);
  return args.flatMap(({ name, value }) => (name === undefined ? kernelSettings(value) : []));
}

const OPEN: ReadonlySet<Value['kind']> = new Set(['param', 'hole', 'call']);

/** Of `new(settings)`, whose type is the parameter's, it is the one that takes settings. */
function typeOf(callee: Value): string | undefined {
  if (callee.kind === 'hole') return 'KernelArguments';
  return callee.kind === 'external' ? callee.path[callee.path.length - 1] : undefined;
}

/** A table of settings by the service that they are for. */
function byService(table: Value): readonly (readonly Argument[])[] {
  return table.kind === 'record' ? (everyValue(table) ?? [table]).flatMap(kernelSettings) : kernelSettings(table);
}

function written(value: Value): readonly (readonly Argument[])[] {
  if (value.kind === 'list') return value.items.flatMap(item => known(item.kind === 'spread' ? item.value : item));
  return value.kind === 'record'
    ? value.entries.flatMap(entry => (entry.value.kind === 'spread' ? kernelSettings(entry.value.value) : []))
    : [];
}

/** What is put under a name is text for the prompt, unless it is seen to be settings. */
function known(item: Value): readonly (readonly Argument[])[] {
  return OPEN.has(item.kind) && !(item.kind === 'call' && typeOf(item.callee) !== undefined) ? [] : kernelSettings(item);
}

function unread(value: Value): readonly Argument[] {
  return [{ value: { kind: 'spread', at: value.at, value }, at: value.at }];
}
