import type { Effect } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { setsWhole } from './changes';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { outerScope } from './outer-scope';
import { within } from './value-parts';

/**
 * Whether what a condition reads is the same whenever it is read. A variable that is set when it is first needed
 * (`if not _client: _client = OpenAI()`) isn't: evaluation knows what it is once it is set, not whether it is.
 */
export function isSettled(evaluation: Evaluation, condition: Value, context: Context): boolean {
  for (const part of within(condition)) {
    if (part.kind === 'name' && isNameUnsettled(evaluation, part)) return false;
    if (part.kind === 'member' && isFieldUnsettled(evaluation, part, context)) return false;
  }
  return true;
}

function isNameUnsettled(evaluation: Evaluation, name: ValueOf<'name'>): boolean {
  const summary = evaluation.codeOf(name.at.uri);
  const { lookup } = evaluation;
  for (let scope = summary?.scopes[name.scope]; summary !== undefined && scope !== undefined; scope = outerScope(summary, scope)) {
    if (lookup.changesFromInside(summary, scope, name.name).some(change => setTimes(change.effects) > 0)) return true;
    if (scope.params.some(param => param.name === name.name) || setTimes(lookup.effectsOn(scope, name.name)) > 0) return false;
  }
  return false;
}

function isFieldUnsettled(evaluation: Evaluation, { object, key }: ValueOf<'member'>, context: Context): boolean {
  const owner =
    object.kind === 'self' || object.kind === 'class' || object.kind === 'name' ? evaluation.evaluate(object, context) : undefined;
  if (owner?.kind !== 'self' && owner?.kind !== 'class' && owner?.kind !== 'instance') return false;
  const { lookup } = evaluation;
  const summary = evaluation.codeOf(owner.at.uri);
  const type = scopeOf(evaluation, owner.at.uri, owner.scope);
  if (summary === undefined || type === undefined) return false;
  const inMethods = lookup.methodsOf(summary, type).map(method => setTimes(lookup.effectsOnField(method, key)));
  const times = [setTimes(lookup.effectsOnClass(summary, type, key)), setTimes(lookup.effectsOn(type, key)), ...inMethods];
  return times.reduce((sum, each) => sum + each, 0) > 1;
}

function setTimes(effects: readonly Effect[]): number {
  return effects.filter(effect => effect.kind !== 'return' && setsWhole(effect)).length;
}
