import { type Context, type Evaluation, scopeOf } from '../link/evaluation';
import { isNull } from '../link/plain-values';
import type { Value, ValueOf } from '../source/values';
import { DOUBLE } from './made-by-packages';
import type { Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

const TEST = /^test/i;

/** An SDK's client that was not seen to be made. */
export function unseenClient(sdk: Sdk): SdkObject {
  return { sdk, kind: 'client', name: undefined, provider: undefined, layers: [], unseen: true };
}

export function mayBeClient(evaluation: Evaluation, written: Value, context: Context): boolean {
  const value = evaluation.evaluate(written, context);
  if (!isUnknown(evaluation, value)) return false;
  // What a class of the project says of its fields would have been followed, if it were a client.
  const isHandedOut = value.kind === 'external' || value.kind === 'call';
  return !(isHandedOut && written.kind === 'member' && evaluation.evaluate(written.object, context).kind === 'instance');
}

/** Whether nothing says what an object is. */
export function isUnknown(evaluation: Evaluation, value: Value): boolean {
  switch (value.kind) {
    case 'choice':
      return value.options.every(option => isNull(option) || isUnknown(evaluation, option)) && !value.options.every(isNull);
    case 'hole':
      return true;
    case 'param':
      return isUnknownParam(evaluation, value);
    // What a package hands out (`useContext('ai').openai`, `current_app.openai`); what its classes make is something else.
    case 'external':
      return (
        (value.module !== 'global' || isLeftOut(evaluation, value)) &&
        !DOUBLE.test([value.module, ...value.path].join('.')) &&
        !value.path.some(step => /^(?:\p{Lu}|default$)/u.test(step))
      );
    // What is read by a name that the code computes: `getattr(module, name)(…)`.
    case 'call':
      return isUnknown(evaluation, value.callee) || isGetattr(value.callee);
    // One of several such clients: `clients[i]`.
    case 'list':
      return value.items.length > 0 && value.items.every(item => isUnknown(evaluation, item));
    case 'repeat':
    case 'optional':
      return isUnknown(evaluation, value.item);
    case 'member':
    case 'index':
      return (
        value.object.kind === 'self' ||
        value.object.kind === 'instance' ||
        isOfFramework(value.object) ||
        isUnknown(evaluation, value.object)
      );
    default:
      return false;
  }
}

/** A name that nothing of a script or notebook sets: the cell that makes the client was left out. */
function isLeftOut(evaluation: Evaluation, { path, at }: ValueOf<'external'>): boolean {
  return path.length === 1 && evaluation.codeOf(at.uri)?.language === 'python';
}

function isGetattr(callee: Value): boolean {
  return callee.kind === 'external' && callee.module === 'global' && callee.path.join('.') === 'getattr';
}

/** `request.app.state.client` of a `Request`: what the type of a package doesn't name. */
function isOfFramework(object: Value): boolean {
  return object.kind === 'param' && object.type?.kind === 'external' && !DOUBLE.test(object.name);
}

/** What a type says is said elsewhere; members of an object (`state.client`) are what the type doesn't name. */
function isUnknownParam(evaluation: Evaluation, { name, type, scope, at, fallback }: ValueOf<'param'>): boolean {
  if (DOUBLE.test(name) || (fallback !== undefined && fallback.kind !== 'hole' && !isNull(fallback))) return false;
  const owner = scopeOf(evaluation, at.uri, scope);
  if (owner !== undefined && TEST.test(owner.name)) return false;
  return name.includes('.') || type === undefined || type.kind === 'hole';
}
