import { confirmText } from '../../core/present/verify/confirm-text';
import type { VerifyState } from '../../core/present/verify/state';
import type { ModelFacts } from '../../core/prices/model';
import { agrees, type Criterion, compareAnswers } from '../../core/verify/agreement';
import { boundOfMessages, type CallBound, realUsd } from '../../core/verify/call-cost';
import { judgeMessages, readJudgement } from '../../core/verify/judge';
import type { TrialPlan } from '../../core/verify/trial-plan';
import { fillTrial, type Sample, type TrialRequest } from '../../core/verify/trial-request';
import { runTrial, type TrialJudge, type TrialOutcome, type TrialProgress } from '../../node/verify/run-trial';
import type { TrialAnswered } from '../../protocol/trial';
import type { WindowContext } from '../platform/window-context';
import type { Route } from './routes';

export interface PreparedRun {
  readonly plan: TrialPlan;
  readonly samples: readonly Sample[];
  readonly state: VerifyState;
  readonly criterion: Criterion;
  readonly limitUsd: number;
  readonly routes: Readonly<Record<'today' | 'changed', Route>>;
  readonly bounds: Readonly<Record<'today' | 'changed', readonly CallBound[] | undefined>>;
  readonly judge?: { readonly route: Route; readonly facts: ModelFacts };
}

/** Bounds of what each call may cost; a sentence where they can't be known, so that no limit could hold. */
export function limitable(
  { plan, routes }: Pick<PreparedRun, 'plan' | 'routes'>,
  answered: Extract<TrialAnswered, { bounds: unknown }>,
): PreparedRun['bounds'] | string {
  for (const side of ['today', 'changed'] as const)
    if (routes[side].isBilled && answered.bounds[side].some(({ worstUsd }) => worstUsd === undefined))
      return `What ${plan[side].request.model} costs is not known, so no limit could hold. State its price in promptfare.json ("models"); 0 is a price, too.`;
  return {
    today: routes.today.isBilled ? answered.bounds.today : undefined,
    changed: routes.changed.isBilled ? answered.bounds.changed : undefined,
  };
}

/** Asks the user before anything leaves the machine. */
export type Confirm = (message: string, detail: string) => Promise<boolean>;

/** Names hosts and price, and asks. */
export async function confirmRun(run: PreparedRun, { numerals }: Pick<WindowContext, 'numerals'>, confirm: Confirm): Promise<boolean> {
  const { routes, bounds, samples, judge, limitUsd } = run;
  const asked = (['today', 'changed'] as const).map(side => {
    const of = bounds[side];
    return { host: routes[side].host, calls: samples.length, ...(of === undefined ? {} : { bounds: of }) };
  });
  const judged = judge === undefined ? [] : [{ host: judge.route.host, calls: samples.length, bounds: judgeBounds(run, judge.facts) }];
  const { message, detail } = confirmText([...asked, ...judged], limitUsd, numerals);
  return confirm(message, detail);
}

/** Before there are answers, a judge is taken to read two of the longest. */
function judgeBounds({ bounds, plan }: PreparedRun, facts: ModelFacts): readonly CallBound[] {
  return (bounds.changed ?? bounds.today ?? []).map(({ encodedTokens }) => {
    const read = encodedTokens + 2 * (plan.today.request.maxOutputTokens ?? JUDGED_TOKENS);
    const usd = realUsd(facts, {
      inputTokens: read,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      cacheWriteLongTokens: 0,
      outputTokens: JUDGEMENT_TOKENS,
    });
    return { encodedTokens: read, ...(usd === undefined ? {} : { expectedUsd: usd, worstUsd: usd }) };
  });
}

const JUDGED_TOKENS = 500;
/** A word, and what a model may think before it. */
const JUDGEMENT_TOKENS = 1024;

/** Runs what was confirmed. */
export function startRun(
  run: PreparedRun,
  { settings }: Pick<WindowContext, 'settings'>,
  signal: AbortSignal,
  onProgress: (progress: TrialProgress) => void,
): Promise<TrialOutcome> {
  const { plan, samples, bounds, limitUsd, routes, judge } = run;
  const judgeRequest = judge && requestOfJudge(judge.facts);
  return runTrial({
    plan,
    samples,
    bounds,
    limitUsd,
    concurrency: settings.current.verify.concurrency,
    ask(role, messages, ending) {
      if (role !== 'judge') return routes[role].ask(plan[role].request, plan[role].facts, messages, ending);
      if (judge === undefined || judgeRequest === undefined) return Promise.resolve({ cancelled: true });
      return judge.route.ask(judgeRequest, judge.facts, messages, ending);
    },
    ...(judge === undefined || judgeRequest === undefined ? {} : { judge: judgeOf(run, judge.facts, judgeRequest) }),
    signal,
    onProgress,
  });
}

function requestOfJudge({ id, provider }: ModelFacts): TrialRequest {
  const wire = provider === 'anthropic' ? 'anthropic-messages' : 'openai-chat';
  return { wire, provider, model: id, messages: [], maxOutputTokens: JUDGEMENT_TOKENS, parameters: {}, fingerprint: '' };
}

function judgeOf({ plan, samples, state, criterion }: PreparedRun, facts: ModelFacts, request: TrialRequest): TrialJudge {
  return {
    messages(sample, today, changed) {
      if (criterion !== 'judge' || agrees(compareAnswers(today, changed), 'judge') === true) return undefined;
      return judgeMessages(fillTrial(plan.today.request, samples[sample] ?? {}), { today, changed }, state.rubric);
    },
    // A token is at least one byte, so no tokenizer finds more.
    bound: async messages => {
      const bytes = (text: string) => ({ value: new TextEncoder().encode(text).length });
      return boundOfMessages(messages, request, facts, text => ({
        ...bytes(text),
        low: 0,
        high: bytes(text).value,
        basis: 'estimated',
        why: '',
      }));
    },
    usd: usage => realUsd(facts, usage),
    read: readJudgement,
  };
}
