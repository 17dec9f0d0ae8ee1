import type { Quote, QuotePart } from '../quote/analysis';
import { type Estimate, exactly, isKnown, sum } from '../quote/basis';
import type { Agent, Conversation } from './scenario';
import type { CachingToday, InputPart, Workload } from './workload';

/** What a person or their usage records say of a call, and its code doesn't. */
export interface StatedOfCall {
  readonly feature?: string;
  readonly callsPerMonth?: Estimate;
  readonly hoursPerMonth?: number;
  readonly prefixValues?: number;
  readonly outputTokens?: Estimate;
  readonly reasoningTokens?: Estimate;
  readonly retrievedTokens?: Estimate;
  readonly historyTokens?: Estimate;
  readonly retriesPerCall?: Estimate;
  readonly conversation?: Conversation;
  readonly agent?: Agent;
}

/** A month of 365 ÷ 12 days. */
const HOURS_PER_MONTH = 730;

/** How long an answer is taken to be where nobody states it, in tokens; never longer than the cap. */
const ASSUMED_OUTPUT_TOKENS = { low: 50, value: 500, high: 2000 } as const;

/** The request that a quote is of, as the model of spend sees it. `path`: of its file, which is its feature where none is stated. */
export function workloadOf(quote: Quote, path: string, stated: StatedOfCall): Workload {
  const { site, model, prefix } = quote;
  const input = inputTokens(quote.parts);
  const isPriced = model?.price !== undefined && isKnown(quote.inputUsd);
  return {
    id: `${site.at.uri}#${site.identity}`,
    label: site.symbol === '' ? path.slice(path.lastIndexOf('/') + 1) : site.symbol,
    feature: stated.feature ?? path,
    ...(isPriced ? { model } : {}),
    whyUnpriced: isPriced
      ? ''
      : 'why' in quote.inputUsd && quote.inputUsd.why !== ''
        ? quote.inputUsd.why
        : 'the price of the model is not known',
    tokens: {
      ...input,
      history: stated.historyTokens ?? input.history,
      retrieved: stated.retrievedTokens ?? input.retrieved,
      output: stated.outputTokens ?? assumedOutput(quote.outputCapTokens, quote.outputCapWhy),
      reasoning: stated.reasoningTokens ?? exactly(0),
    },
    ...(stated.callsPerMonth === undefined ? {} : { callsPerMonth: stated.callsPerMonth }),
    hoursPerMonth: stated.hoursPerMonth ?? HOURS_PER_MONTH,
    prefixTokens: prefix.tokens,
    steadyInConversation: prefix.byScope.oneConversation.value >= input.tools.value + input.system.value,
    prefixValues: stated.prefixValues ?? 1,
    caching: cachingToday(quote),
    retriesPerCall: stated.retriesPerCall ?? exactly(0),
    ...(quote.outputCapTokens === undefined ? {} : { outputCapTokens: quote.outputCapTokens }),
    ...(stated.conversation === undefined ? {} : { conversation: stated.conversation }),
    ...(stated.agent === undefined ? {} : { agent: stated.agent }),
  };
}

/** Who thinks besides answering, without anybody saying how much: its money is not in the figures. */
export function thinksUncounted(quote: Quote, stated: StatedOfCall): boolean {
  return quote.model?.reasoning === true && stated.reasoningTokens === undefined;
}

function assumedOutput(cap: number | undefined, capWhy: string): Estimate {
  if (cap === 0) return { ...exactly(0), why: capWhy };
  const most = cap ?? Number.POSITIVE_INFINITY;
  const { low, value, high } = ASSUMED_OUTPUT_TOKENS;
  return {
    value: Math.min(value, most),
    low: Math.min(low, most),
    high: Math.min(high, most),
    basis: 'assumed',
    why: `answers of ${value} tokens are assumed, between ${low} and ${high.toLocaleString('en-US')}; state how long they are`,
  };
}

function inputTokens(parts: readonly QuotePart[]): Readonly<Record<InputPart, Estimate>> {
  const of = (wanted: InputPart): Estimate => {
    const tokens = parts.filter(part => partOf(part.label) === wanted).map(part => part.tokens);
    return tokens.length === 0 ? exactly(0) : sum(tokens);
  };
  return { tools: of('tools'), system: of('system'), history: of('history'), retrieved: of('retrieved'), query: of('query') };
}

/** A response schema is sent like a tool; what frames messages goes with the question. */
function partOf(label: string): InputPart {
  if (/^(?:tools|response schema)/.test(label)) return 'tools';
  if (/^(?:system|developer)/.test(label)) return 'system';
  return label.startsWith('history') ? 'history' : 'query';
}

function cachingToday({ model, prefix, inputTokens }: Quote): CachingToday {
  const bySegments = model?.caching?.mode === 'automatic' && !model.caching.wholeRequestOnly;
  return {
    readTokens: prefix.cachedTokens,
    writtenTokens: prefix.writtenTokens,
    longTtl: prefix.longTtl,
    // Where the whole request is written, the next turn finds it.
    coversConversation: bySegments || (prefix.writtenTokens.value > 0 && prefix.writtenTokens.value >= inputTokens.value * 0.99),
  };
}
