import type { ModelFacts } from '../prices/model';
import { changedTokens } from './changed-tokens';
import { type Corner, costEnd, savingEnd } from './corners';
import { laneUsd } from './lane-cost';
import { routed } from './lanes';
import type { Levers } from './scenario';
import { estimateOf } from './stated';
import { bySpendPart, INPUT_PARTS, OUTPUT_PARTS, type RequestPart, type SpendPart, type Workload } from './workload';

/** Dollars by part; they are the whole. */
export type PartsUsd = Readonly<Record<SpendPart, number>>;

/** What money is for as long as nobody stated how often a call is made. */
export const CALLS_WITHOUT_TRAFFIC = 1000;

const REQUEST_PARTS: readonly RequestPart[] = [...INPUT_PARTS, ...OUTPUT_PARTS];

/**
 * What a workload costs in a month at one corner, with levers pulled; or why nobody knows. For 1,000 calls where no traffic is stated.
 *
 * calls · (1 − h) · [ Σ over lanes of share · priceFactor · request · (1 + retries) + classified · k + scored · s + c ] + calls · l
 *
 * h: hit rate of the semantic cache, l its look-up, k the classifier, s the scorer, c a compressing model.
 */
export function partsUsd(
  workload: Workload,
  levers: Levers,
  find: (id: string) => ModelFacts | undefined,
  corner: Corner,
): PartsUsd | string {
  const { model } = workload;
  if (model === undefined) return workload.whyUnpriced;
  const asked = workload.callsPerMonth === undefined ? CALLS_WITHOUT_TRAFFIC : costEnd(workload.callsPerMonth, corner);
  const hits = levers.semanticCache === undefined ? 0 : savingEnd(estimateOf(levers.semanticCache.hitRate, ''), corner);
  const calls = asked * (1 - hits);
  const retries = levers.retries === undefined ? costEnd(workload.retriesPerCall, corner) : estimateOf(levers.retries.perCall, '')[corner];
  const tokens = changedTokens(workload, levers, corner);
  const { lanes, classified, scored } = routed(model, levers, find, corner);
  const usd: Record<SpendPart, number> = bySpendPart(() => 0);
  for (const lane of lanes) {
    const reaching = workload.callsPerMonth === undefined ? undefined : calls * (1 + retries) * lane.share;
    const cost = laneUsd(workload, levers, lane.model, tokens, reaching, find, corner);
    if (typeof cost === 'string') return cost;
    const times = calls * lane.share * lane.priceFactor;
    for (const part of REQUEST_PARTS) {
      usd[part] += times * cost.parts[part];
      usd.retries += times * cost.parts[part] * retries;
    }
    usd.summaries += times * cost.summaries;
  }
  const perCall = (usdPerThousandCalls: number | undefined) => (usdPerThousandCalls ?? 0) / 1000;
  usd.classifier = calls * classified * perCall(levers.dynamicRouting?.classifierUsdPerThousandCalls);
  usd.scorer = calls * scored * perCall(levers.cascade?.scorerUsdPerThousandCalls);
  usd.compression = calls * perCall(levers.compression?.usdPerThousandCalls);
  usd.lookups =
    asked * perCall(levers.semanticCache?.lookupUsdPerThousandCalls) +
    calls * (levers.history?.strategy === 'retrieval' ? perCall(levers.history.lookupUsdPerThousandCalls) : 0);
  return usd;
}
