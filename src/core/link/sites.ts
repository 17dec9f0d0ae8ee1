import { readSite, type SiteContent } from '../request/read-site';
import type { CallSite } from '../request/request';
import { matchSdk } from '../sdks/receiver';
import type { Sdk } from '../sdks/sdk';
import type { Span } from '../source/span';
import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Call, ScopeId, ValueOf } from '../source/values';
import { evaluateArgs } from './arguments';
import { boundArguments, receiverOf } from './calls';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { contextOfCall } from './invoke';
import { isReturned } from './outside';
import { dependsOnCaller } from './wrapper';

/** Functions a call may pass through before it reaches an SDK. */
const DEEPEST_WRAPPER = 6;

/** Every call of a file that spends money: SDK calls, and calls of the project's own wrappers around them. */
export function collectSites(evaluation: Evaluation, summary: CodeSummary, sdks: readonly Sdk[]): readonly CallSite[] {
  const collector = new Collector(evaluation, sdks);
  return summary.calls.flatMap(place => {
    const { call } = place;
    const scope = summary.scopes[place.scope];
    return collector.sitesOf(call, NO_CONTEXT, []).map(({ content, via, wrapped }): CallSite => {
      const base = { identity: '', at: call.at, calleeAt: call.callee.at, call, symbol: symbolPath(summary, scope), flatRate: false, via };
      return { ...content, ...base, kind: via.length > 0 ? 'wrapper-call' : 'call', isWrapper: wrapped };
    });
  });
}

interface Found {
  readonly content: SiteContent;
  /** Names of the wrappers passed through, outermost first. */
  readonly via: readonly string[];
  /** It still depends on its own caller. */
  readonly wrapped: boolean;
}

class Collector {
  private readonly wrappers = new Map<string, readonly CallPlace[]>();
  private readonly active = new Set<string>();

  constructor(
    private readonly evaluation: Evaluation,
    private readonly sdks: readonly Sdk[],
  ) {}

  sitesOf(call: Call, context: Context, via: readonly string[]): readonly Found[] {
    const { evaluation } = this;
    const evaluated = evaluation.evaluate(call.callee, context);
    const own = () => evaluateArgs(evaluation, call.args, context);
    const partial = evaluated.kind === 'call' ? boundArguments(evaluated, own()) : undefined;
    const callee = partial?.callee ?? evaluated;
    const args = () => partial?.args ?? own();
    const match = matchSdk(evaluation, callee, context, this.sdks);
    if (match !== undefined) {
      const content = readSite(match, call, args());
      return [{ content, via, wrapped: dependsOnCaller(content, match.shape) }];
    }
    if (callee.kind !== 'function' || via.length >= DEEPEST_WRAPPER) return [];
    const inner = this.wrapperCallsIn(callee);
    if (inner.length === 0) return [];
    const object = call.callee.kind === 'member' ? evaluation.evaluate(call.callee.object, context) : undefined;
    const inside = contextOfCall(evaluation, callee, args(), receiverOf(object), context);
    if (inside === undefined) return [];
    const name = scopeAt(evaluation, callee)?.name || calledAs(call);
    return inner.flatMap(place => this.sitesOf(place.call, inside, [...via, name]));
  }

  /** The calls inside of a project function that its callers decide about. */
  private wrapperCallsIn(fn: ValueOf<'function'>): readonly CallPlace[] {
    const key = `${fn.at.uri}#${fn.scope}`;
    const known = this.wrappers.get(key);
    if (known !== undefined) return known;
    if (this.active.has(key)) return [];
    this.active.add(key);
    const summary = this.evaluation.codeOf(fn.at.uri);
    const places = summary?.calls.filter(place => runsWith(summary, place.scope, fn.scope)) ?? [];
    const found = places.filter(place => this.sitesOf(place.call, NO_CONTEXT, []).some(site => site.wrapped));
    this.active.delete(key);
    this.wrappers.set(key, found);
    return found;
  }
}

/** A function without a name is called by the variable that holds it. */
function calledAs({ callee }: Call): string {
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' ? callee.key : 'lambda';
}

function scopeAt(evaluation: Evaluation, fn: { readonly at: Span; readonly scope: ScopeId }): Scope | undefined {
  return evaluation.codeOf(fn.at.uri)?.scopes[fn.scope];
}

/** Whether calling `outer` runs what stands in a scope: its own body, and callbacks written in it. A function that it only makes runs when it is called. */
function runsWith(summary: CodeSummary, scope: ScopeId, outer: ScopeId): boolean {
  for (let current: ScopeId | undefined = scope; current !== undefined; current = summary.scopes[current]?.parent) {
    if (current === outer) return true;
    const inner = summary.scopes[current];
    if (inner === undefined || inner.kind !== 'function' || inner.name !== '' || isReturned(summary, inner)) return false;
  }
  return false;
}

/** `Assistant.answer`; the file's own name stays out, so that a moved function keeps its identity. */
function symbolPath(summary: CodeSummary, scope: Scope | undefined): string {
  const names: string[] = [];
  for (
    let current = scope;
    current !== undefined && current.kind !== 'module';
    current = current.parent === undefined ? undefined : summary.scopes[current.parent]
  ) {
    names.unshift(current.name === '' ? 'lambda' : current.name);
  }
  return names.join('.');
}
