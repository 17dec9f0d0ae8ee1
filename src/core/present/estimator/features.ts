import { exactly, sum } from '../../quote/basis';
import type { SpendOfAll } from '../../spend/waterfall';
import type { Numerals } from '../numerals';
import type { EstimatedCalls } from './calls';
import { figure, inPeriod } from './money';

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
export function featureRows(made: EstimatedCalls, { priced, unpriced, today }: SpendOfAll, numerals: Numerals): readonly FeatureRow[] {
  const { per } = made;
  const total = inPeriod(numerals, made);
  const features = [...new Set([...priced, ...unpriced].map(({ workload }) => workload.feature))];
  const rows = features.map((feature): FeatureRow => {
    const own = priced.filter(each => each.workload.feature === feature);
    const without = unpriced.filter(each => each.workload.feature === feature).length;
    const now = own.length === 0 ? exactly(0) : sum(own.map(each => each.todayUsd));
    const then = own.length === 0 ? exactly(0) : sum(own.map(each => each.afterUsd));
    const calls = own.reduce((total, { workload }) => total + (workload.callsPerMonth?.value ?? 1000), 0);
    const perThousand = calls > 0 ? (now.value / calls) * 1000 : undefined;
    return {
      feature,
      sites: numerals.integer(own.length + without),
      calls: per === 'month' ? numerals.integer(calls) : '',
      todayUsd: now.value,
      afterUsd: then.value,
      today: own.length === 0 ? 'price unknown' : figure(now.value, today.usd.value, total),
      after: own.length === 0 ? '' : figure(then.value, today.usd.value, total),
      share: today.usd.value > 0 ? numerals.percent(now.value / today.usd.value) : '',
      perThousand: perThousand === undefined ? '' : figure(perThousand, perThousand, numerals),
      unpriced: without === 0 ? '' : `${numerals.integer(without)} without a price`,
    };
  });
  return rows.sort((a, b) => b.todayUsd - a.todayUsd || a.feature.localeCompare(b.feature, 'en'));
}
