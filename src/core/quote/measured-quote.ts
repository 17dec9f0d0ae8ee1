import { costOf } from '../prices/cost';
import { DAYS_PER_MONTH } from '../spend/calendar';
import { drift, type MeasuredUsage } from '../usage/measured';
import { type Estimate, isKnown, type Money, scale, weakest } from './basis';
import type { SiteQuote } from './site-quote';

/** What records of real calls say of a call, beside what is estimated of it. */
export interface MeasuredQuote {
  readonly usage: MeasuredUsage;
  /** How far the estimated input is off what was measured: 0.2 is a fifth more than estimated, 0 inside of the estimate's band. */
  readonly inputDrift: number;
  /** US dollars of a call on the average: as the records say, else of its mean tokens at the prices of today. */
  readonly callUsd: Money;
  /** Absent where the records don't tell how often a day the call is made. */
  readonly usdPerMonth?: Estimate;
}

/**
 * What was measured of a call beside what is estimated: US dollars a call, and how far input tokens are off as a share. A month only where
 * calls a day were measured.
 */
export function measuredQuote({ inputTokens, model }: Pick<SiteQuote, 'inputTokens' | 'model'>, usage: MeasuredUsage): MeasuredQuote {
  const callUsd = usage.usd ?? atPricesOfToday(model, usage);
  const { callsPerDay } = usage;
  return {
    usage,
    inputDrift: drift(inputTokens, usage.inputTokens),
    callUsd,
    ...(callsPerDay === undefined || !isKnown(callUsd) ? {} : { usdPerMonth: monthOf(callUsd, callsPerDay) }),
  };
}

function atPricesOfToday(model: SiteQuote['model'], { inputTokens, outputTokens, cacheReadShare, cacheWriteShare }: MeasuredUsage): Money {
  const usd = costOf(model, {
    inputTokens: inputTokens.value,
    outputTokens: outputTokens.value,
    cacheReadTokens: inputTokens.value * cacheReadShare,
    cacheWriteTokens: inputTokens.value * cacheWriteShare,
  }).totalUsd;
  if (!isKnown(usd)) return usd;
  const why = `${inputTokens.why}, at the prices of today${usd.why === '' ? '' : `; ${usd.why}`}`;
  return { ...usd, basis: weakest('measured', usd.basis), why };
}

function monthOf(callUsd: Estimate, callsPerDay: Estimate): Estimate {
  const month = scale(callUsd, callsPerDay.value * DAYS_PER_MONTH);
  return { ...month, basis: weakest(callUsd.basis, callsPerDay.basis), why: `${callUsd.why}; calls ${callsPerDay.why}` };
}
