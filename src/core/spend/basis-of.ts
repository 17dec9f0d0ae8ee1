import { priceDoubt } from '../prices/cost';
import type { PricePerMillion } from '../prices/model';
import { type Basis, type Estimate, weakest } from '../quote/basis';
import { STEADY_HIT_RATE, ttlMinutes } from './hit-rate';
import { turnCount } from './lane-cost';
import type { Levers } from './scenario';
import { INPUT_PARTS, OUTPUT_PARTS, prefixToCache, type RequestPart, type Workload } from './workload';

/** The weakest basis of what a workload's money rests on, and each reason once. */
export function basisOf(workload: Workload, levers: Levers): { readonly basis: Basis; readonly why: string } {
  const grounds = [...sentParts(workload), ...traffic(workload), ...cache(workload, levers)];
  const doubts: readonly (readonly [Basis, string])[] = [
    ...grounds.map(({ basis, why }) => [basis, why] as const),
    ...(workload.model === undefined ? [] : priceDoubt(workload.model, pricesIn(workload, levers))),
    ...(Object.keys(levers).length === 0 ? [] : [['assumed', 'what levers do is as the scenario states it'] as const]),
  ];
  return {
    basis: weakest(...doubts.map(([basis]) => basis)),
    why: [...new Set(doubts.map(([, why]) => why))].filter(why => why !== '').join('; '),
  };
}

/** A part whose end nobody knows: there is more than what is counted. */
export function hasOpenEnd(workload: Workload, levers: Levers, part: RequestPart): boolean {
  if (part === 'output' && levers.output?.tokens !== undefined) return false;
  if (part === 'history' && turnCount(workload) !== undefined) return false;
  return workload.tokens[part].high === Number.POSITIVE_INFINITY;
}

function sentParts(workload: Workload): readonly Estimate[] {
  const parts: readonly RequestPart[] = [...INPUT_PARTS, ...OUTPUT_PARTS];
  return parts.filter(part => part !== 'history' || turnCount(workload) === undefined).map(part => workload.tokens[part]);
}

function traffic({ callsPerMonth, retriesPerCall }: Workload): readonly Estimate[] {
  return [...(callsPerMonth === undefined ? [] : [callsPerMonth]), ...(retriesPerCall.high > 0 ? [retriesPerCall] : [])];
}

function cache(workload: Workload, { caching }: Levers): readonly Estimate[] {
  const { model, callsPerMonth } = workload;
  if (!reads(workload, caching) || model?.caching === undefined || caching?.hitRate !== undefined) return [];
  if (callsPerMonth === undefined) return [STEADY_HIT_RATE];
  return [ttlMinutes(model.caching, caching === undefined ? workload.caching.longTtl : caching.longTtl === true)];
}

function reads(workload: Workload, lever: Levers['caching']): boolean {
  const { caching: today } = workload;
  return today.coversConversation || (lever === undefined ? today.readTokens.high > 0 : prefixToCache(workload, lever).high > 0);
}

function pricesIn(workload: Workload, { caching }: Levers): ReadonlySet<keyof PricePerMillion> {
  const long = caching === undefined ? workload.caching.longTtl : caching.longTtl === true;
  const written = caching !== undefined || workload.caching.writtenTokens.high > 0;
  return new Set<keyof PricePerMillion>([
    'inputUsd',
    'outputUsd',
    ...(reads(workload, caching) ? (['cacheReadUsd'] as const) : []),
    ...(written ? [long ? ('cacheWriteLongUsd' as const) : ('cacheWriteUsd' as const)] : []),
  ]);
}
