import type { CallSite } from '../request/call-site';
import { oneOf } from '../request/one-of';
import { readSite, type SiteContent } from '../request/read-site';
import { constructionsOf, mayConstruct } from '../sdks/receiver';
import type { SdkIndex } from '../sdks/sdk-index';
import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Call } from '../source/values';
import { endsBuilder } from './builders';
import { contextOf } from './call-context';
import { canBeTold } from './can-be-told';
import { decideIn, isOverConstants } from './conditions';
import { schemaReader } from './derived-schema';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import type { Evaluator } from './evaluator';
import { isReached } from './invoke';
import type { KnownSite, SitesByCall } from './kept-sites';
import { leadsToPackage } from './leads-to-package';
import { withMaking } from './made-with';
import { isMocked, mockedIn } from './mocked';
import { isPatched } from './patched';
import { isNamedLikeData, readsData } from './plain-methods';
import { isRecorded } from './recorded';
import { Spender } from './spending';
import { isToldWithin } from './told-within';

/** Every call of a file that spends money: SDK calls, and calls of the project's own wrappers around them. */
export function collectSites(evaluation: Evaluator, summary: CodeSummary, sdks: SdkIndex, known: SitesByCall): readonly KnownSite[] {
  if (!leadsToPackage(evaluation, summary)) return [];
  const spender = new Spender(evaluation, sdks);
  return known.all(place => ({
    sites() {
      const before = evaluation.steps();
      evaluation.startSite();
      const kept = evaluation.records.apart(() => sitesOf(evaluation, summary, place, sdks, spender));
      return { ...kept, steps: evaluation.steps() - before };
    },
    context: () => evaluation.records.apart(() => contextOf(evaluation, summary, place, symbolPath(summary, summary.scopes[place.scope]))),
  }));
}

/** All but under what the call runs. */
function sitesOf(evaluation: Evaluation, summary: CodeSummary, place: CallPlace, sdks: SdkIndex, spender: Spender): readonly CallSite[] {
  const { call } = place;
  evaluation.edited.lookAt(call.at);
  if (isToldWithin(evaluation, summary, place)) return [];
  const symbol = symbolPath(summary, summary.scopes[place.scope]);
  const base = { identity: '', at: call.at, calleeAt: call.callee.at, call, symbol, flatRate: false };
  const { found } = spender.spendingOf(call, NO_CONTEXT);
  if (found.length > 0 && !mayRun(evaluation, summary, place)) return [];
  const mocked = found.length === 0 ? undefined : mockedIn(evaluation, summary, sdks);
  const real = mocked === undefined ? found : found.filter(({ content, at }) => !isMocked(mocked, content.sdk, at));
  const patched = real.length > 0 && summary.language === 'python' ? isPatched(evaluation, summary, place, sdks) : undefined;
  const recorded = patched && isRecorded(evaluation, summary, place, sdks);
  const spent = real.filter(each => !patched?.(each) && !recorded?.(each));
  const isChosen = spent.some(({ wrapped }) => !wrapped) && spender.isChosen(summary, place);
  const sites = spent.map(({ content, holder, via, innerCalls, wrapped }): CallSite => {
    const kind = via.length > 0 ? 'wrapper-call' : 'call';
    const isWrapper = (wrapped || isChosen) && canBeTold(summary, place.scope);
    const inside = via.length > 0 ? { innerCalls } : {};
    return { ...content, ...base, call: via.length > 0 ? call : holder, via, ...inside, kind, isWrapper };
  });
  const construction =
    found.length > 0 || isNamedLikeData(call.callee) || readsData(call) ? undefined : construct(evaluation, summary, call, sdks);
  return construction === undefined || !mayRun(evaluation, summary, place)
    ? sites
    : [{ ...construction, ...base, via: [], kind: 'constructor' as const, isWrapper: false }];
}

/** Whether no constant keeps a call from ever being made: `USE_AZURE = False`, and the call under `if USE_AZURE`. */
function mayRun(evaluation: Evaluation, { uri }: CodeSummary, place: CallPlace): boolean {
  const decide = decideIn(evaluation, NO_CONTEXT);
  return isReached(evaluation, uri, place, NO_CONTEXT, condition => (isOverConstants(condition) ? decide(condition) : undefined));
}

/** An object that fixes a model and its caps, for the calls that will be made on it. */
function construct(evaluation: Evaluation, summary: CodeSummary, call: Call, sdks: SdkIndex): SiteContent | undefined {
  const callee = evaluation.evaluate(call.callee, NO_CONTEXT);
  const isOwn = callee.kind === 'class';
  if (!mayConstruct(callee, sdks) && !(callee.kind === 'member' && endsBuilder(callee))) return undefined;
  const made = constructionsOf(evaluation, evaluation.evaluate(call, NO_CONTEXT), NO_CONTEXT, sdks);
  const mocked = made.length === 0 ? undefined : mockedIn(evaluation, summary, sdks);
  if (mocked !== undefined && made.some(({ sdk }) => isMocked(mocked, sdk.id, call.at))) return undefined;
  const read = made.map(each => readSite(withMaking(evaluation, each), call, schemaReader(evaluation), evaluation.withoutFrames));
  // A class of the project that extends a package's need not fix what the package's does.
  const [first, ...others] = isOwn ? read.filter(({ model }) => model.provenance !== 'unknown') : read;
  return first === undefined || others.length === 0 ? first : oneOf(first, [first, ...others]);
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
