import * as z from 'zod';
import type { PricePerMillion } from '../prices/model';

export const fineTuneSchema = z
  .strictObject({
    trainingUsd: z.number().min(0).max(1e12).meta({ description: 'Data, training and evaluation, once.' }),
    months: z.number().positive().max(120).meta({ description: 'How long it serves until it has to be done again.' }),
    hostingUsdPerMonth: z.number().min(0).max(1e12).optional(),
    usdPerThousandCalls: z.number().min(0).max(1e12).meta({ description: 'What 1,000 calls of the tuned model cost.' }),
  })
  .meta({ description: 'A smaller model tuned for the task, to see from which volume it pays.' });

export type FineTune = z.infer<typeof fineTuneSchema>;

/** The calls a month from which tuning pays; undefined: never, because its calls cost no less. */
export function fineTuneBreakEvenCalls(tune: FineTune, usdPerThousandCalls: number): number | undefined {
  const savedPerCall = (usdPerThousandCalls - tune.usdPerThousandCalls) / 1000;
  if (savedPerCall <= 0) return undefined;
  return (tune.trainingUsd / tune.months + (tune.hostingUsdPerMonth ?? 0)) / savedPerCall;
}

/** From which use caching a prefix costs less than not caching it, at a model's prices. */
export interface CachingBreakEven {
  /** Calls within the time to live: the smallest N with w + (N−1)·r < N. */
  readonly calls: number;
  /** Share of calls that must find it: h·r + (1−h)·w < 1, so h > (w−1)/(w−r). */
  readonly hitRate: number;
}

/** Undefined: the prices aren't known, or reading costs no less than input. */
export function cachingBreakEven(price: PricePerMillion, longTtl: boolean): CachingBreakEven | undefined {
  const written = longTtl ? price.cacheWriteLongUsd : (price.cacheWriteUsd ?? price.inputUsd);
  if (price.cacheReadUsd === undefined || written === undefined || price.cacheReadUsd >= price.inputUsd) return undefined;
  const r = price.cacheReadUsd / price.inputUsd;
  const w = written / price.inputUsd;
  return { calls: Math.floor((w - r) / (1 - r) + 1e-9) + 1, hitRate: w <= 1 ? 0 : (w - 1) / (w - r) };
}

/** The share of calls that a lever with a cost for each call must spare to pay for itself; above 1: it can't. */
export function breakEvenShare(usdPerThousandCalls: number, savedUsdPerThousandCalls: number): number | undefined {
  return savedUsdPerThousandCalls > 0 ? usdPerThousandCalls / savedUsdPerThousandCalls : undefined;
}
