import type { Estimate } from '../quote/basis';
import type { Limits } from './file-schema';

export interface Exceeded {
  /** The stricter one of those that are exceeded. */
  readonly level: 'warn' | 'error';
  /** US dollars. */
  readonly limitUsd: number;
  /** Whether all of the band lies above the limit. */
  readonly certain: boolean;
}

/** Which limit an amount exceeds: that of errors, if both. Undefined: none. What is not known of the amount doesn't count. */
export function exceeded(usd: Estimate, { error, warn }: Limits = {}): Exceeded | undefined {
  const above = (level: Exceeded['level'], limitUsd: number | undefined): Exceeded | undefined =>
    limitUsd !== undefined && usd.value > limitUsd ? { level, limitUsd, certain: usd.low > limitUsd } : undefined;
  return above('error', error) ?? above('warn', warn);
}
