import { oneOf } from '../request/one-of';
import { readSite } from '../request/read-site';
import { matchSdk, mayBeClientsCall } from '../sdks/receiver';
import type { Sdk } from '../sdks/sdk';
import type { CallPlace, Scope } from '../source/summary';
import type { Call, Value, ValueOf } from '../source/values';
import { callsOfEach, oneOfCalls } from './alternatives';
import { evaluateArgs } from './arguments';
import { boundArguments, receiverOf } from './calls';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { merged, type Spending, whichever } from './found';
import { contextOfCall } from './invoke';
import { dependsOnCaller } from './wrapper';

/** Functions a call may pass through before it reaches an SDK. */
const DEEPEST_WRAPPER = 6;
/** Wrappers within which a choice of functions is still followed to each of them. */
const DEEPEST_CHOICE = 2;
/** Functions that call each other, looked into at a time. */
const DEEPEST_CHAIN = 40;
/** Objects that one call may be made on, looked at one by one. */
const MOST_OBJECTS = 12;

/** What lists and dictionaries are built with; finding out what each of them holds at each call would take long. */
const CONTAINER_METHODS: ReadonlySet<string> = new Set([
  'append',
  'extend',
  'insert',
  'update',
  'push',
  'unshift',
  'pop',
  'sort',
  'setdefault',
]);

const NOTHING: Spending = { found: [], open: false };

/** Follows calls through the project's functions to the SDKs'. */
export class Spender {
  private readonly wrappers = new Map<string, readonly CallPlace[]>();
  /** Functions being looked into, and those of them that were asked for again in the meantime. */
  private readonly active = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly unsettled: ValueOf<'function'>[] = [];

  constructor(
    private readonly evaluation: Evaluation,
    private readonly sdks: readonly Sdk[],
  ) {}

  spendingOf(call: Call, context: Context, via: readonly string[]): Spending {
    const { evaluation } = this;
    if (call.callee.kind === 'member' && CONTAINER_METHODS.has(call.callee.key)) return NOTHING;
    const evaluated = evaluation.evaluate(call.callee, context);
    const own = () => evaluateArgs(evaluation, call.args, context);
    const partial = evaluated.kind === 'call' ? boundArguments(evaluated, own()) : undefined;
    const callee = partial?.callee ?? evaluated;
    const args = () => partial?.args ?? own();
    const [match, ...others] = matchSdk(evaluation, callee, args, context, this.sdks);
    if (match !== undefined) {
      const first = readSite(match, call);
      const content = others.length === 0 ? first : oneOf(first, [first, ...others.map(other => readSite(other, call))]);
      return { found: [{ content, at: call.at, via, wrapped: dependsOnCaller(content, match.shape) }], open: false };
    }
    if (callee.kind === 'param') return { found: [], open: mayBeClientsCall(callee, this.sdks) };
    if (callee.kind === 'choice' && via.length < DEEPEST_CHOICE) {
      const each = callsOfEach(evaluation, call, callee, context).map(one => this.spendingOf(one, context, via));
      return oneOfCalls(
        each,
        callee.options.every(option => option.kind === 'function'),
      );
    }
    if (callee.kind !== 'function' || via.length >= DEEPEST_WRAPPER) return NOTHING;
    const inner = this.wrapperCallsIn(callee);
    if (inner.length === 0) return NOTHING;
    const object = call.callee.kind === 'member' ? evaluation.evaluate(call.callee.object, context) : undefined;
    const name = scopeAt(evaluation, callee)?.name || calledAs(call);
    const on = (receiver: Value | undefined): Spending => {
      const inside = contextOfCall(evaluation, callee, args(), receiver, context);
      const all = inside === undefined ? [] : inner.map(place => this.spendingOf(place.call, inside, [...via, name]));
      return { found: merged(all.flatMap(each => each.found)), open: all.some(each => each.open) };
    };
    // `agents[kind].run(…)`: what is sent depends on the object.
    if (object?.kind === 'choice')
      return whichever(
        on(receiverOf(object)),
        object.options.slice(0, MOST_OBJECTS).map(option => on(receiverOf(option))),
        object.options.length <= MOST_OBJECTS,
      );
    return on(receiverOf(object));
  }

  /** The calls inside of a project function that its callers decide about. */
  private wrapperCallsIn(fn: ValueOf<'function'>): readonly CallPlace[] {
    const key = keyOf(fn);
    const known = this.wrappers.get(key);
    if (known !== undefined) return known;
    if (this.active.has(key) || this.active.size >= DEEPEST_CHAIN) {
      this.asked.add(key);
      return [];
    }
    this.active.add(key);
    const found = this.decidedIn(fn);
    this.active.delete(key);
    this.wrappers.set(key, found);
    this.asked.delete(key);
    this.unsettled.push(fn);
    if (this.asked.size === 0) this.settle();
    return this.wrappers.get(key) ?? found;
  }

  private decidedIn(fn: ValueOf<'function'>): readonly CallPlace[] {
    const summary = this.evaluation.codeOf(fn.at.uri);
    const places = summary === undefined ? [] : this.evaluation.lookup.callsRunBy(summary, fn.scope);
    return places.filter(({ call }) => {
      const spending = this.spendingOf(call, NO_CONTEXT, []);
      return spending.open || spending.found.some(site => site.wrapped);
    });
  }

  /** Functions that call each other were looked into before all of them were known: looks again until nothing is added. */
  private settle(): void {
    const functions = this.unsettled.splice(0);
    if (functions.length < 2) return;
    for (let grows = true; grows; ) {
      grows = false;
      for (const fn of functions) {
        const found = this.decidedIn(fn);
        grows ||= found.length > (this.wrappers.get(keyOf(fn))?.length ?? 0);
        this.wrappers.set(keyOf(fn), found);
      }
    }
  }
}

function keyOf(fn: ValueOf<'function'>): string {
  return `${fn.at.uri}#${fn.scope}`;
}

/** A function without a name is called by the variable that holds it. */
function calledAs({ callee }: Call): string {
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' ? callee.key : 'lambda';
}

function scopeAt(evaluation: Evaluation, fn: ValueOf<'function'>): Scope | undefined {
  return evaluation.codeOf(fn.at.uri)?.scopes[fn.scope];
}
