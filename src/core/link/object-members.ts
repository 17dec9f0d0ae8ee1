import type { Value, ValueOf } from '../source/values';
import { concerns } from './changes';
import { crewSettings } from './crew-config';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { constructorArgument, handedToBase, spreadIntoField } from './field-arguments';
import { fieldOf } from './fields';
import { fieldsAsTable } from './fields-as-table';
import { givenField } from './given-fields';
import { invoke } from './invoke';
import { objectContext } from './objects';
import { asFieldOfModel } from './pydantic-models';
import { setBelow } from './set-below';
import { undeclared } from './undeclared';

/** A field, a property's value or a method of an object of the project. `only`: the field of it that is asked for. */
export function ofObject(
  evaluation: Evaluation,
  { key, at }: ValueOf<'member'>,
  object: ValueOf<'self'> | ValueOf<'instance'>,
  context: Context,
  only?: string,
): Value | undefined {
  const inside = objectContext(evaluation, object, context);
  const made = object.kind === 'instance';
  const set = (made && object.set) || [];
  const isSet = set.some(({ name }) => name === key);
  // `desk.plan = fake`: no method any more.
  const [replaced] = set.filter(({ name }) => name === key).slice(-1);
  if (replaced?.value.kind === 'function') return replaced.value;
  const use = { uri: object.at.uri, scope: object.scope, context: inside, at, made, set, ...(only === undefined ? {} : { only }) };
  const own = made && !isSet ? constructorArgument(evaluation, object, key) : undefined;
  const given = own ?? (isSet ? undefined : handedToBase(evaluation, object, key, context));
  const spread = (field: Value | undefined) => {
    const value = made && !isSet ? spreadIntoField(evaluation, object, key, field) : field;
    return value && asFieldOfModel(evaluation, value, use, key);
  };
  const found =
    given === undefined
      ? spread(setBelow(evaluation, object, use, key, fieldOf(evaluation, use, key) ?? undeclared(evaluation, object, use, key)))
      : givenField(evaluation, given, use, key);
  const settings = crewSettings(evaluation, object, key, found);
  if (settings !== undefined) return settings;
  if (found === undefined && key === '__dict__') return fieldsAsTable(evaluation, object, 'all', at, context);
  return found !== undefined && isProperty(evaluation, found) ? invoke(evaluation, found, [], object, at, inside) : found;
}

/** `self.state` to somebody who reads nothing of it but one field. Undefined where nothing sets others of it. */
export function ownFieldFor(evaluation: Evaluation, member: ValueOf<'member'>, only: string, context: Context): Value | undefined {
  if (member.object.kind !== 'self') return undefined;
  const { at, scope } = member.object;
  const summary = evaluation.codeOf(at.uri);
  const type = summary?.scopes[scope];
  if (summary === undefined || type === undefined) return undefined;
  const { lookup } = evaluation;
  const changes = lookup.methodsOf(summary, type).flatMap(method => lookup.effectsOnField(method, member.key));
  if (changes.every(effect => concerns(effect, [only]))) return undefined;
  const object = evaluation.evaluate(member.object, context);
  return object.kind === 'self' || object.kind === 'instance' ? ofObject(evaluation, member, object, context, only) : undefined;
}

function isProperty(evaluation: Evaluation, value: Value): value is ValueOf<'function'> {
  if (value.kind !== 'function') return false;
  const decorators = scopeOf(evaluation, value.at.uri, value.scope)?.decorators ?? [];
  return decorators.some(decorator => {
    const name = decorator.kind === 'name' ? decorator.name : decorator.kind === 'member' ? decorator.key : '';
    return name === 'property' || name === 'cached_property' || name === 'computed_field';
  });
}
