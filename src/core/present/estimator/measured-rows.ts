import { isKnown } from '../../quote/basis';
import type { Span } from '../../source/span';
import type { SpendOfAll } from '../../spend/waterfall';
import { drift } from '../../usage/measured';
import { driftText } from '../measured';
import { amountQuantum, type Numerals, perThousand } from '../numerals';
import type { UnmatchedUsage, UsageShown } from './data';

export interface MeasuredRow {
  readonly label: string;
  /** `src/answer.py` */
  readonly path: string;
  readonly at: Span;
  readonly calls: string;
  readonly input: string;
  readonly estimatedInput: string;
  readonly inputDrift: string;
  readonly output: string;
  readonly cached: string;
  /** Of 1,000 calls. */
  readonly usd: string;
  readonly estimatedUsd: string;
  readonly usdDrift: string;
  readonly by: string;
}

/** What was measured beside what is estimated, call by call: what is furthest off first. */
export function measuredRows({ calls }: UsageShown, { priced }: SpendOfAll, numerals: Numerals): readonly MeasuredRow[] {
  const estimates = new Map(
    priced.map(({ workload, todayUsd }) => [workload.id, thousandOf(todayUsd, workload.callsPerMonth?.value ?? 1000)]),
  );
  const tokens = (value: number) => numerals.integer(Math.round(value));
  const rows = calls.map(({ workload, label, path, at, inputTokens, measured }) => {
    const { usage, inputDrift, callUsd } = measured;
    const estimated = estimates.get(workload);
    const paid = isKnown(callUsd) ? perThousand(callUsd) : undefined;
    const off = paid === undefined || estimated === undefined ? undefined : drift(estimated, paid);
    const row: MeasuredRow = {
      label,
      path,
      at,
      calls: tokens(usage.requests),
      input: tokens(usage.inputTokens.value),
      estimatedInput: numerals.tokens(inputTokens),
      inputDrift: driftColumn(inputDrift, numerals),
      output: tokens(usage.outputTokens.value),
      cached: numerals.percent(usage.cacheReadShare),
      usd: paid === undefined ? 'unknown' : numerals.amount(paid.value, amountQuantum(paid.value)),
      estimatedUsd: estimated === undefined ? 'unknown' : numerals.usd(estimated),
      usdDrift: off === undefined ? '' : driftColumn(off, numerals),
      by: usage.matchedBy.join(', '),
    };
    return { row, off: Math.abs(off ?? inputDrift) };
  });
  return rows.sort((a, b) => b.off - a.off || a.row.path.localeCompare(b.row.path, 'en')).map(({ row }) => row);
}

function thousandOf(usd: SpendOfAll['priced'][number]['todayUsd'], calls: number) {
  const share = calls > 0 ? 1000 / calls : 0;
  return { ...usd, value: usd.value * share, low: usd.low * share, high: share === 0 ? 0 : usd.high * share };
}

/** How far an estimate was off, for a column of a table; `none`: inside of what was estimated. */
export function driftColumn(share: number, numerals: Numerals): string {
  return share === 0 ? 'none' : driftText(share, numerals);
}

/** `gpt-5.4 (triage)` */
export function unmatchedName({ model, names, tags }: UnmatchedUsage): string {
  const named = [...names, ...tags].join(', ');
  return named === '' ? model : `${model} (${named})`;
}
