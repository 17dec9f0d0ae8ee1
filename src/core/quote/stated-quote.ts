import { costOf } from '../prices/cost';
import { DAYS_PER_MONTH, HOURS_PER_DAY } from '../spend/calendar';
import type { Agent, Conversation } from '../spend/scenario';
import { estimateOf } from '../spend/stated';
import { WORKSPACE_FILE_NAME } from '../workspace-file/name';
import type { SaidOfCall } from '../workspace-file/stated';
import { type Estimate, isKnown, type Money, sum, weakest } from './basis';
import { cacheHitShare, ttlSecondsOf } from './cache-hits';
import { type MeasuredCall, measuredOutput } from './measured';
import type { SiteQuote } from './site-quote';

/** What the workspace file says of a call or its runs showed, and what follows from it. */
export interface StatedQuote {
  readonly feature?: string;
  /** Of the answer: as stated, else as measured. */
  readonly outputTokens?: Estimate;
  /** US dollars of a call on the average, with the cache as the stated traffic hits it. */
  readonly meanCallUsd: Money;
  /** `input`: nothing bounds the answer and nothing states its length, so only the input is in the money. */
  readonly of: 'call' | 'input';
  /** As stated, else as measured; absent where it is neither. */
  readonly callsPerDay?: Estimate;
  readonly callsPerMonth?: Estimate;
  readonly usdPerMonth?: Money;
  /** Share by which the calls grow each month. */
  readonly growthPerMonth?: number;
  /** Hours of a month in which calls come, and the beginnings over which they are spread: how often the cache is hit. */
  readonly hoursPerMonth: number;
  readonly distinctPrefixes: number;
  readonly conversation?: Conversation;
  readonly agent?: Agent;
}

/** The mean call and its month in US dollars, by what the workspace file says; where that is silent, by what was measured. */
export function statedQuote(quote: SiteQuote, said: SaidOfCall, measured?: MeasuredCall): StatedQuote {
  const { feature, callsPerDay: traffic, outputTokens: length, growthPerMonth, conversation, agent } = said;
  const callsPerDay =
    traffic === undefined ? measured?.usage?.callsPerDay : estimateOf(traffic, `${WORKSPACE_FILE_NAME}, ${said.trafficBy ?? ''}`);
  const known =
    length === undefined ? measured && measuredOutput(measured) : estimateOf(length, `length of the answer from ${WORKSPACE_FILE_NAME}`);
  const outputTokens = known && upTo(quote.outputCapTokens, known);
  const inputUsd = meanInputUsd(quote, said, callsPerDay);
  const output = meanOutputUsd(quote, outputTokens);
  const meanCallUsd = isKnown(inputUsd) && output !== undefined ? (isKnown(output) ? sum([inputUsd, output]) : output) : inputUsd;
  const days = said.daysPerMonth ?? DAYS_PER_MONTH;
  const callsPerMonth = callsPerDay && times(callsPerDay, { value: days, low: days, high: days }, `on ${days} days`);
  return {
    ...(feature === undefined ? {} : { feature }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
    meanCallUsd,
    of: output === undefined ? 'input' : 'call',
    ...(callsPerDay === undefined || callsPerMonth === undefined
      ? {}
      : { callsPerDay, callsPerMonth, usdPerMonth: perMonth(meanCallUsd, callsPerMonth) }),
    ...(growthPerMonth === undefined ? {} : { growthPerMonth }),
    hoursPerMonth: (said.hoursPerDay ?? HOURS_PER_DAY) * days,
    distinctPrefixes: said.distinctPrefixes ?? 1,
    ...(conversation === undefined ? {} : { conversation }),
    ...(agent === undefined ? {} : { agent }),
  };
}

/** An answer ends at its cap. */
function upTo(cap: number | undefined, { value, low, high, ...rest }: Estimate): Estimate {
  const most = cap ?? Number.POSITIVE_INFINITY;
  return { ...rest, value: Math.min(value, most), low: Math.min(low, most), high: Math.min(high, most) };
}

/** The input with as many reads from the cache as the traffic brings. Without traffic anything between none and all. */
function meanInputUsd(quote: SiteQuote, said: SaidOfCall, callsPerDay: Estimate | undefined): Money {
  const { inputUsd, cachedInputUsd, prefix } = quote;
  if (prefix.state !== 'cached' || !isKnown(inputUsd) || !isKnown(cachedInputUsd)) return inputUsd;
  const ttlSeconds = ttlSecondsOf(quote);
  if (callsPerDay === undefined || ttlSeconds === undefined) return { ...inputUsd, low: Math.min(inputUsd.low, cachedInputUsd.low) };
  const { hoursPerDay = HOURS_PER_DAY, distinctPrefixes = 1 } = said;
  const hits = (calls: number) => cacheHitShare({ callsPerDay: calls, hoursPerDay, distinctPrefixes }, ttlSeconds);
  const mean = (end: 'value' | 'low' | 'high', share: number) =>
    (1 - share) * inputUsd[end] + (share > 0 ? share * cachedInputUsd[end] : 0);
  const [few, many] = [hits(callsPerDay.low), hits(callsPerDay.high)];
  const share = hits(callsPerDay.value);
  return {
    value: mean('value', share),
    // Where reading the cache costs more than not reading it, more hits are not the cheap end.
    low: Math.min(mean('low', few), mean('low', many)),
    high: Math.max(mean('high', few), mean('high', many)),
    basis: 'assumed',
    why: joined(
      inputUsd.why,
      `${Math.round(share * 100)}% of calls find the prefix in the cache, if they come evenly over ${hoursPerDay} hours`,
    ),
  };
}

/** Undefined: nothing is known of how long the answer may be. */
function meanOutputUsd(
  { inputTokens, maxOutputUsd, outputCapTokens, model }: SiteQuote,
  outputTokens: Estimate | undefined,
): Money | undefined {
  if (outputTokens !== undefined) return costOf(model, { inputTokens, outputTokens }).outputUsd;
  if (outputCapTokens === undefined) return undefined;
  if (!isKnown(maxOutputUsd) || maxOutputUsd.high === 0) return maxOutputUsd;
  const why = `the answer between nothing and its cap: "outputTokens" in ${WORKSPACE_FILE_NAME} would state its length`;
  return { ...maxOutputUsd, low: 0, basis: weakest(maxOutputUsd.basis, 'estimated'), why: joined(maxOutputUsd.why, why) };
}

function perMonth(usd: Money, calls: Estimate): Money {
  return isKnown(usd) ? times(usd, calls, '') : usd;
}

/** Ends that are not known stay so, also of no calls at all. */
function times(one: Estimate, other: Pick<Estimate, 'value' | 'low' | 'high'> & Partial<Estimate>, why: string): Estimate {
  const product = (end: 'value' | 'low' | 'high') => (one[end] === 0 || other[end] === 0 ? 0 : one[end] * other[end]);
  return {
    value: product('value'),
    low: product('low'),
    high: product('high'),
    basis: weakest(one.basis, other.basis ?? 'exact'),
    why: joined(one.why, other.why ?? '', why),
  };
}

function joined(...clauses: readonly string[]): string {
  return [...new Set(clauses.filter(clause => clause !== ''))].join('; ');
}
