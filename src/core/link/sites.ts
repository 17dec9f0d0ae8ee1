import { readSite, type SiteContent } from '../request/read-site';
import type { CallSite } from '../request/request';
import { matchSdk } from '../sdks/receiver';
import type { Sdk } from '../sdks/sdk';
import type { Span, Uri } from '../source/span';
import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Call, ScopeId, ValueOf } from '../source/values';
import { evaluateArgs, selfOf } from './calls';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { frameOfCall } from './invoke';
import { isWrapper } from './wrapper';

/** Functions a call may pass through before it reaches an SDK. */
const DEEPEST_WRAPPER = 6;

/** Every call of a file that spends money: SDK calls, and calls of the project's own wrappers around them. */
export function collectSites(evaluation: Evaluation, summary: CodeSummary, sdks: readonly Sdk[]): readonly CallSite[] {
  const collector = new Collector(evaluation, sdks);
  return summary.calls.flatMap(place => {
    const { call } = place;
    const scope = summary.scopes[place.scope];
    return collector.sitesOf(call, NO_CONTEXT, []).map(({ content, via, wrapped }): CallSite => {
      const base = { identity: '', at: call.at, calleeAt: calleeSpan(call), call, symbol: symbolPath(summary, scope), flatRate: false, via };
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
    const object = call.callee.kind === 'member' ? evaluation.evaluate(call.callee.object, context) : undefined;
    const callee = object !== undefined && call.callee.kind === 'member' ? evaluation.evaluate({ ...call.callee, object }, context) : evaluation.evaluate(call.callee, context);
    const match = matchSdk(evaluation, callee, context, this.sdks);
    if (match !== undefined) {
      const content = readSite(match, call, evaluateArgs(evaluation, call.args, context));
      return [{ content, via, wrapped: isWrapper(content) }];
    }
    if (callee.kind !== 'function' || via.length >= DEEPEST_WRAPPER) return [];
    const inner = this.wrapperCallsIn(callee);
    if (inner.length === 0) return [];
    const frame = frameOfCall(evaluation, callee, evaluateArgs(evaluation, call.args, context), selfOf(object), context);
    if (frame === undefined) return [];
    const name = scopeAt(evaluation, callee)?.name ?? '';
    return inner.flatMap(place => this.sitesOf(place.call, [...context, frame], [...via, name]));
  }

  /** The calls inside of a project function that its callers decide about. */
  private wrapperCallsIn(fn: ValueOf<'function'>): readonly CallPlace[] {
    const key = `${fn.at.uri}#${fn.scope}`;
    const known = this.wrappers.get(key);
    if (known !== undefined) return known;
    if (this.active.has(key)) return [];
    this.active.add(key);
    const summary = this.evaluation.codeOf(fn.at.uri);
    const places = summary?.calls.filter(place => isInside(summary, place.scope, fn.scope)) ?? [];
    const found = places.filter(place => this.sitesOf(place.call, NO_CONTEXT, []).some(site => site.wrapped));
    this.active.delete(key);
    this.wrappers.set(key, found);
    return found;
  }
}

function scopeAt(evaluation: Evaluation, fn: { readonly at: Span; readonly scope: ScopeId }): Scope | undefined {
  return evaluation.codeOf(fn.at.uri)?.scopes[fn.scope];
}

function isInside(summary: CodeSummary, scope: ScopeId, outer: ScopeId): boolean {
  for (let current: ScopeId | undefined = scope; current !== undefined; current = summary.scopes[current]?.parent) if (current === outer) return true;
  return false;
}

/** `Assistant.answer`; the file's own name stays out, so that a moved function keeps its identity. */
function symbolPath(summary: CodeSummary, scope: Scope | undefined): string {
  const names: string[] = [];
  for (let current = scope; current !== undefined && current.kind !== 'module'; current = current.parent === undefined ? undefined : summary.scopes[current.parent]) {
    names.unshift(current.name === '' ? 'lambda' : current.name);
  }
  return names.join('.');
}

/** From the start of the callee to its argument list: what a hover answers on. */
function calleeSpan(call: Call): { readonly uri: Uri; readonly start: number; readonly end: number } {
  return { uri: call.at.uri, start: call.callee.at.start, end: Math.max(call.callee.at.end, call.callee.at.start) };
}

