import type { Value, ValueOf } from '../source/values';
import { choose, type Context, entryOf, type Evaluation, hole, plainText, scopeOf } from './evaluation';
import { fieldOf } from './fields';
import { invoke } from './invoke';
import { constructorArgument, objectContext } from './objects';

/** `object.key` of an evaluated object, as far as it is known; otherwise a member that stays a member. */
export function memberOf(evaluation: Evaluation, member: ValueOf<'member'>, object: Value, context: Context): Value {
  const { key, at } = member;
  switch (object.kind) {
    case 'record': {
      const entry = entryOf(object, key);
      if (entry.value !== undefined) return entry.value;
      return entry.open ? hole(at, key, `${key} comes from a value that could not be read`) : { ...member, object };
    }
    case 'self':
    case 'instance': {
      const inside = objectContext(evaluation, object, context);
      const given = object.kind === 'instance' ? constructorArgument(evaluation, object, key) : undefined;
      const found = given ?? fieldOf(evaluation, { uri: object.at.uri, scope: object.scope, context: inside, at }, key);
      if (found === undefined) return { ...member, object };
      return isProperty(evaluation, found) ? (invoke(evaluation, found, [], object, at, inside) ?? { ...member, object }) : found;
    }
    case 'class': {
      const found = fieldOf(evaluation, { uri: object.at.uri, scope: object.scope, context, at }, key);
      return found ?? { ...member, object };
    }
    case 'external':
      return evaluation.exportOf(object.module, key, at) ?? { ...object, at, path: [...object.path, key] };
    case 'choice':
      return choose(
        at,
        object.options.map(option => memberOf(evaluation, member, option, context)),
      );
    // An enum's member and a reference to a text read alike.
    case 'text':
    case 'scalar':
      return key === 'value' ? object : { ...member, object };
    case 'hole':
      return { ...object, at, label: `${object.label}.${key}`.slice(0, 40) };
    default:
      return { ...member, object };
  }
}

/** `object[key]`: look-up tables, lists, environment. */
export function indexOf(evaluation: Evaluation, index: ValueOf<'index'>, object: Value, key: Value, context: Context): Value {
  const name = plainText(key);
  if (object.kind === 'record' && name !== undefined) return memberOf(evaluation, { kind: 'member', at: index.at, object, key: name }, object, context);
  if (object.kind === 'record' && object.entries.length > 0 && object.entries.every(entry => entry.key !== undefined)) {
    return choose(
      index.at,
      object.entries.map(entry => entry.value),
    );
  }
  if (object.kind === 'list' && key.kind === 'scalar' && typeof key.value === 'number') {
    const fixed = object.items.every(item => item.kind !== 'spread' && item.kind !== 'repeat' && item.kind !== 'optional');
    const item = object.items[key.value < 0 ? object.items.length + key.value : key.value];
    if (fixed && item !== undefined) return item;
  }
  if (object.kind === 'external' && name !== undefined) return { ...object, at: index.at, path: [...object.path, name] };
  return { ...index, object, key };
}

function isProperty(evaluation: Evaluation, value: Value): value is ValueOf<'function'> {
  if (value.kind !== 'function') return false;
  const decorators = scopeOf(evaluation, value.at.uri, value.scope)?.decorators ?? [];
  return decorators.some(decorator => decorator.kind === 'name' && ['property', 'cached_property'].includes(decorator.name));
}
