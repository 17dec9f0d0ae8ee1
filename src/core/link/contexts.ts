import type { CallFrame, Value } from '../source/values';
import { type Context, type Evaluation, type KeptInContext, usedIn, workedOut } from './evaluation';
import { PassedLater } from './passed-later';

/** Contexts by what they were made for, so that what was evaluated in one is found again. Serves one link. */
export class Contexts {
  readonly #calls = new Map<Context, Map<string, Context[]>>();
  readonly #made = new Map<Context, Map<Value | string, KeptInContext<Context>>>();

  within(evaluation: Evaluation, context: Context, key: Value | string, make: () => Context): Context {
    let inContext = this.#made.get(context);
    if (inContext === undefined) {
      inContext = new Map();
      this.#made.set(context, inContext);
    }
    let kept = inContext.get(key);
    if (kept === undefined) {
      kept = workedOut(evaluation, context, make);
      inContext.set(key, kept);
    }
    return usedIn(evaluation, context, kept);
  }

  entered(outer: Context, frame: CallFrame): Context {
    const key = `${frame.uri}#${frame.scope}`;
    let inContext = this.#calls.get(outer);
    if (inContext === undefined) {
      inContext = new Map();
      this.#calls.set(outer, inContext);
    }
    const before = inContext.get(key)?.find(context => isSameCall(context[context.length - 1], frame));
    if (before !== undefined) return before;
    const context = [...outer, frame];
    inContext.set(key, [...(inContext.get(key) ?? []), context]);
    return context;
  }
}

function isSameCall(one: CallFrame | undefined, other: CallFrame): boolean {
  if (
    one === undefined ||
    one.self !== other.self ||
    one.calledAt !== other.calledAt ||
    one.calledIn !== other.calledIn ||
    one.params.size !== other.params.size
  )
    return false;
  if (one.params instanceof PassedLater) return one.params.isSameAs(other.params);
  if (other.params instanceof PassedLater) return false;
  for (const [name, value] of one.params) if (other.params.get(name) !== value) return false;
  return true;
}
