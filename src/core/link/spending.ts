import { oneOf } from '../request/one-of';
import { readSite, type SiteContent } from '../request/read-site';
import { matchSdk, mayBeClientsCall } from '../sdks/receiver';
import type { Sdk } from '../sdks/sdk';
import type { CallPlace, Scope } from '../source/summary';
import type { Call, Value, ValueOf } from '../source/values';
import { evaluateArgs } from './arguments';
import { boundArguments, receiverOf } from './calls';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { contextOfCall } from './invoke';
import { dependsOnCaller } from './wrapper';

/** Functions a call may pass through before it reaches an SDK. */
const DEEPEST_WRAPPER = 6;
/** Functions that call each other, looked into at a time. */
const DEEPEST_CHAIN = 40;
/** Objects that one call may be made on, looked at one by one. */
const MOST_OBJECTS = 12;

export interface Found {
  readonly content: SiteContent;
  /** Names of the wrappers passed through, outermost first. */
  readonly via: readonly string[];
  /** It still depends on its own caller. */
  readonly wrapped: boolean;
}

/** What a call spends; `open`: it may spend more, once a caller passes a client. */
interface Spending {
  readonly found: readonly Found[];
  readonly open: boolean;
}

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
  /** Functions being looked into, with how many were before them. */
  private readonly active = new Map<string, number>();
  /** The outermost of them that was asked for again: what was found below it is not all. */
  private cutAt = Number.POSITIVE_INFINITY;

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
    const match = matchSdk(evaluation, callee, context, this.sdks);
    if (match !== undefined) {
      const content = readSite(match, call, args());
      return { found: [{ content, via, wrapped: dependsOnCaller(content, match.shape) }], open: false };
    }
    if (callee.kind === 'param') return { found: [], open: mayBeClientsCall(callee, this.sdks) };
    if (callee.kind !== 'function' || via.length >= DEEPEST_WRAPPER) return NOTHING;
    const inner = this.wrapperCallsIn(callee);
    if (inner.length === 0) return NOTHING;
    const object = call.callee.kind === 'member' ? evaluation.evaluate(call.callee.object, context) : undefined;
    const name = scopeAt(evaluation, callee)?.name || calledAs(call);
    const on = (receiver: Value | undefined): Spending => {
      const inside = contextOfCall(evaluation, callee, args(), receiver, context);
      const all = inside === undefined ? [] : inner.map(place => this.spendingOf(place.call, inside, [...via, name]));
      return { found: all.flatMap(each => each.found), open: all.some(each => each.open) };
    };
    // `agents[kind].run(…)`: what is sent depends on the object.
    if (object?.kind === 'choice')
      return whichever(
        on(undefined),
        object.options.slice(0, MOST_OBJECTS).map(option => on(receiverOf(option))),
        object.options.length <= MOST_OBJECTS,
      );
    return on(receiverOf(object));
  }

  /** The calls inside of a project function that its callers decide about. */
  private wrapperCallsIn(fn: ValueOf<'function'>): readonly CallPlace[] {
    const key = `${fn.at.uri}#${fn.scope}`;
    const known = this.wrappers.get(key);
    if (known !== undefined) return known;
    const place = this.active.get(key) ?? (this.active.size >= DEEPEST_CHAIN ? 0 : undefined);
    if (place !== undefined) {
      this.cutAt = Math.min(this.cutAt, place);
      return [];
    }
    const depth = this.active.size;
    const outerCut = this.cutAt;
    this.cutAt = Number.POSITIVE_INFINITY;
    this.active.set(key, depth);
    const summary = this.evaluation.codeOf(fn.at.uri);
    const places = summary === undefined ? [] : this.evaluation.lookup.callsRunBy(summary, fn.scope);
    const found = places.filter(({ call }) => {
      const spending = this.spendingOf(call, NO_CONTEXT, []);
      return spending.open || spending.found.some(site => site.wrapped);
    });
    this.active.delete(key);
    if (this.cutAt >= depth) this.wrappers.set(key, found);
    this.cutAt = Math.min(this.cutAt, outerCut);
    return found;
  }
}

/** One call that is made on one of several objects: what all of them say, and what may differ as candidates. */
function whichever(unknown: Spending, each: readonly Spending[], complete: boolean): Spending {
  const found = unknown.found.map((site, index) => {
    const contents = each.flatMap(spending => spending.found[index]?.content ?? []);
    const content = complete && contents.length === each.length ? oneOf(site.content, contents) : site.content;
    return { ...site, content };
  });
  return { ...unknown, found };
}

/** A function without a name is called by the variable that holds it. */
function calledAs({ callee }: Call): string {
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' ? callee.key : 'lambda';
}

function scopeAt(evaluation: Evaluation, fn: ValueOf<'function'>): Scope | undefined {
  return evaluation.codeOf(fn.at.uri)?.scopes[fn.scope];
}
