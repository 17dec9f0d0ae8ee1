import type { Uri } from '../source/span';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Call, CallFrame, ScopeId } from '../source/values';
import { isChange, isUnset, setsWhole } from './changes';
import type { Context, Evaluation } from './evaluation';
import { isNull } from './plain-values';

/** Where a call stands that a module, or a function of it by itself, makes of one of its functions. */
export function calledByModule(
  evaluation: Evaluation,
  uri: Uri,
  { at, callee }: Pick<Call, 'at' | 'callee'>,
  context: Context,
): Pick<CallFrame, 'calledAt' | 'calledIn'> {
  // What a call is handed (`submit(ask)`) is called whenever that sees fit.
  const isDirect = at.uri === uri && callee.at.uri === uri && callee.at.start === at.start;
  const summary = isDirect && context.length === 0 ? evaluation.codeOf(uri) : undefined;
  const module = summary?.scopes[0];
  if (summary === undefined || module === undefined || !setsAnew(evaluation, summary, module)) return {};
  const around = summary.scopes.find(({ parent, at: own }) => parent === 0 && own.start <= at.start && at.end <= own.end);
  return around === undefined ? { calledAt: at.end } : { calledIn: around.id };
}

/** In JavaScript what a call does may come after all that stands below it. */
function setsAnew({ lookup }: Evaluation, { language }: CodeSummary, module: Scope): boolean {
  if (language !== 'python') return false;
  return lookup.same.of([module], 'sets anew', () => {
    const set = module.effects.flatMap(effect =>
      isChange(effect) && setsWhole(effect) && effect.target.root !== 'self' ? [effect.target.root.name] : [],
    );
    return { anew: new Set(set).size < set.length };
  }).anew;
}

/**
 * What has happened to a variable of a module when the module makes the call at hand, in each way that this may have been: `client = …` in
 * one cell of a notebook, and anew in a later one. A function by itself is called where the module calls it.
 */
export function setByThen(
  evaluation: Evaluation,
  summary: CodeSummary,
  module: Scope,
  { reader, name }: { readonly reader: ScopeId; readonly name: string },
  effects: readonly Effect[],
  context: Context,
): readonly [readonly Effect[], ...(readonly Effect[])[]] {
  if (summary.language !== 'python' || effects.length < 2 || !isSetAnew(effects)) return [effects];
  const { uri } = summary;
  const ends = evaluation.reliances.look(context, `set by then ${uri}#${reader}.${name}`, within => {
    const [outermost] = within;
    const at = within.reduce<number | undefined>((last, frame) => (frame.uri === uri ? (frame.calledAt ?? last) : last), undefined);
    const own = outermost === undefined ? reader : outermost.uri === uri ? outermost.calledIn : undefined;
    const places = at !== undefined ? [at] : own === undefined ? [] : placesOfCalls(evaluation, summary, own);
    return [...new Set(places.map(place => setBehind(evaluation, module, effects, place)))].join();
  });
  const [first, ...others] = ends.split(',').map(end => (end === '' ? effects : effects.filter(({ at }) => at.start < Number(end))));
  return [first ?? effects, ...others];
}

function isSetAnew(effects: readonly Effect[]): boolean {
  const [, another] = effects.filter(effect => isChange(effect) && setsWhole(effect));
  return another !== undefined;
}

/** Where a module calls one of its functions by name; infinitely far down where something else may call it. */
function placesOfCalls({ lookup }: Evaluation, summary: CodeSummary, scope: ScopeId): readonly number[] {
  let fn = summary.scopes[scope];
  while (fn?.parent !== undefined && fn.parent !== 0) fn = summary.scopes[fn.parent];
  if (fn?.kind !== 'function' || fn.name === '') return [];
  const { name, at } = fn;
  const module = summary.scopes[0];
  const again = module && lookup.effectsOn(module, name).find(effect => effect.at.start >= at.end && isChange(effect) && setsWhole(effect));
  const until = again?.at.start ?? Number.POSITIVE_INFINITY;
  // Another function of that name may be meant above and below.
  const calls = lookup
    .callsNamed(summary, name)
    .filter(({ scope: own, call }) => own !== 0 || (call.at.start >= at.end && call.at.end <= until));
  const places = calls.filter(place => place.scope === 0).map(({ call }) => call.at.end);
  if (places.length === 0) return [];
  const isCalledElsewhere = places.length < calls.length || fn.decorators.length > 0 || lookup.callsTaking(summary, name).length > 0;
  return isCalledElsewhere ? [...places, Number.POSITIVE_INFINITY] : places;
}

/** Where a variable that has a value by the time of a place is next set to another; empty: nowhere. */
function setBehind({ lookup }: Evaluation, module: Scope, effects: readonly Effect[], place: number): number | '' {
  let hasValue = false;
  for (const effect of effects) {
    if (!isChange(effect) || !setsWhole(effect)) continue;
    const around = lookup.blocksAround(module, effect.block);
    // `text = ask(text)`: the call is made before.
    if (effect.at.end < place) hasValue = !isNull(effect.value) && !isUnset(effect.value);
    else if (around.every(({ at }) => place < at.start || at.end < place)) return hasValue ? effect.at.start : '';
  }
  return '';
}
