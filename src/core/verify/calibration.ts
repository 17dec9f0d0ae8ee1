import type { MeasuredAmount } from '../quote/measured';
import type { RealUsage } from './call-cost';
import { meanOf } from './interval';

/** Of one answered call: what was billed, and how many tokens its text has in the public encoding of the family. */
export interface CountedCall {
  readonly usage: RealUsage;
  readonly encodedTokens: number;
}

/** Fewer say nothing of a mean. */
const FEWEST = 3;

export interface Calibration {
  readonly outputTokens: MeasuredAmount;
  readonly inputFactor?: MeasuredAmount;
  readonly samples: number;
}

/** What real counts say of how long answers are and how input is counted. Undefined: too few. */
export function calibrationOf(calls: readonly CountedCall[]): Calibration | undefined {
  const outputTokens = calls.length < FEWEST ? undefined : meanOf(calls.map(({ usage }) => usage.outputTokens));
  if (outputTokens === undefined) return undefined;
  const factors = calls.flatMap(({ usage, encodedTokens }) => (encodedTokens > 0 ? [usage.inputTokens / encodedTokens] : []));
  const mean = factors.length < FEWEST ? undefined : meanOf(factors);
  // The next call is one call and not a mean: it lies where these lay.
  const inputFactor = mean && { value: mean.value, low: Math.min(mean.low, ...factors), high: Math.max(mean.high, ...factors) };
  return { outputTokens, ...(inputFactor === undefined || inputFactor.low <= 0 ? {} : { inputFactor }), samples: calls.length };
}
