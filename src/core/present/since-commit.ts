import type { Quote } from '../quote/analysis';
import { type Estimate, isKnown, type Money } from '../quote/basis';
import { isOpenEnded, type Numerals } from './numerals';

/** What two states of one request are compared by. */
export type Compared = Pick<Quote, 'inputTokens' | 'inputUsd' | 'maxCallUsd'>;

export function comparedOf({ inputTokens, inputUsd, maxCallUsd }: Quote): Compared {
  return { inputTokens, inputUsd, maxCallUsd };
}

/** `+312`, `−$0.0012`; absent where nothing changed, or where nobody can say by how much. */
interface Change {
  readonly tokens?: string;
  /** Of the amount that the status bar shows: the whole call, or the input where the output has no bound. */
  readonly usd?: string;
}

/** By how many tokens and US dollars a call's input, or the most that it can cost, changed. */
export function changeSince(before: Compared, now: Compared, numerals: Numerals): Change {
  const tokens = written(difference(before.inputTokens, now.inputTokens), estimate => numerals.tokens(estimate).replace(/^≈/, ''));
  const usd = written(usdDifference(before, now), numerals.usd);
  return { ...(tokens === undefined ? {} : { tokens }), ...(usd === undefined ? {} : { usd }) };
}

function usdDifference(before: Compared, now: Compared): Estimate | undefined {
  const whole = [before.maxCallUsd, now.maxCallUsd] as const;
  if (whole.some(isKnown)) return moneyDifference(...whole);
  return moneyDifference(before.inputUsd, now.inputUsd);
}

function moneyDifference(before: Money, now: Money): Estimate | undefined {
  return isKnown(before) && isKnown(now) ? difference(before, now) : undefined;
}

/** Both are estimated in one way, so the ends of the bands belong together. What has no size counts on neither side. */
function difference(before: Estimate, now: Estimate): Estimate | undefined {
  // What was taken away with a value of unknown size is unknown too.
  if (isOpenEnded(before) && !isOpenEnded(now)) return undefined;
  const value = now.value - before.value;
  const high = isOpenEnded(before) ? value : now.high - before.high;
  const ends = [value, now.low - before.low, high];
  return { ...now, value, low: Math.min(...ends), high: Math.max(...ends) };
}

/** Dust of binary fractions is no change. */
const LEAST_SHARE = 1e-9;

function written(change: Estimate | undefined, write: (size: Estimate) => string): string | undefined {
  if (change === undefined || Math.abs(change.value) <= LEAST_SHARE) return undefined;
  const grows = change.value > 0;
  // A band on both sides of nothing doesn't even say which way.
  if (grows ? change.low < 0 : change.high > 0) return undefined;
  const size = grows ? change : { ...change, value: -change.value, low: -change.high, high: -change.low };
  return `${grows ? '+' : '−'}${write(size)}`;
}
