import type { Value } from '../source/values';
import type { Evaluation } from './evaluation';
import { annotationOf, type ClassUse, onObject, withSet } from './fields';
import { lineageOf } from './lineage';
import { effectsOnField } from './passes-that-change';
import { asFieldOfModel } from './pydantic-models';
import { asStated } from './stated-type';

/** What a data class is handed for a field, as its methods have changed it, and of which the field's type may say more. */
export function givenField(evaluation: Evaluation, given: Value, use: ClassUse, key: string): Value {
  const type = evaluation.codeOf(use.uri)?.scopes[use.scope];
  if (type === undefined) return given;
  const annotation = annotationOf(evaluation, type, use, key);
  const now = changed(evaluation, given, use, key);
  const passed = now === given ? given : evaluation.evaluate(now, use.context);
  const value = asFieldOfModel(evaluation, passed, use, key);
  return asStated(evaluation, value, { type: annotation, name: key, scope: type, at: use.at }, use.context) ?? value;
}

function changed(evaluation: Evaluation, given: Value, use: ClassUse, key: string): Value {
  const { lookup } = evaluation;
  const methods = lineageOf(evaluation, use.uri, use.scope, use.context).classes.flatMap(({ uri, scope }) => {
    const summary = evaluation.codeOf(uri);
    return summary === undefined ? [] : lookup.methodsOf(summary, scope);
  });
  if (methods.every(method => effectsOnField(evaluation, method, key).length === 0)) return withSet(use, key, given) ?? given;
  return onObject(evaluation, { methods, elsewhere: [], use, key }, given) ?? given;
}
