import type { Criterion } from './agreement';
import { calibrationOf } from './calibration';
import type { CallBound } from './call-cost';
import type { ComparedPair, TrialAnswer } from './outcome';
import type { SideSummary, TrialSummary } from './summary';
import type { TrialPlan } from './trial-plan';
import type { Verification } from './verification';

export interface RunResult {
  readonly plan: TrialPlan;
  /** From the folder on. */
  readonly path: string;
  readonly identity: string;
  readonly at: Date;
  readonly title?: string;
  readonly criterion: Criterion;
  readonly summary: TrialSummary;
  readonly pairs: readonly ComparedPair[];
  readonly bounds: Readonly<Record<'today' | 'changed', readonly CallBound[] | undefined>>;
  readonly spentUsd: number;
  readonly keepsAnswers: boolean;
}

/** What is kept of a run: figures and fingerprints, and texts only where they were asked for. */
export function resultOfRun(run: RunResult): Verification {
  const { plan, path, identity, at, title, criterion, summary, pairs, bounds, spentUsd, keepsAnswers } = run;
  const { compared, agreeing, interval, bar, verdict } = summary;
  const side = (name: 'today' | 'changed') => {
    const { request, facts } = plan[name];
    const model = facts?.id ?? request.model;
    return sideOf(
      summary[name],
      { model, fingerprint: request.fingerprint },
      pairs.map(pair => [pair[name], bounds[name]?.[pair.sample]]),
    );
  };
  return {
    path,
    identity,
    at: at.toISOString(),
    change: plan.change,
    ...(title === undefined ? {} : { title }),
    criterion,
    bar,
    compared,
    agreeing,
    interval,
    verdict,
    today: side('today'),
    changed: side('changed'),
    spentUsd,
    ...(keepsAnswers ? { answers: pairs.map(({ today, changed }) => ({ today: textOf(today), changed: textOf(changed) })) } : {}),
  };
}

function sideOf(
  { usdPerCall, medianMs, cacheReadShare }: SideSummary,
  request: Pick<Verification['today'], 'model' | 'fingerprint'>,
  calls: readonly (readonly [TrialAnswer, CallBound | undefined])[],
): Verification['today'] {
  const counted = calls.flatMap(([answer, bound]) =>
    'failed' in answer || answer.usage === undefined ? [] : [{ usage: answer.usage, encodedTokens: bound?.encodedTokens ?? 0 }],
  );
  const { samples = counted.length, ...measured } = calibrationOf(counted) ?? {};
  return {
    ...request,
    ...(usdPerCall === undefined ? {} : { usdPerCall }),
    ...(medianMs === undefined ? {} : { medianMs }),
    ...(cacheReadShare === undefined ? {} : { cacheReadShare }),
    ...measured,
    samples,
  };
}

function textOf(answer: TrialAnswer): string {
  return 'text' in answer ? answer.text : '';
}
