import { breakEvenShare, type FineTune, fineTuneBreakEvenCalls } from '../../spend/break-even';
import { type SelfHost, selfHostBreakEvenTokens, selfHostCost, selfHostUsd } from '../../spend/self-host';
import type { SpendOfAll } from '../../spend/waterfall';
import { INPUT_PARTS, OUTPUT_PARTS } from '../../spend/workload';
import type { Numerals } from '../numerals';
import type { EstimatedCalls } from './calls';
import { figure } from './money';

export interface BreakEvenRow {
  readonly question: string;
  readonly answer: string;
  readonly why: string;
}

/** Self-hosting pays past tens of millions of tokens a month, and a model of 8 billion parameters is the least that is worth it. */
export const SELF_HOST_TO_BEGIN_WITH: SelfHost = {
  gpuUsdPerHour: 2,
  gpuMemoryGb: 80,
  parametersBillions: 8,
  quantisation: 'int8',
  tokensPerSecond: 2000,
  utilisation: 0.4,
  operationsUsdPerMonth: 2000,
};

export const FINE_TUNE_TO_BEGIN_WITH: FineTune = { trainingUsd: 5000, months: 6, hostingUsdPerMonth: 0, usdPerThousandCalls: 1 };

/** From which volume the larger steps pay, at what the calls cost today. */
export function breakEvenRows(
  calls: EstimatedCalls,
  { today, priced }: SpendOfAll,
  host: SelfHost,
  tune: FineTune,
  numerals: Numerals,
): readonly BreakEvenRow[] {
  if (priced.length === 0 || today.usd.value <= 0) return [];
  const made = priced.reduce((total, { workload }) => total + (workload.callsPerMonth?.value ?? 1000), 0);
  const tokens = priced.reduce((total, { workload }) => {
    const each = [...INPUT_PARTS, ...OUTPUT_PARTS].reduce((sum, part) => sum + workload.tokens[part].value, 0);
    return total + each * (workload.callsPerMonth?.value ?? 1000);
  }, 0);
  const perMillion = tokens > 0 ? (today.usd.value / tokens) * 1e6 : 0;
  const perThousand = (today.usd.value / made) * 1000;
  return [hosting(calls, host, tokens, perMillion, numerals), tuning(tune, perThousand, numerals), lookingUp(perThousand, numerals)];
}

function hosting({ per }: EstimatedCalls, host: SelfHost, tokens: number, perMillion: number, numerals: Numerals): BreakEvenRow {
  const from = selfHostBreakEvenTokens(host, perMillion);
  const { gpus, usdPerMillion, memoryGb } = selfHostCost(host);
  const hosted =
    per === 'month'
      ? ` Your ${millions(tokens, numerals)} would cost ${figure(selfHostUsd(host, tokens), 1000, numerals)} a month there.`
      : '';
  return {
    question: 'Host a model yourself',
    answer: from === undefined ? 'Never at these figures' : `From ${millions(from, numerals)} a month`,
    why: `${numerals.integer(gpus)} GPU${gpus === 1 ? '' : 's'} for ${numerals.integer(memoryGb)} GB; ${figure(usdPerMillion, 1, numerals)} a million tokens there, ${figure(perMillion, 1, numerals)} today.${hosted}`,
  };
}

function tuning(tune: FineTune, perThousand: number, numerals: Numerals): BreakEvenRow {
  const from = fineTuneBreakEvenCalls(tune, perThousand);
  return {
    question: 'Tune a smaller model',
    answer: from === undefined ? 'Never at these figures' : `From ${numerals.integer(from)} calls a month`,
    why: `1,000 calls cost ${figure(perThousand, perThousand, numerals)} today and ${figure(tune.usdPerThousandCalls, tune.usdPerThousandCalls, numerals)} tuned.`,
  };
}

const LOOKUP_USD_PER_THOUSAND = 0.02;

function lookingUp(perThousand: number, numerals: Numerals): BreakEvenRow {
  const from = breakEvenShare(LOOKUP_USD_PER_THOUSAND, perThousand);
  const share = from === undefined ? '' : numerals.percent(Math.max(0.01, from));
  return {
    question: 'Answer from a semantic cache',
    answer: from === undefined || from > 1 ? 'Never at these figures' : `From ${share} of calls answered from it`,
    why: `Looking up is taken to cost ${figure(LOOKUP_USD_PER_THOUSAND, 1, numerals)} for 1,000 calls; building it is not in this.`,
  };
}

function millions(tokens: number, numerals: Numerals): string {
  return `${numerals.integer(Math.max(1, tokens / 1e6))} million tokens`;
}
