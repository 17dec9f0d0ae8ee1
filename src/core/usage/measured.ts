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
  /** As the records say; absent where they don't. */
  readonly usd?: Estimate;
  readonly matchedBy: readonly MatchedBy[];
  readonly from?: string;
  readonly to?: string;
}

/** The groups of one call together; undefined where no record tells how many calls it sums, so that there is no average. */
export function measuredUsage(groups: readonly { readonly group: UsageGroup; readonly by: MatchedBy }[]): MeasuredUsage | undefined {
  const counted = groups.filter(({ group }) => group.requests > 0);
  const total = (of: (group: UsageGroup) => number) => counted.reduce((sum, { group }) => sum + of(group), 0);
  const requests = total(group => group.requests);
  if (requests === 0) return undefined;
  const why = `on average of ${requests.toLocaleString('en')} calls`;
  const measured = (sum: number): Estimate => ({
    value: sum / requests,
    low: sum / requests,
    high: sum / requests,
    basis: 'measured',
    why,
  });
  const allPriced = counted.every(({ group }) => group.recordsWithUsd === group.records);
  const moments = (of: (group: UsageGroup) => string | undefined) => counted.flatMap(({ group }) => of(group) ?? []).sort();
  const [from] = moments(group => group.from);
  const to = moments(group => group.to).pop();
  const input = total(group => group.inputTokens);
  return {
    requests,
    inputTokens: measured(input),
    outputTokens: measured(total(group => group.outputTokens)),
    cacheReadShare: input === 0 ? 0 : total(group => group.cacheReadTokens) / input,
    ...(allPriced ? { usd: measured(total(group => group.usd)) } : {}),
    matchedBy: [...new Set(counted.map(({ by }) => by))],
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** How far an estimate is off what was measured, as a share of the estimate: 0.2 is a fifth more than estimated; 0 inside of its band. */
export function drift(estimated: Estimate, measured: Estimate): number {
  if (measured.value >= estimated.low && measured.value <= estimated.high) return 0;
  const end = measured.value < estimated.low ? estimated.low : estimated.high;
  return end === 0 ? Number.POSITIVE_INFINITY : measured.value / end - 1;
}
