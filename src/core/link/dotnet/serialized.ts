import type { Entry, Value, ValueOf } from '../../source/values';
import { type Evaluation, NO_CONTEXT, scopeOf } from '../evaluation';
import { memberOf } from '../members';
import { mapGiven } from '../set-in-branches';
import { mapItems } from '../value-parts';

/** Objects inside of each other; deeper ones stay what they are. */
const DEEPEST = 6;

/** Objects of the project's own classes as the JSON that is made of them: `MaxTokens` is `max_tokens`, as the services' fields are called. */
export function serialized(evaluation: Evaluation, value: Value, depth = 0): Value {
  const inner = (each: Value) => serialized(evaluation, each, depth + 1);
  if (depth > DEEPEST) return value;
  switch (value.kind) {
    case 'instance':
      return asRecord(evaluation, value, inner);
    case 'record':
      return ofRecord(value, inner);
    default:
      return mapItems(value, inner);
  }
}

/** An object that was changed after it was made (`body.MaxTokens = 60`), also in branches; keys of a table stay as they are. */
function ofRecord(record: ValueOf<'record'>, inner: (value: Value) => Value, isObject = isChangedObject(record)): Value {
  const entries = record.entries.map(entry => {
    if (entry.key !== undefined) return { ...entry, key: isObject ? wireName(entry.key) : entry.key, value: inner(entry.value) };
    return { ...entry, value: mapGiven(entry.value, fields => ofRecord(fields, inner, isObject), inner) };
  });
  return { ...record, entries };
}

function isChangedObject({ entries: [first] }: ValueOf<'record'>): boolean {
  const base = first?.key === undefined && first?.value.kind === 'spread' ? first.value.value : undefined;
  return base?.kind === 'record' ? isChangedObject(base) : base?.kind === 'instance';
}

function asRecord(evaluation: Evaluation, object: ValueOf<'instance'>, inner: (value: Value) => Value): Value {
  const { at } = object;
  const entries = fieldNames(evaluation, object).flatMap((key): readonly Entry[] => {
    const value = memberOf(evaluation, { kind: 'member', at, object, key }, object, NO_CONTEXT);
    const isUnset = value.kind === 'hole' || value.kind === 'function' || (value.kind === 'scalar' && value.value === null);
    return isUnset ? [] : [{ key: wireName(key), value: inner(value), at: value.at }];
  });
  return { kind: 'record', at, entries };
}

/** What it is made with, what its class declares, and its constructor's parameters. */
function fieldNames(evaluation: Evaluation, { at, scope, args }: ValueOf<'instance'>): readonly string[] {
  const declared = (scopeOf(evaluation, at.uri, scope)?.effects ?? []).flatMap(effect =>
    effect.kind === 'assign' && effect.target.root === 'self' && effect.target.path.length === 1 ? effect.target.path : [],
  );
  const scopes = evaluation.codeOf(at.uri)?.scopes ?? [];
  const params = scopes.filter(each => each.parent === scope && each.name === 'constructor').flatMap(each => each.params);
  const given = args.flatMap(({ name }) => name ?? []);
  return [...new Set([...declared, ...params.map(({ name }) => name), ...given])].filter(name => /^[\p{Lu}a-z]/u.test(name));
}

function wireName(name: string): string {
  return name.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, '_').toLowerCase();
}
