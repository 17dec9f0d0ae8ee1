import type { Estimate } from '../quote/basis';
import type { MatchedBy } from './join';
import type { UsageGroup } from './tally';

/** What the usage of one call shows, a call on average. */
export interface MeasuredUsage {
  readonly requests: number;
  readonly inputTokens: Estimate;
  readonly outputTokens: Estimate;
  /** Share of the input that was read from the cache, 0 to 1. */
  readonly cacheReadShare: number;
  /** Share that was written to it. */
  readonly cacheWriteShare: number;
  /** US dollars as the records say; absent where they don't. */
  readonly usd?: Estimate;
  /** Absent where the records don't span days enough to tell. */
  readonly callsPerDay?: Estimate;
  readonly matchedBy: readonly MatchedBy[];
  readonly from?: string;
  readonly to?: string;
}

/**
 * The groups of one call together; undefined where no record tells how many calls it sums, so that there is no average. `days`: that all
 * that was read spans; undefined: too few to tell how often a call is made on a day.
 */
export function measuredUsage(
  groups: readonly { readonly group: UsageGroup; readonly by: MatchedBy }[],
  days?: number,
): MeasuredUsage | undefined {
  const counted = groups.filter(({ group }) => group.requests > 0);
  const total = (of: (group: UsageGroup) => number) => counted.reduce((sum, { group }) => sum + of(group), 0);
  const requests = total(group => group.requests);
  if (requests === 0) return undefined;
  const why = `measured, on average of ${requests.toLocaleString('en')} ${requests === 1 ? 'call' : 'calls'}`;
  const allPriced = counted.every(({ group }) => group.recordsWithUsd === group.records);
  const moments = (of: (group: UsageGroup) => string | undefined) => counted.flatMap(({ group }) => of(group) ?? []).sort();
  const [from] = moments(group => group.from);
  const to = moments(group => group.to).pop();
  const input = total(group => group.inputTokens);
  const share = (of: (group: UsageGroup) => number) => (input === 0 ? 0 : Math.min(1, total(of) / input));
  return {
    requests,
    inputTokens: measured(input / requests, why),
    outputTokens: measured(total(group => group.outputTokens) / requests, why),
    cacheReadShare: share(group => group.cacheReadTokens),
    cacheWriteShare: share(group => group.cacheWriteTokens),
    ...(allPriced ? { usd: measured(total(group => group.usd) / requests, why) } : {}),
    ...(days === undefined ? {} : { callsPerDay: measured(requests / days, `measured, on average of ${days.toLocaleString('en')} days`) }),
    matchedBy: [...new Set(counted.map(({ by }) => by))],
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function measured(value: number, why: string): Estimate {
  return { value, low: value, high: value, basis: 'measured', why };
}

/** How far an estimate is off what was measured, as a share of the estimate: 0.2 is a fifth more than estimated; 0 inside of its band. */
export function drift(estimated: Estimate, measured: Estimate): number {
  if (measured.value >= estimated.low && measured.value <= estimated.high) return 0;
  const end = measured.value < estimated.low ? estimated.low : estimated.high;
  return end === 0 ? Number.POSITIVE_INFINITY : measured.value / end - 1;
}
