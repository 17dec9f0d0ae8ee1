import { entryOf, keysOf, openPart } from '../link/entries';
import { labelOf } from '../link/labels';
import type { Argument, Entry, Value, ValueOf } from '../source/values';

/** The arguments of an API call by name, whether they are keywords or entries of an options object. */
export interface NamedArguments {
  get(name: string): NamedArgument | undefined;
  /** What hides further ones (a spread, an options object from elsewhere), for messages; undefined: all are in sight. */
  readonly open: string | undefined;
  readonly names: readonly string[];
}

export interface NamedArgument extends Argument {
  /** Set only under a condition. */
  readonly sometimes: boolean;
  /** Something unread that stands behind it and may replace it. */
  readonly unless: string | undefined;
}

/** `args` are evaluated. JavaScript's options object is the first positional argument. */
export function namedArguments(args: readonly Argument[]): NamedArguments {
  const entries = args.flatMap((argument, index): readonly Entry[] => {
    const { name, value, at } = argument;
    if (name !== undefined) return [{ key: name, value, at }];
    if (value.kind === 'spread') return [{ value, at }];
    return index === 0 ? [{ value: { kind: 'spread', at, value }, at }] : [];
  });
  const record: ValueOf<'record'> = { kind: 'record', at: args[0]?.at ?? { uri: '', start: 0, end: 0 }, entries };
  const open = openPart(record);
  const openLabel = open === undefined ? undefined : label(open);
  return {
    open: openLabel,
    names: keysOf(record),
    get(name) {
      // Python refuses a keyword that is passed twice, so nothing replaces one that is written out.
      const direct = args.find(argument => argument.name === name);
      if (direct !== undefined) return { name, value: direct.value, at: direct.at, sometimes: false, unless: undefined };
      const found = entryOf(record, name);
      if (found.value === undefined) return undefined;
      const at = writtenEntry(record, name)?.at ?? found.value.at;
      return { name, value: found.value, at, sometimes: found.sometimes, unless: found.open ? openLabel : undefined };
    },
  };
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

function label(value: Value): string {
  return value.kind === 'param' || value.kind === 'hole' ? labelOf(value) : 'an options object';
}

/** A record's entry. */
export function entryArgument(record: Value | undefined, key: string): Value | undefined {
  return record?.kind === 'record' ? entryOf(record, key).value : undefined;
}
