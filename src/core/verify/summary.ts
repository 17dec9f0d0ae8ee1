import type { Estimate } from '../quote/basis';
import type { RealUsage } from './call-cost';
import { type Interval, meanOf, medianOf, samplesToClear, wilsonInterval } from './interval';
import type { ComparedPair, TrialAnswer } from './outcome';

/** What one of the two requests showed. */
export interface SideSummary {
  readonly answers: number;
  /** Calls that were not answered, for whatever reason. */
  readonly unanswered: number;
  /** US dollars of one call; absent: no usage was reported, or no price is known. */
  readonly usdPerCall?: Band;
  readonly outputTokens?: Band;
  /** Share of the input that was read from the cache. */
  readonly cacheReadShare?: number;
  /** Milliseconds until the answer was there. */
  readonly medianMs?: number;
}

type Band = Pick<Estimate, 'value' | 'low' | 'high'>;

export interface TrialSummary {
  /** Pairs that could be compared, and how many of them agree. */
  readonly compared: number;
  readonly agreeing: number;
  readonly interval: Interval;
  /** Share that has to agree, 0 to 1. */
  readonly bar: number;
  /** `met`: even the interval's lower end clears the bar. `below`: the share doesn't. `open`: the share does, its lower end doesn't. */
  readonly verdict: 'met' | 'below' | 'open' | 'none';
  /** Samples in all that would prove it, if the share stays as it is. */
  readonly samplesWanted?: number;
  readonly similarity?: number;
  readonly today: SideSummary;
  readonly changed: SideSummary;
}

/** The verdict over compared pairs of answers. `bar`: the share that has to agree, from 0 to 1. */
export function summarise(pairs: readonly ComparedPair[], bar: number): TrialSummary {
  const compared = pairs.filter(({ agrees }) => agrees !== undefined).length;
  const agreeing = pairs.filter(({ agrees }) => agrees === true).length;
  const interval = wilsonInterval(agreeing, compared);
  const share = agreeing / compared;
  const verdict = compared === 0 ? 'none' : interval.low >= bar ? 'met' : share < bar ? 'below' : 'open';
  const samplesWanted = verdict === 'open' ? samplesToClear(share, bar) : undefined;
  const similar = pairs.flatMap(({ agreement }) => (agreement === undefined ? [] : [agreement.similarity]));
  const similarity = meanOf(similar)?.value;
  return {
    compared,
    agreeing,
    interval,
    bar,
    verdict,
    ...(samplesWanted === undefined ? {} : { samplesWanted }),
    ...(similarity === undefined ? {} : { similarity }),
    today: sideOf(pairs.map(({ today }) => today)),
    changed: sideOf(pairs.map(({ changed }) => changed)),
  };
}

type Answered = Exclude<TrialAnswer, { readonly failed: string }>;

/** An answer that is empty, refused or cut off is billed, and counts for the money. */
function sideOf(answers: readonly TrialAnswer[]): SideSummary {
  const billed = answers.filter((answer): answer is Answered => !('failed' in answer));
  const usd = billed.flatMap(answer => answer.usd ?? []);
  const usages = billed.flatMap(answer => answer.usage ?? []);
  const usdPerCall = usd.length === billed.length ? meanOf(usd) : undefined;
  const outputTokens = meanOf(usages.map(usage => usage.outputTokens));
  const medianMs = medianOf(billed.map(({ milliseconds }) => milliseconds));
  const answered = billed.filter(answer => 'text' in answer).length;
  return {
    answers: answered,
    unanswered: answers.length - answered,
    ...(usdPerCall === undefined ? {} : { usdPerCall }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
    ...cacheReadShare(usages),
    ...(medianMs === undefined ? {} : { medianMs }),
  };
}

function cacheReadShare(usages: readonly RealUsage[]): Pick<SideSummary, 'cacheReadShare'> {
  const input = usages.reduce((sum, { inputTokens }) => sum + inputTokens, 0);
  return input === 0 ? {} : { cacheReadShare: usages.reduce((sum, { cacheReadTokens }) => sum + cacheReadTokens, 0) / input };
}
