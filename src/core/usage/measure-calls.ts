import { type Joined, joinUsage, type UsageTarget } from './join';
import { type MeasuredUsage, measuredUsage } from './measured';
import type { UsageGroup } from './tally';

export interface MeasuredCalls<T extends UsageTarget> {
  readonly calls: readonly { readonly target: T; readonly measured: MeasuredUsage }[];
  /** What belongs to no call that can be told, or gives no average. */
  readonly unmatched: Joined<T>['unmatched'];
}

/** What usage says of each call, and what of it is left over: nothing is dropped. */
export function measureCalls<T extends UsageTarget>(groups: readonly UsageGroup[], targets: readonly T[]): MeasuredCalls<T> {
  const { matches, unmatched } = joinUsage(groups, targets);
  const days = daysOf(groups);
  const byTarget = new Map<T, (typeof matches)[number][]>();
  for (const match of matches) {
    const known = byTarget.get(match.target);
    if (known === undefined) byTarget.set(match.target, [match]);
    else known.push(match);
  }
  const calls: MeasuredCalls<T>['calls'][number][] = [];
  const withoutAverage: Joined<T>['unmatched'][number][] = [];
  for (const [target, own] of byTarget) {
    const measured = measuredUsage(own, days);
    if (measured !== undefined) calls.push({ target, measured });
    else {
      // Sums without a number of calls give no average, and are told as they are.
      const why = `of ${target.path}:${target.line}, but the records don't tell how many calls they sum`;
      withoutAverage.push(...own.map(({ group }) => ({ group, why })));
    }
  }
  return { calls, unmatched: [...unmatched, ...withoutAverage] };
}

const DAY_MS = 86_400_000;
/** The first and the last day may have been cut off: of fewer nothing is taken for a day. */
const FEWEST_DAYS = 2;

/** Days of the calendar, in UTC, that usage spans, the first and the last included. */
function daysOf(groups: readonly UsageGroup[]): number | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { from, to } of groups) {
    if (from !== undefined) first = Math.min(first, Math.floor(Date.parse(from) / DAY_MS));
    if (to !== undefined) last = Math.max(last, Math.floor(Date.parse(to) / DAY_MS));
  }
  const days = last - first + 1;
  return Number.isFinite(days) && days >= FEWEST_DAYS ? days : undefined;
}
