import type { Uri } from '../source/span';
import type { ScopeId, Value } from '../source/values';
import { type Evaluation, NO_CONTEXT } from './evaluation';

/** What a class is annotated with, evaluated; an interface without any, as the first of its methods is that has some (`@Agent String plan(…)`). */
export function annotationsOf(evaluation: Evaluation, uri: Uri, scope: ScopeId): readonly Value[] {
  const scopes = evaluation.codeOf(uri)?.scopes ?? [];
  const own = scopes[scope]?.decorators ?? [];
  // Methods without a body are no members.
  const isInterface = scopes[scope]?.effects.length === 0;
  const ofMethod = isInterface ? scopes.find(each => each.parent === scope && each.decorators.length > 0)?.decorators : undefined;
  return (own.length > 0 ? own : (ofMethod ?? [])).map(written => evaluation.evaluate(written, NO_CONTEXT));
}
