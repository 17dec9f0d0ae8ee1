import { turnCount } from '../spend/lane-cost';
import { CALLS_WITHOUT_TRAFFIC } from '../spend/spend';
import { spendOfAll } from '../spend/waterfall';
import { INPUT_PARTS } from '../spend/workload';
import { workloadOf } from '../spend/workload-of-quote';
import { type Estimate, sum } from './basis';
import type { SiteQuote } from './site-quote';
import type { StatedQuote } from './stated-quote';

/**
 * What is stated of a call, its money being the mean over a conversation's turns or an agent's steps, each of which sends those before it
 * again. By the model of spend, so that a month is the estimator's.
 */
export function overTurns(quote: SiteQuote, stated: StatedQuote): StatedQuote {
  const workload = workloadOf({ ...quote, stated }, '');
  const turns = turnCount(workload);
  if (turns === undefined) return stated;
  const what = stated.agent === undefined ? 'turns of a conversation' : "steps of an agent's run";
  const why = `mean of the ${turns} ${what}, each of which sends those before it again`;
  const usdOf = (callsPerMonth: Estimate | undefined): Estimate | undefined => {
    const { callsPerMonth: _, ...rest } = workload;
    const { today, priced } = spendOfAll(
      [callsPerMonth === undefined ? rest : { ...rest, callsPerMonth }],
      () => ({}),
      () => undefined,
    );
    if (priced.length === 0) return undefined;
    const usd = stated.of === 'call' ? today.usd : sum(INPUT_PARTS.map(part => today.parts[part]));
    return { ...usd, why: [usd.why, why].filter(clause => clause !== '').join('; ') };
  };
  const { callsPerMonth } = stated;
  if (callsPerMonth === undefined) {
    const usd = usdOf(undefined);
    return usd === undefined ? stated : { ...stated, meanCallUsd: divided(usd, CALLS_WITHOUT_TRAFFIC) };
  }
  const usdPerMonth = usdOf(callsPerMonth);
  const mean = callsPerMonth.value > 0 ? usdOf({ ...callsPerMonth, low: callsPerMonth.value, high: callsPerMonth.value }) : undefined;
  if (usdPerMonth === undefined || mean === undefined) return stated;
  return { ...stated, meanCallUsd: divided(mean, callsPerMonth.value), usdPerMonth };
}

function divided(usd: Estimate, calls: number): Estimate {
  return { ...usd, value: usd.value / calls, low: usd.low / calls, high: usd.high / calls };
}
