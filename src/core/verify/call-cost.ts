import { chargedAt, costOf, usdOfTokens } from '../prices/cost';
import { UNKNOWN_TOKENIZER } from '../prices/family-counting';
import type { ModelFacts, TokenCounting } from '../prices/model';
import { type Estimate, isKnown } from '../quote/basis';
import { type FilledMessage, fillTrial, type Sample, type TrialRequest } from './trial-request';

/** As an endpoint reports it. `inputTokens` is all input, the cached included; `outputTokens` all output, thinking included. */
export interface RealUsage {
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  readonly cacheWriteLongTokens: number;
  readonly outputTokens: number;
}

/** What a call will cost. US dollars; undefined: the model has no known price. */
export interface CallBound {
  /** Text in the public encoding of the family, before its factor: real counts are compared with this. */
  readonly encodedTokens: number;
  readonly expectedUsd?: number;
  /** It can't cost more. */
  readonly worstUsd?: number;
}

/** Where nothing bounds an answer, a trial does; thinking counts towards it. */
export const TRIAL_OUTPUT_TOKENS = 4096;
/** What frames a message, at most, with any maker. */
const FRAMING_TOKENS = 16;
/** What a schema and the instructions to keep it take, beyond its own text. */
const FORM_TOKENS = 400;
/** An answer takes about a quarter of what it may. */
const EXPECTED_SHARE = 0.25;

/** The cap that a trial sends. */
export function trialCap({ maxOutputTokens }: TrialRequest, facts: Pick<ModelFacts, 'maxOutputTokens'> | undefined): number {
  return Math.min(maxOutputTokens ?? TRIAL_OUTPUT_TOKENS, facts?.maxOutputTokens ?? Number.POSITIVE_INFINITY);
}

/** What one call with a sample will cost. `expectedOutputTokens`: as measured or stated; undefined: a share of the cap. */
export function boundOf(
  request: TrialRequest,
  sample: Sample,
  facts: ModelFacts | undefined,
  countTokens: (text: string, counting: TokenCounting) => Estimate,
  expectedOutputTokens?: number,
): CallBound {
  return boundOfMessages(fillTrial(request, sample), request, facts, countTokens, expectedOutputTokens);
}

/** What a call of filled messages is expected to cost, and the most that it can, in US dollars; unknown without a price. */
export function boundOfMessages(
  messages: readonly FilledMessage[],
  request: TrialRequest,
  facts: ModelFacts | undefined,
  countTokens: (text: string, counting: TokenCounting) => Estimate,
  expectedOutputTokens?: number,
): CallBound {
  const counting = facts?.counting ?? UNKNOWN_TOKENIZER;
  const form = request.answerForm;
  const texts = [...messages.map(({ text }) => text), ...(typeof form === 'object' ? [form.schema] : [])];
  const encoded = texts.reduce((sum, text) => sum + countTokens(text, { ...counting, factorLow: 1, factor: 1, factorHigh: 1 }).value, 0);
  if (facts?.price === undefined) return { encodedTokens: encoded };
  const framing = FRAMING_TOKENS * (messages.length + 1) + (form === undefined ? 0 : FORM_TOKENS);
  const mostInput = Math.ceil(encoded * counting.factorHigh) + framing;
  const price = chargedAt(facts, mostInput) ?? facts.price;
  // The dearest way to be charged for input: some or all of it is written to the cache.
  const inputUsd = Math.max(price.inputUsd, price.cacheWriteUsd ?? 0, price.cacheWriteLongUsd ?? 0);
  const cap = trialCap(request, facts);
  const mostOutput = boundsThinking(facts) ? cap : Math.max(cap, facts.maxOutputTokens ?? Number.POSITIVE_INFINITY);
  const outputTokens = Math.min(expectedOutputTokens ?? Math.max(1, cap * EXPECTED_SHARE), cap);
  const expected = costOf(facts, { inputTokens: encoded * counting.factor + FRAMING_TOKENS, outputTokens }).totalUsd;
  return {
    encodedTokens: encoded,
    worstUsd: usdOfTokens(mostInput, inputUsd) + usdOfTokens(mostOutput, price.outputUsd),
    ...(isKnown(expected) ? { expectedUsd: expected.value } : {}),
  };
}

/** Google's cap doesn't bound what some of its models think. */
function boundsThinking({ provider, reasoning }: ModelFacts): boolean {
  return provider !== 'google' || reasoning === false;
}

/** What a call really cost, in US dollars; undefined: not all prices are known. */
export function realUsd(facts: ModelFacts | undefined, usage: RealUsage): number | undefined {
  const { totalUsd } = costOf(facts, usage);
  return isKnown(totalUsd) ? totalUsd.value : undefined;
}
