import { cachingBreakEven } from '../../spend/break-even';
import { usdAtHitRate } from '../../spend/curves';
import type { Levers } from '../../spend/scenario';
import { spendOfAll } from '../../spend/waterfall';
import type { Workload } from '../../spend/workload';
import type { Numerals } from '../numerals';
import type { EstimatedCalls } from './calls';
import { figure, inPeriod } from './money';

interface HitRatePoint {
  readonly hitRate: number;
  readonly share: string;
  readonly usd: number;
  readonly text: string;
}

export interface HitRateLine {
  readonly points: readonly HitRatePoint[];
  /** Without any caching. */
  readonly uncachedUsd: number;
  readonly uncached: string;
  /** From which share of hits caching pays, by model; empty where no model caches for a price. */
  readonly paysFrom: readonly string[];
}

const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** What the calls cost at each share of hits, the other levers as they are. Calls that can't be cached are in it at what they cost. */
export function hitRateLine(calls: EstimatedCalls, levers: Levers, numerals: Numerals): HitRateLine {
  const { workloads, find } = calls;
  const total = inPeriod(numerals, calls);
  const priced = workloads.filter(({ model }) => model !== undefined);
  const { caching = {}, ...others } = levers;
  const { hitRate: _, onlyWhereItPays: __, ...asked } = caching;
  const uncachedUsd = spendOfAll(priced.map(withoutCaching), () => others, find).after.usd.value;
  const points = SHARES.map(hitRate => {
    const usd = usdAtHitRate(priced, { ...others, caching: asked }, hitRate, find).value;
    return { hitRate, share: numerals.percent(hitRate), usd, text: figure(usd, uncachedUsd, total) };
  });
  const models = [...new Map(priced.flatMap(({ model }) => (model === undefined ? [] : [[model.id, model] as const]))).values()];
  const paysFrom = models.flatMap(({ id, price }) => {
    const breakEven = price === undefined ? undefined : cachingBreakEven(price, asked.longTtl === true);
    if (breakEven === undefined) return [];
    return [
      `${id}: from ${numerals.percent(breakEven.hitRate)} of hits, or ${numerals.integer(breakEven.calls)} calls within the time to live`,
    ];
  });
  return { points, uncachedUsd, uncached: figure(uncachedUsd, uncachedUsd, total), paysFrom };
}

function withoutCaching(workload: Workload): Workload {
  const none = { value: 0, low: 0, high: 0, basis: 'exact' as const, why: '' };
  return { ...workload, caching: { readTokens: none, writtenTokens: none, longTtl: false, coversConversation: false } };
}
