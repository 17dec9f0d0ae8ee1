import type { Span } from '../source/span';
import type { Entry, Value, ValueOf } from '../source/values';
import type { Change } from './changes';

/** One of several entries of a record: `{limit_name: 900}`, where one of two names is meant. */
export function oneOfEntries(entries: readonly Entry[], at: Span): Entry {
  const options = entries.map((entry): Value => ({ kind: 'record', at, entries: [entry] }));
  return { value: { kind: 'spread', at, value: { kind: 'choice', at, options } }, at };
}

/**
 * Whether several branches of a statement do nothing but set keys (`options["max_completion_tokens"] = n` or else
 * `options["max_tokens"] = n`): the object has what one of them sets, and not each of it perhaps.
 */
export function onlySetKeys(branches: readonly (readonly Change[])[]): boolean {
  const setting = branches.filter(changes => changes.length > 0);
  return setting.length > 1 && setting.flat().every(change => change.kind === 'assign' && change.target.path.length === 1);
}

/** What a branch begins with that is looked at by itself. */
export function nothingSet(at: Span): Value {
  return { kind: 'record', at, entries: [] };
}

/** An object with one of several records of what is set on it. */
export function withGiven(state: Value, given: Value, conditional: boolean): Value {
  // What is set on a class stays a class; its fields are found with it.
  if (state.kind === 'class' || state.kind === 'function') return state;
  const { at } = given;
  const value: Value = conditional ? { kind: 'optional', at, item: given } : given;
  const spread = (inner: Value): Entry => ({ value: { kind: 'spread', at: inner.at, value: inner }, at: inner.at });
  return { kind: 'record', at: state.at, entries: [spread(state), spread(value)] };
}

/** What `withGiven` puts behind an object, with each record of it, whose keys are the object's fields, made anew; `other`: what is no such record. */
export function mapGiven(given: Value, each: (record: ValueOf<'record'>) => Value, other: (value: Value) => Value): Value {
  switch (given.kind) {
    case 'spread':
      return { ...given, value: mapGiven(given.value, each, other) };
    case 'optional':
      return { ...given, item: mapGiven(given.item, each, other) };
    case 'choice':
      return { ...given, options: given.options.map(option => mapGiven(option, each, other)) };
    case 'record':
      return each(given);
    default:
      return other(given);
  }
}
