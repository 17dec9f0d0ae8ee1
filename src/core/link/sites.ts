import type { CallSite } from '../request/request';
import type { Sdk } from '../sdks/sdk';
import type { CodeSummary, Scope } from '../source/summary';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { Spender } from './spending';

/** Every call of a file that spends money: SDK calls, and calls of the project's own wrappers around them. */
export function collectSites(evaluation: Evaluation, summary: CodeSummary, sdks: readonly Sdk[]): readonly CallSite[] {
  const spender = new Spender(evaluation, sdks);
  return summary.calls.flatMap(place => {
    const { call } = place;
    const scope = summary.scopes[place.scope];
    return spender.spendingOf(call, NO_CONTEXT, []).found.map(({ content, via, wrapped }): CallSite => {
      const base = { identity: '', at: call.at, calleeAt: call.callee.at, call, symbol: symbolPath(summary, scope), flatRate: false, via };
      return { ...content, ...base, kind: via.length > 0 ? 'wrapper-call' : 'call', isWrapper: wrapped };
    });
  });
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
