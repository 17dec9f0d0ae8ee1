import { entryOf, keysOf, openPart } from '../link/entries';
import { labelOf } from '../link/labels';
import type { ArgumentPaths } from '../sdks/sdk';
import type { ArgumentLayer } from '../sdks/sdk-call';
import type { Argument, Entry, Value, ValueOf } from '../source/values';
import { asOptions, asSettings } from './as-record';
import { hiddenIn } from './hidden-options';

/** The arguments of an API call by path, whether they are keywords, entries of an options object, or were given to the object it is made on. */
export interface NamedArguments {
  /** The first of these paths that is set. */
  get(paths: ArgumentPaths): NamedArgument | undefined;
  /** What hides further ones (a spread, an options object from elsewhere), for messages; undefined: all are in sight. */
  readonly open: string | undefined;
  /** That value, unless it is an object's own that is not in sight. */
  readonly openValue: Value | undefined;
  readonly names: readonly string[];
}

export interface NamedArgument extends Argument {
  /** Where it was found: `config.max_output_tokens`. */
  readonly path: string;
  /** Set only under a condition. */
  readonly sometimes: boolean;
  /** Only where nothing else says it, as the condition asks. */
  readonly ifMissing?: boolean;
  /** Something unread that stands behind it and may replace it. */
  readonly unless: string | undefined;
}

/** All arguments are evaluated; later layers replace what earlier ones say. `unseen`: what else may have been given, in words. */
export function namedArguments(layers: readonly ArgumentLayer[], unseen?: string): NamedArguments {
  const entries = layers.flatMap((layer, index) => layerEntries(layer, index < layers.length - 1));
  const record: ValueOf<'record'> = { kind: 'record', at: layers[0]?.args[0]?.at ?? { uri: '', start: 0, end: 0 }, entries };
  const part = openPart(record);
  const open = part === undefined ? unseen : label(part);
  // Python refuses a keyword that is passed twice, so nothing replaces one that is written out.
  const written = layers[layers.length - 1]?.args ?? [];

  const top = (key: string): Omit<NamedArgument, 'path'> | undefined => {
    const direct = written.find(argument => argument.name === key);
    if (direct !== undefined) return { name: key, value: direct.value, at: direct.at, sometimes: false, unless: undefined };
    const found = entryOf(record, key);
    if (found.value === undefined) return undefined;
    const at = writtenEntry(record, key)?.at ?? found.value.at;
    const { value, sometimes, ifMissing = false } = found;
    return { name: key, value, at, sometimes, ifMissing, unless: found.open === undefined ? undefined : open };
  };
  const atPath = (path: string): NamedArgument | undefined => {
    const [first = '', ...inner] = path.split('.');
    let found = top(first);
    for (const key of inner) {
      const options = found && asOptions(found.value);
      const entry = options && entryOf(options, key);
      if (found === undefined || options === undefined || entry?.value === undefined) return undefined;
      const at = writtenEntry(options, key)?.at ?? entry.value.at;
      found = {
        name: key,
        value: entry.value,
        at,
        sometimes: found.sometimes || entry.sometimes,
        unless: entry.open === undefined ? found.unless : first,
      };
    }
    return found && { ...found, path };
  };
  /** `sendMessage(text, options)`, where options that aren't in sight may say what the chat was made with. */
  const mayReplace = (path: string, by: string) => topOf(path) !== topOf(by) && hiddenIn(path, named) !== undefined;
  const named: NamedArguments = {
    open,
    openValue: part,
    names: keysOf(record),
    get(paths) {
      for (const [index, path] of paths.entries()) {
        const found = atPath(path);
        if (found === undefined) continue;
        const hiding = index === 0 || found.unless !== undefined ? undefined : paths.slice(0, index).find(each => mayReplace(each, path));
        return hiding === undefined ? found : { ...found, unless: topOf(hiding) };
      }
      return undefined;
    },
  };
  return named;
}

/** The argument that a path begins with: `config` of `config.maxOutputTokens`. */
export function topOf(path: string): string {
  return path.split('.', 1)[0] ?? '';
}

/** Constructors are given options, never a message, so an object literal in their first place holds arguments. */
function layerEntries({ args, positional }: ArgumentLayer, isMaking: boolean): readonly Entry[] {
  return args.flatMap((argument, index): readonly Entry[] => {
    const { name, value, at } = argument;
    if (name !== undefined) return [{ key: name, value, at }];
    if (value.kind === 'spread') return [{ value, at }];
    const place = isOptions(value, positional[index], isMaking && index === 0) ? undefined : positional[index];
    if (place !== undefined) return [{ key: place, value, at }];
    if (NEVER_OPTIONS.has(value.kind) || isCancellation(value)) return [];
    return index === positional.length || index === 0 ? [{ value: { kind: 'spread', at, value: asSettings(value) }, at }] : [];
  });
}

/** .NET's `CancellationToken`, which ends nearly every list of arguments there. */
function isCancellation(value: Value): boolean {
  const type = value.kind === 'param' ? value.type : value.kind === 'call' ? value.callee : value;
  return type?.kind === 'external' && type.path.includes('CancellationToken');
}

/** A client's address, say, or a callback, which no options object can be. */
const NEVER_OPTIONS: ReadonlySet<Value['kind']> = new Set(['text', 'template', 'scalar', 'list', 'function']);

/** JavaScript passes in one object by name what Python passes in order: `sendMessage({ message })`. */
function isOptions(value: Value, place: string | undefined, isFirstOfMaking: boolean): boolean {
  return value.kind === 'record' && (isFirstOfMaking || (place !== undefined && entryOf(value, place).value !== undefined));
}

/** The entry as the source has it, for edits. */
function writtenEntry(value: Value, key: string): Entry | undefined {
  if (value.kind === 'spread') return writtenEntry(value.value, key);
  if (value.kind !== 'record') return undefined;
  for (let index = value.entries.length - 1; index >= 0; index--) {
    const entry = value.entries[index];
    if (entry === undefined) continue;
    const found = entry.key === undefined ? writtenEntry(entry.value, key) : entry.key === key ? entry : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const NAMED: ReadonlySet<Value['kind']> = new Set(['param', 'hole', 'call', 'member']);

function label(value: Value): string {
  return NAMED.has(value.kind) ? labelOf(value) : 'an options object';
}
