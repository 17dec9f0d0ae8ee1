import { type Estimate, sum } from '../../quote/basis';
import type { SpendOfAll } from '../../spend/waterfall';
import type { Numerals } from '../numerals';
import type { EstimatedCalls } from './calls';
import { addends, figure, inPeriod } from './money';

export interface FeatureRow {
  readonly feature: string;
  readonly sites: string;
  /** Calls a month; empty where nobody stated it. */
  readonly calls: string;
  readonly todayUsd: number;
  readonly afterUsd: number;
  readonly today: string;
  readonly after: string;
  readonly share: string;
  /** Of 1,000 calls on the average. */
  readonly perThousand: string;
  readonly unpriced: string;
}

/** What each feature costs, the dearest first. */
export function featureRows(
  made: EstimatedCalls,
  { priced, unpriced, today, after }: SpendOfAll,
  numerals: Numerals,
): readonly FeatureRow[] {
  const { per } = made;
  const total = inPeriod(numerals, made);
  const features = [...new Set([...priced, ...unpriced].map(({ workload }) => workload.feature))];
  const pricedOf = (feature: string) => priced.filter(each => each.workload.feature === feature);
  const usdOf = (all: readonly Estimate[]) => (all.length === 0 ? 0 : sum(all).value);
  const now = features.map(feature => usdOf(pricedOf(feature).map(each => each.todayUsd)));
  const then = features.map(feature => usdOf(pricedOf(feature).map(each => each.afterUsd)));
  const nowTexts = addends(now, today.usd.value, today.usd.value, total);
  const thenTexts = addends(then, after.usd.value, today.usd.value, total);
  const rows = features.map((feature, index): FeatureRow => {
    const own = pricedOf(feature);
    const without = unpriced.filter(each => each.workload.feature === feature).length;
    const [todayUsd = 0, afterUsd = 0] = [now[index], then[index]];
    const calls = own.reduce((total, { workload }) => total + (workload.callsPerMonth?.value ?? 1000), 0);
    const perThousand = calls > 0 ? (todayUsd / calls) * 1000 : undefined;
    return {
      feature,
      sites: numerals.integer(own.length + without),
      calls: per === 'month' ? numerals.integer(calls) : '',
      todayUsd,
      afterUsd,
      today: own.length === 0 ? 'price unknown' : (nowTexts[index] ?? ''),
      after: own.length === 0 ? '' : (thenTexts[index] ?? ''),
      share: today.usd.value > 0 ? numerals.percent(todayUsd / today.usd.value) : '',
      perThousand: perThousand === undefined ? '' : figure(perThousand, perThousand, numerals),
      unpriced: without === 0 ? '' : `${numerals.integer(without)} without a price`,
    };
  });
  return rows.sort((a, b) => b.todayUsd - a.todayUsd || a.feature.localeCompare(b.feature, 'en'));
}
