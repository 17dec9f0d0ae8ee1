import type { Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';

/** Interfaces above an interface. */
const DEEPEST = 4;

/**
 * The type of a parameter that states none, as the place says where its function is written: a variable's type, or that of a parameter
 * which the function is handed for (`withModel(async model => …)`).
 */
export function expectedType(evaluation: Evaluation, { expected }: Scope, place: number): Value | undefined {
  if (expected === undefined) return undefined;
  const of = evaluation.evaluate(expected.of, NO_CONTEXT);
  const type = expected.argument === undefined ? of : typeOfParam(evaluation, of, expected.argument);
  const signature = expected.path.reduce<Value | undefined>((around, key) => memberType(evaluation, around, key, 0), type);
  return signature === undefined ? undefined : typeOfParam(evaluation, signature, place);
}

/** What the parameter of a function, or of a class's constructor, says that it is. */
function typeOfParam(evaluation: Evaluation, taking: Value, place: number): Value | undefined {
  const fn = taking.kind === 'class' ? constructorOf(evaluation, taking) : taking;
  const scope = fn?.kind === 'function' ? scopeOf(evaluation, fn.at.uri, fn.scope) : undefined;
  const type = scope?.params[place]?.type;
  return type === undefined ? undefined : evaluation.evaluate(type, NO_CONTEXT);
}

function constructorOf(evaluation: Evaluation, { at, scope }: ValueOf<'class'>): Value | undefined {
  const type = scopeOf(evaluation, at.uri, scope);
  return type === undefined ? undefined : setTo(evaluation, type, 'constructor');
}

/** The type of a property of a type: a function's signature, or what else it is declared to be. */
function memberType(evaluation: Evaluation, type: Value | undefined, key: string, depth: number): Value | undefined {
  const scope = type?.kind === 'class' ? scopeOf(evaluation, type.at.uri, type.scope) : undefined;
  if (scope === undefined || depth > DEEPEST) return undefined;
  if (scope.signatures !== undefined && Object.hasOwn(scope.signatures, key)) return scope.signatures[key];
  const [field] = evaluation.lookup.effectsOnField(scope, key);
  if (field?.kind === 'assign' && field.type !== undefined) return evaluation.evaluate(field.type, NO_CONTEXT);
  const method = setTo(evaluation, scope, key);
  if (method !== undefined) return method;
  for (const base of scope.bases) {
    const found = memberType(evaluation, evaluation.evaluate(base, NO_CONTEXT), key, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function setTo(evaluation: Evaluation, scope: Scope, key: string): Value | undefined {
  const [effect] = evaluation.lookup.effectsOn(scope, key);
  return effect?.kind === 'assign' && effect.value.kind === 'function' ? effect.value : undefined;
}
