import type { CodeSummary, Effect, LanguageId, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { ownParams } from './arguments';
import { concerns } from './changes';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { methodsThatMayRun } from './methods-below';
import { outerScope } from './outer-scope';
import { receiverOf } from './receivers';

type OnName = Exclude<Effect, { kind: 'return' }>;
type Pass = Extract<Effect, { kind: 'pass' }>;

/** Functions that hand on what they are handed, to others that do. */
const DEEPEST = 3;

/**
 * Effects without calls that a variable is merely handed to: most functions read what they get. In Go a pointer says enough;
 * elsewhere a call counts where its function is known, and changes the parameter.
 */
export function withoutReaders(
  evaluation: Evaluation,
  summary: CodeSummary,
  scope: Scope,
  effects: readonly Effect[],
  /** The field that is asked for, and the part of it. */
  path: readonly string[] = [],
): readonly Effect[] {
  if (summary.language === 'go' || !effects.some(effect => effect.kind === 'pass')) return effects;
  const isAsked = (effect: Effect) => concerns(effect, path);
  return effects.filter(
    effect =>
      effect.kind !== 'pass' ||
      effect.forEach !== undefined ||
      isPassed(summary, scope, effect.value.callee) ||
      doneBy(evaluation, summary, scope, effect, 0).some(isAsked),
  );
}

/** A parameter: what it does is known where it is known who calls. */
function isPassed(summary: CodeSummary, from: Scope, callee: Value): boolean {
  if (callee.kind !== 'name') return false;
  const { name } = callee;
  for (let scope: Scope | undefined = from; scope !== undefined; scope = outerScope(summary, scope))
    if (scope.params.some(param => param.name === name || param.fields?.some(field => field.name === name))) return true;
  return false;
}

/** What happens to a field of the object in one of its methods, functions included that it is handed to and that change it. */
export function effectsOnField(evaluation: Evaluation, scope: Scope, key: string, only?: string): readonly Effect[] {
  const all = evaluation.lookup.effectsOnFieldWithPasses(scope, key);
  const asked = only === undefined ? all : all.filter(effect => concerns(effect, [only]));
  const summary = evaluation.codeOf(scope.at.uri);
  return summary === undefined ? asked : withoutReaders(evaluation, summary, scope, asked, only === undefined ? [] : [only]);
}

/** All that happens to a name, or to a field, in a scope; what functions do to it that it is handed to, as if it stood at their calls. */
export function effectsWithDone(evaluation: Evaluation, scope: Scope, name: string, isField = false): readonly Effect[] {
  const { lookup } = evaluation;
  const summary = evaluation.codeOf(scope.at.uri);
  return (isField ? lookup.effectsOnFieldWithPasses(scope, name) : lookup.effectsWithPasses(scope, name)).flatMap(effect => {
    if (summary === undefined || effect.kind !== 'pass' || !effect.byStatement) return [effect];
    const { at, block, target } = effect;
    return doneBy(evaluation, summary, scope, effect, 0).map(
      inner => ({ ...inner, at, block, target: { ...target, path: [...target.path, ...inner.target.path] } }) as Effect,
    );
  });
}

/** What a function does to what its parameter refers to, as far as that is known. */
function doneBy(evaluation: Evaluation, summary: CodeSummary, scope: Scope, pass: Pass, depth: number): readonly OnName[] {
  const { value: call, place } = pass;
  if (depth > DEEPEST || !isNamed(evaluation, summary, scope, call.callee)) return [];
  return evaluation.records.shared(summary, `done by ${scope.id} ${call.at.start} ${place} ${depth}`, () => {
    const { callee } = call;
    const done = evaluation.once(`done by ${summary.uri}#${scope.id}@${call.at.start} ${place}`, () => {
      const fn = evaluation.evaluate(callee, NO_CONTEXT);
      const self = callee.kind === 'member' ? receiverOf(evaluation.evaluate(callee.object, NO_CONTEXT)) : undefined;
      return methodsThatMayRun(evaluation, callee, self, fn, NO_CONTEXT).flatMap(({ method }) =>
        doneInside(evaluation, method, pass, self !== undefined, depth),
      );
    });
    return done ?? [];
  });
}

function doneInside(
  evaluation: Evaluation,
  fn: ValueOf<'function'>,
  { value: call, place }: Pass,
  isMethod: boolean,
  depth: number,
): readonly OnName[] {
  const summary = evaluation.codeOf(fn.at.uri);
  const scope = summary?.scopes[fn.scope];
  const param = summary && scope && paramAt(scope, call.args[place]?.name, place, isMethod, summary.language);
  if (summary === undefined || scope === undefined || param === undefined) return [];
  const inside = effectsInside(evaluation.lookup.effectsWithPasses(scope, param), summary.language);
  return inside.flatMap(effect => (effect.kind === 'pass' ? doneBy(evaluation, summary, scope, effect, depth + 1) : [effect]));
}

/** The parameter that an argument fills, by its name or its place. */
export function paramAt(
  scope: Scope,
  name: string | undefined,
  place: number,
  isMethod: boolean,
  language: LanguageId,
): string | undefined {
  const own = ownParams(scope.params, isMethod, language);
  const param = name === undefined ? own[place] : own.find(each => each.name === name);
  return param === undefined || param.collects !== undefined || param.name === '' ? undefined : param.name;
}

/** What a function does to what its parameter points at, or refers to: the variable itself is its own. */
export function effectsInside(effects: readonly Effect[], language: LanguageId): readonly OnName[] {
  const onName = effects.filter((effect): effect is OnName => effect.kind !== 'return');
  const isInside = (effect: OnName) => effect.target.path.length > 0;
  if (language === 'go') return onName.filter(effect => effect.kind === 'pass' || isInside(effect));
  // From where the variable is another object, nothing reaches the caller's (`messages = list(messages)`).
  const renewed = onName.findIndex(effect => effect.kind === 'assign' && effect.target.path.length === 0);
  const before = renewed === -1 ? onName : onName.slice(0, renewed);
  return before.filter(effect => isInside(effect) || effect.kind !== 'update');
}

/** A function by its name, one of the object's own methods, or one of a module, class or literal object. Whatever else it is called on may be anything. */
function isNamed(evaluation: Evaluation, summary: CodeSummary, from: Scope, callee: Value): boolean {
  if (callee.kind === 'name') return true;
  if (callee.kind !== 'member') return false;
  if (callee.object.kind === 'self' || callee.object.kind === 'class') return true;
  if (callee.object.kind !== 'name') return false;
  const { name } = callee.object;
  for (let scope: Scope | undefined = from; scope !== undefined; scope = outerScope(summary, scope)) {
    if (evaluation.lookup.importOf(summary, scope.id, name) !== undefined) return true;
    if (scope.params.some(param => param.name === name)) return false;
    const [first] = evaluation.lookup.effectsOn(scope, name);
    if (first !== undefined) return first.kind === 'assign' && (first.value.kind === 'class' || first.value.kind === 'record');
  }
  return false;
}
