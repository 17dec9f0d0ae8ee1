import { entryOf } from '../link/evaluation';
import type { Argument, Entry, Value } from '../source/values';

/** The arguments of an API call by name, whether they are keywords or entries of an options object. */
export interface NamedArguments {
  get(name: string): Argument | undefined;
  /** Whether something unread (a spread, an options object from elsewhere) may set further ones. */
  readonly open: boolean;
  /** What hides them, for messages. */
  readonly openLabel: string;
  readonly names: readonly string[];
}

/** `args` are evaluated. JavaScript's options object is the first positional argument. */
export function namedArguments(args: readonly Argument[]): NamedArguments {
  const found = new Map<string, Argument>();
  let open = '';
  for (const argument of args) {
    if (argument.name !== undefined) found.set(argument.name, argument);
    else {
      const value = argument.value.kind === 'spread' ? argument.value.value : argument.value;
      if (argument === args[0] || argument.value.kind === 'spread') open = fromValue(value, found) || open;
    }
  }
  return { get: name => found.get(name), open: open !== '', openLabel: open, names: [...found.keys()] };
}

function fromValue(value: Value, found: Map<string, Argument>): string {
  if (value.kind !== 'record') return value.kind === 'scalar' ? '' : label(value);
  let open = '';
  for (const entry of value.entries) {
    if (entry.key === undefined) open = fromSpread(entry, found) || open;
    else found.set(entry.key, { name: entry.key, value: entry.value, at: entry.at });
  }
  return open;
}

function fromSpread(entry: Entry, found: Map<string, Argument>): string {
  const inner = entry.value.kind === 'spread' ? entry.value.value : entry.value;
  return fromValue(inner, found);
}

function label(value: Value): string {
  if (value.kind === 'param') return value.name;
  return value.kind === 'hole' ? value.label : 'an options object';
}

/** A record's entry as an argument. */
export function entryArgument(record: Value | undefined, key: string): Value | undefined {
  return record?.kind === 'record' ? entryOf(record, key).value : undefined;
}
