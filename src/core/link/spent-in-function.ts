import type { CallPlace } from '../source/summary';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { oneOfCalls, whichever } from './alternatives';
import { chosenCalls } from './chosen-calls';
import { spendDifferently } from './different-ways';
import { type Context, type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { exclusiveGroups } from './exclusive';
import { type Found, isCutShort, isLeftToCallers, keyOf, leftToCallers, merged, NOTHING_SPENT, type Spending, throughCall } from './found';
import { isLeftToOthers, objectsBelow } from './implementations';
import { contextOfCall, isReached } from './invoke';
import { lastNameOf } from './labels';
import { restOnPassed } from './passed-later';
import { objectFor } from './receivers';
import { takenByDefault } from './taken-by-default';
import type { Wrappers } from './wrappers';

/** Objects that one call may be made on, looked at one by one. */
const MOST_OBJECTS = 40;
/**
 * Wrappers within which a call through an interface is still followed: those that implement it are few, and what all vendors have in
 * common often stands around the one call of theirs.
 */
export const DEEPEST_INTERFACE = 4;

/** A call of a function of the project. */
export interface FunctionCall {
  readonly call: Call;
  readonly callee: ValueOf<'function'>;
  args(): readonly Argument[];
  /** Its arguments as they stand in the code; undefined: some were bound before. */
  readonly written: readonly Argument[] | undefined;
  readonly context: Context;
  /** Wrappers passed through to get to it. */
  readonly depth: number;
  /** Of what callers decide about, the first that is found will do. */
  readonly briefly: boolean;
}

/** What a call of a function of the project spends: that of the calls which it leads to, with what it passes. */
export function spentInFunction(
  evaluation: Evaluation,
  wrappers: Wrappers,
  { call, callee, args, written, context, depth, briefly }: FunctionCall,
  spendingOf: (call: Call, context: Context, depth: number, briefly?: boolean) => Spending,
): Spending {
  const { places: calls, own: ownCalls, chosen } = wrappers.callsIn(callee);
  if (calls.length === 0) {
    const cut = depth >= DEEPEST_INTERFACE && isLeftToOthers(evaluation, call, context);
    return { ...NOTHING_SPENT, own: ownCalls, ...(cut ? { cut } : {}) };
  }
  const object = call.callee.kind === 'member' ? evaluation.evaluate(call.callee.object, context) : undefined;
  const name = scopeOf(evaluation, callee.at.uri, callee.scope)?.name || lastNameOf(call.callee) || 'lambda';
  // Of what callers choose any may spend, whoever chose it, so a brief answer says too little.
  const byCaller = object?.kind === 'choice' ? object.byCaller : undefined;
  const soon = briefly && !chosen && byCaller === undefined;
  const on = (receiver: Value | undefined): Spending => {
    const inside = contextOfCall(evaluation, callee, args, receiver, context, written, call);
    const owner = evaluation.codeOf(callee.at.uri);
    if (inside === undefined || owner === undefined) return { ...NOTHING_SPENT, own: ownCalls };
    const reached = calls.filter(place => isReached(evaluation, callee.at.uri, place, inside));
    if (soon) {
      const first = firstLeftToCallers(reached, ({ call: inner }) => spendingOf(inner, inside, depth + 1, true));
      restOnPassed(evaluation, inside, context);
      return { ...first, own: ownCalls };
    }
    const spending = ({ call: inner }: CallPlace) => {
      const spent = throughCall(inner.at, spendingOf(inner, inside, depth + 1));
      return chosen ? spent : besides(spent, () => spendingOf(inner, NO_CONTEXT, 0));
    };
    const all = exclusiveGroups(evaluation.lookup, owner.scopes, reached).map(places => {
      const each = places.map(place => ({ place, spending: spending(place) }));
      const [{ spending: only } = { spending: NOTHING_SPENT }, ...others] = each;
      if (others.length === 0) return only;
      const spent = takenByDefault(evaluation, callee.at.uri, each, args(), given =>
        contextOfCall(evaluation, callee, () => given, receiver, context, undefined, call),
      );
      const which = oneOfCalls(spent, true);
      return chosen && chosenCalls(evaluation, owner, each, inside).length > 0 ? leftToCallers(which) : which;
    });
    restOnPassed(evaluation, inside, context);
    const found = merged(all.flatMap(each => each.found)).map(each => ({ ...each, via: [name, ...each.via] }));
    return { found, open: all.some(each => each.open), own: ownCalls, ...(all.some(isCutShort) ? { cut: true } : {}) };
  };
  const whole = on(objectFor(evaluation, callee, object));
  if (soon || object === undefined) return whole;
  // `agents[kind].run(…)`: what is sent depends on the object.
  if (object.kind === 'choice') {
    const each = object.options.slice(0, MOST_OBJECTS).map(option => on(objectFor(evaluation, callee, option)));
    const isComplete = object.options.length <= MOST_OBJECTS;
    const which = whole.found.length === 0 ? oneOfCalls(each, isComplete) : whichever(whole, each, isComplete);
    return byCaller !== undefined && spendDifferently(each, byCaller) ? leftToCallers(which) : which;
  }
  // Where a request goes, and what else it says, may be what a class leaves to those below it.
  const isTyped = whole.found.length > 0 ? object.kind === 'param' : whole.open;
  const below = isTyped && depth < DEEPEST_INTERFACE ? objectsBelow(evaluation, object) : undefined;
  if (below === undefined || below.objects.length === 0 || (whole.found.length > 0 && !below.all)) return whole;
  const { found, own: ownBelow } = oneOfCalls(below.objects.map(on), below.all);
  if (found.length === 0) return whole;
  return leftToCallers({ found, open: true, own: ownCalls || ownBelow });
}

/** What a call inside spends; of one of many that it may be, only what isn't told where it stands, whoever makes it. */
function besides(spent: Spending, told: () => Spending): Spending {
  const isTold = ({ oneOfMany, wrapped }: Found) => oneOfMany === true && !wrapped;
  if (!spent.found.some(isTold)) return spent;
  const own = new Set(told().found.flatMap(each => (each.wrapped ? [] : [keyOf(each)])));
  const found = spent.found.filter(each => !isTold(each) || !own.has(keyOf(each)));
  return found.length === spent.found.length ? spent : { ...spent, found, own: true };
}

/** Or the first that spends at all: that is something else than what is left to callers, which they may choose in its stead. */
function firstLeftToCallers(places: readonly CallPlace[], spending: (place: CallPlace) => Spending): Spending {
  let first = NOTHING_SPENT;
  for (const place of places) {
    const spent = spending(place);
    if (isLeftToCallers(spent)) return spent;
    if (first.found.length === 0) first = spent;
  }
  return first;
}
