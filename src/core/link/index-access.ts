import type { Value, ValueOf } from '../source/values';
import { chooseByKey } from './by-caller';
import { choose, chooseOf } from './choose';
import { heldInDict } from './dict-classes';
import { ofConfiguration } from './dotnet/configuration';
import { everyValue, openPart, valuesOf } from './entries';
import { enumMembers } from './enums';
import type { Context, Evaluation } from './evaluation';
import { fieldOf } from './fields';
import { isFixed, itemAt } from './fixed-lists';
import { flaskSetting } from './flask-settings';
import { isHolder } from './held-types';
import { iniSection } from './ini-settings';
import { rowsLeft } from './keys-left';
import { memberOf } from './members';
import { plainText } from './plain-values';
import { putUnder } from './put-under';
import { rowsBesidePut } from './rows-beside-put';
import { rowByDefault } from './rows-by-default';
import { areTypes } from './type-arguments';

/** `object[key]`: look-up tables, lists, environment. */
export function indexOf(evaluation: Evaluation, index: ValueOf<'index'>, object: Value, key: Value, context: Context): Value {
  const { at } = index;
  const name = plainText(key);
  const setting =
    ofConfiguration(evaluation, object, key, at) ?? (name === undefined ? undefined : flaskSetting(evaluation, object, name, at));
  if (setting !== undefined) return setting;
  const byDefault = rowByDefault(at, object, key);
  if (byDefault !== undefined) return byDefault;
  if (object.kind === 'choice' || key.kind === 'choice') {
    const of = object.kind === 'choice' ? object : key;
    const each = ofEach(evaluation, index, object, key, context);
    return of.kind === 'choice' ? chooseOf(at, of, each) : choose(at, each);
  }
  // `options?.['model']` of no options is nothing, too.
  if (object.kind === 'scalar' && object.value === null) return object;
  if (object.kind === 'class') {
    const named = name === undefined ? undefined : fieldOf(evaluation, { uri: object.at.uri, scope: object.scope, context, at }, name);
    const members = named === undefined ? enumMembers(evaluation, object) : [named];
    if (members !== undefined) return chooseByKey(at, key, members);
  }
  const put = object.kind === 'record' ? putUnder(evaluation, object, { key: index.key, name, at }, context) : undefined;
  if (put !== undefined) return put;
  if (name !== undefined && (object.kind === 'record' || object.kind === 'param' || object.kind === 'hole'))
    return memberOf(evaluation, { kind: 'member', at, object, key: name }, object, context);
  const left = object.kind === 'record' && object.entries.length > 0 ? rowsLeft(evaluation, index, object, context) : undefined;
  if (left !== undefined) return chooseByKey(at, key, left);
  const all = object.kind === 'record' && object.entries.length > 0 ? everyValue(object) : undefined;
  if (all !== undefined) return chooseByKey(at, key, all);
  if (object.kind === 'record' && object.entries.length > 0 && openPart(object) === undefined)
    return chooseByKey(at, key, valuesOf(object));
  const beside = object.kind === 'record' ? rowsBesidePut(object) : undefined;
  if (beside !== undefined) return chooseByKey(at, key, beside);
  if (object.kind === 'list' && key.kind === 'scalar' && typeof key.value === 'number') {
    const item = itemAt(object, key.value);
    if (item !== undefined) return item;
  }
  const made = object.kind === 'list' ? madeInRounds(object) : undefined;
  if (made !== undefined) return made;
  // Any of the items, when all are known.
  if (object.kind === 'list' && object.items.length > 0 && key.kind !== 'scalar' && isFixed(object))
    return chooseByKey(at, key, object.items);
  if (object.kind === 'external' && name !== undefined) return { ...object, at, path: [...object.path, name] };
  const held = name === undefined ? undefined : (heldInDict(evaluation, object, name, at) ?? iniSection(evaluation, object, name, at));
  if (held !== undefined) return held;
  // `Agent[Deps, str](…)` makes what `Agent(…)` makes.
  return !isHolder(object) && (object.kind === 'external' || object.kind === 'class') && areTypes(key) ? object : { ...index, object, key };
}

/** `[ChatOpenAI(model=m) for _ in range(5)]`: the objects that rounds make are alike, whichever is meant. */
function madeInRounds({ items }: ValueOf<'list'>): Value | undefined {
  const [only, ...others] = items;
  if (only?.kind !== 'repeat' || others.length > 0) return undefined;
  const { item } = only;
  return item.kind === 'instance' || (item.kind === 'call' && item.callee.kind === 'external') ? item : undefined;
}

/** Every key of every object: of large tables there are many more than anybody wants. */
function* ofEach(evaluation: Evaluation, index: ValueOf<'index'>, object: Value, key: Value, context: Context): Iterable<Value> {
  const keys = key.kind === 'choice' ? key.options : [key];
  for (const one of object.kind === 'choice' ? object.options : [object])
    for (const each of keys) yield indexOf(evaluation, index, one, each, context);
}
