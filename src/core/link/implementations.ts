import type { Call, Value } from '../source/values';
import { calleeOn, callOn } from './callee-on';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { type ClassValue, implementing } from './implementing';
import { isLeftOpen, isMissingMethod } from './methods-left-open';
import { isNull } from './plain-values';
import { methodsRequired } from './types-with-methods';

const CALLED_MODEL =
  /LLM|Llm|(?:^|[a-z])LM$|GPT|Gpt|^(?:I|Abstract|Base)?(?:AI|Chat|Language|Text|Foundation)?Model(?:Interface|Protocol|Base)?$/;

interface ImplementedCalls {
  readonly calls: readonly Call[];
  readonly all: boolean;
  /** By its name the type is a language model: what asks none stands in for one, a person or a recording. */
  readonly isModel: boolean;
}

const NONE: ImplementedCalls = { calls: [], all: true, isModel: false };

/**
 * A call of a method that a type of the project names and leaves to others (an interface's, a protocol's, an abstract class's), as it
 * would be written for each class near it that has the method.
 */
export function implementedCalls(evaluation: Evaluation, call: Call, context: Context): ImplementedCalls {
  const { callee } = call;
  if (callee.kind !== 'member') return NONE;
  const type = openType(evaluation.evaluate(callee.object, context));
  if (
    type === undefined ||
    !(isLeftOpen(evaluation, type, callee.key) || isMissingMethod(evaluation, evaluation.evaluate(callee, context)))
  )
    return NONE;
  const { types, objects, all } = implementing(evaluation, type);
  const implementers = [...types.map(each => objectOf(evaluation, each)), ...objects];
  const calls = implementers.map(object => callOn(evaluation, call, calleeOn(evaluation, callee, object)));
  const name = scopeOf(evaluation, type.at.uri, type.scope)?.name ?? '';
  return {
    calls: calls.filter(each => hasBody(evaluation, evaluation.evaluate(each.callee, context))),
    all,
    isModel: CALLED_MODEL.test(name),
  };
}

/** Whether a call is of a method that a type of the project leaves to others. */
export function isLeftToOthers(evaluation: Evaluation, { callee }: Call, context: Context): boolean {
  if (callee.kind !== 'member') return false;
  const type = openType(evaluation.evaluate(callee.object, context));
  return type !== undefined && isLeftOpen(evaluation, type, callee.key);
}

/** An object of each class that has what an object's type leaves to others, where no more is known of it than that type. */
export function objectsBelow(
  evaluation: Evaluation,
  object: Value,
): { readonly objects: readonly Value[]; readonly all: boolean } | undefined {
  const type = openType(object);
  const scope = type && scopeOf(evaluation, type.at.uri, type.scope);
  if (type === undefined || scope === undefined || methodsRequired(evaluation, scope).length === 0) return undefined;
  const { types, objects, all } = implementing(evaluation, type);
  return { objects: [...types.map(each => objectOf(evaluation, each)), ...objects], all };
}

/** An object of a class, the same whenever it is asked for. */
export function objectOf({ lookup }: Evaluation, type: ClassValue): Value {
  return lookup.same.of([type], 'object of', () => ({ kind: 'self', at: type.at, scope: type.scope }));
}

/** A type's only implementation; the type itself, where it leaves nothing to others or several implement it. */
export function onlyImplementation(evaluation: Evaluation, type: Value): ClassValue | undefined {
  if (type.kind !== 'class') return undefined;
  const scope = scopeOf(evaluation, type.at.uri, type.scope);
  // What an annotation makes of it is the framework's.
  if (scope?.requires === undefined || scope.decorators.length > 0) return type;
  const { types, objects } = implementing(evaluation, type);
  const [only, ...others] = types;
  return only !== undefined && others.length === 0 && objects.length === 0 ? only : type;
}

/** What an object is of that is known by its type alone; of several (`llm or self.llm`), where they are of one type. */
function openType(object: Value): { readonly at: Value['at']; readonly scope: number } | undefined {
  if (object.kind === 'self') return object;
  if (object.kind === 'choice') {
    const [first, ...others] = object.options.filter(option => !isNull(option)).map(openType);
    return others.every(other => other?.scope === first?.scope && other?.at.uri === first?.at.uri) ? first : undefined;
  }
  return object.kind === 'param' && object.type?.kind === 'class' ? object.type : undefined;
}

/** Whether a function is one that does something itself. */
function hasBody(evaluation: Evaluation, method: Value): boolean {
  if (method.kind === 'choice') return method.options.some(option => hasBody(evaluation, option));
  if (method.kind !== 'function') return false;
  const scope = scopeOf(evaluation, method.at.uri, method.scope);
  const owner = scope?.parent === undefined ? undefined : scopeOf(evaluation, method.at.uri, scope.parent);
  return owner?.requires?.includes(scope?.name ?? '') !== true;
}
