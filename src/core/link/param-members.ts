import type { Value, ValueOf } from '../source/values';
import { annotationsOf } from './class-annotations';
import { isConfiguration } from './dotnet/configuration';
import { entryOf } from './entries';
import { type Context, type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { isFixed } from './fixed-lists';
import { heldType } from './held-types';
import { lineageOf } from './lineage';
import { isMapping } from './mapping-types';
import { ofObject } from './object-members';
import { hasConstructor } from './objects';
import { isRoute } from './outside';
import { partOfParam } from './param-parts';
import { isNull } from './plain-values';
import { hasRequiredField } from './required-fields';

/** A part of what a caller passes comes from the caller as well; a typed object has its class's methods. */
export function memberOfParam(evaluation: Evaluation, member: ValueOf<'member'>, object: ValueOf<'param'>, context: Context): Value {
  const { type, fallback } = object;
  const held = heldType(type, member.key);
  // A framework makes it: no code of the project passes it.
  if (held !== undefined) return { ...partOf(member, object), type: held, outside: true };
  // An enum's member reads like its value.
  if (member.key === 'value' && (fallback?.kind === 'text' || fallback?.kind === 'scalar')) return { ...partOf(member, object), fallback };
  if (type?.kind === 'class') {
    const found = ofObject(evaluation, member, { kind: 'self', at: type.at, scope: type.scope }, context);
    if (found?.kind === 'param' && found.type !== undefined) return { ...partOf(member, object), type: found.type };
    if (found === undefined && extendsPackage(evaluation, type)) return { ...member, object };
    if (found === undefined || found.kind === 'function' || hasConstructor(evaluation, type)) return found ?? partOf(member, object);
    // A field of a data class: whoever made the object may have passed another value.
    const isPlain = found.kind === 'text' || found.kind === 'scalar';
    const isMadeInCode = isPlain && (fallback === undefined || isNull(fallback)) && !isRequestsBody(evaluation, object);
    const saysNothing = isMadeInCode && hasRequiredField(evaluation, type);
    return saysNothing ? partOf(member, object) : { ...partOf(member, object), fallback: found };
  }
  // `client: OpenAI | AzureOpenAI`
  const types = type?.kind === 'choice' ? type.options : type === undefined ? [] : [type];
  if (types.length > 0 && types.every(isPackagesType)) return { ...member, object };
  const like = fallback ?? type;
  const method =
    like?.kind === 'instance'
      ? ofObject(evaluation, member, like, context)
      : like?.kind === 'record'
        ? entryOf(like, member.key).value
        : undefined;
  if (method?.kind === 'function') return method;
  // `limits: Limits = field(default_factory=Limits)` of settings: what its fields are where nobody passes another.
  const isField = method?.kind === 'text' || method?.kind === 'scalar' || method?.kind === 'instance';
  if (fallback?.kind === 'instance' && isField) return { ...partOf(member, object), fallback: method };
  const isItem = fallback?.kind === 'list' && itemOf(fallback, member.key) !== undefined;
  const made = fallback !== undefined && fallback.kind !== 'record' && fallback.kind !== 'scalar' && !isItem;
  return made ? { ...member, object } : partOf(member, object);
}

/** What a router makes of a request for a handler (FastAPI): a field that the request leaves out has its default, whatever else it must say. */
function isRequestsBody(evaluation: Evaluation, { at, scope, outside }: ValueOf<'param'>): boolean {
  const handler = outside ? scopeOf(evaluation, at.uri, scope) : undefined;
  return handler?.decorators.some(decorator => isRoute(evaluation, decorator)) === true;
}

/** Whether a class is, at last, one of an SDK's, or made one by an annotation: what it doesn't define itself is the SDK's. */
function extendsPackage(evaluation: Evaluation, { at, scope }: ValueOf<'class'>): boolean {
  const isPackage = (value: Value) => value.kind === 'external' && value.module !== 'global' && evaluation.isPackage(value.module);
  const { classes, others } = lineageOf(evaluation, at.uri, scope, NO_CONTEXT);
  const annotated = classes.some(type =>
    annotationsOf(evaluation, type.uri, type.scope.id).some(value => isPackage(value.kind === 'call' ? value.callee : value)),
  );
  return annotated || others.some(isPackage);
}

function isPackagesType(type: Value): boolean {
  return type.kind === 'call' || (type.kind === 'external' && (type.module !== 'global' || isConfiguration(type)) && !isMapping(type));
}

function partOf({ key, at }: ValueOf<'member'>, object: ValueOf<'param'>): ValueOf<'param'> {
  const { fallback } = object;
  const entry = fallback?.kind === 'record' ? entryOf(fallback, key).value : fallback?.kind === 'list' ? itemOf(fallback, key) : undefined;
  return { ...partOfParam(object, key, entry), at };
}

function itemOf(list: ValueOf<'list'>, key: string): Value | undefined {
  return isFixed(list) && /^-?\d+$/.test(key) ? list.items.at(Number(key)) : undefined;
}
