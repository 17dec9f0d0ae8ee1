import type { Quote } from '../quote/analysis';
import { isKnown } from '../quote/basis';
import { escapeProse } from './markdown';
import type { Numerals } from './numerals';

/** `measured 2,310 in (+8%) → 240 out, $0.0051/call`; empty where nothing was imported of the call. */
export function measuredText({ measured }: Quote, numerals: Numerals): string {
  if (measured === undefined) return '';
  const { usage, inputDrift, callUsd } = measured;
  const by = inputDrift === 0 ? '' : ` (${driftText(inputDrift, numerals)})`;
  const money = isKnown(callUsd) ? `, ${numerals.usd(callUsd)}/call` : '';
  return `measured ${numerals.integer(Math.round(usage.inputTokens.value))} in${by} → ${numerals.integer(Math.round(usage.outputTokens.value))} out${money}`;
}

/** What was measured of a call, against what is estimated, as markdown; empty where nothing was imported of it. */
export function measuredLine(quote: Quote, numerals: Numerals): string {
  const { measured } = quote;
  if (measured === undefined) return '';
  const { usage, inputDrift, callUsd, usdPerMonth } = measured;
  const tokens = (value: number) => numerals.integer(Math.round(value));
  const against =
    inputDrift === 0 ? 'as estimated' : `${driftText(inputDrift, numerals)} against the ${numerals.tokens(quote.inputTokens)} estimated`;
  const cached = usage.cacheReadShare > 0 ? `, ${numerals.percent(usage.cacheReadShare)} of it read from the cache` : '';
  const money = isKnown(callUsd) ? `, ${numerals.usd(callUsd)} each` : `; price unknown: ${escapeProse(callUsd.why, 120)}`;
  const month = usdPerMonth === undefined ? '' : `, ${numerals.usd(usdPerMonth)} per month`;
  return `**Measured** over ${tokens(usage.requests)} ${usage.requests === 1 ? 'call' : 'calls'}${periodText(usage)}: ${tokens(usage.inputTokens.value)} tok in (${against})${cached}, ${tokens(usage.outputTokens.value)} out${money}${month}. Told by ${usage.matchedBy.join(', ')}.`;
}

/** `+8%`; `new` where nothing was estimated. */
export function driftText(share: number, numerals: Numerals): string {
  if (!Number.isFinite(share)) return 'new';
  return `${share > 0 ? '+' : '−'}${numerals.percent(Math.abs(share))}`;
}

function periodText({ from, to }: { readonly from?: string; readonly to?: string }): string {
  if (from === undefined || to === undefined) return '';
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
  return first === last ? ` on ${first}` : ` from ${first} to ${last}`;
}
