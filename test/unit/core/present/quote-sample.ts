import type { ModelFacts } from '../../../../src/core/prices/model';
import type { Quote, QuotePart, SiteView } from '../../../../src/core/quote/analysis';
import type { Estimate, Money } from '../../../../src/core/quote/basis';
import { exactly } from '../../../../src/core/quote/basis';
import type { StatedQuote } from '../../../../src/core/quote/stated-quote';
import type { Span } from '../../../../src/core/source/span';

export const uri = 'file:///project/answer.py';

export function span(start: number, end: number): Span {
  return { uri, start, end };
}

export function band(value: number, low: number, high: number, why = 'no public tokenizer'): Estimate {
  return { value, low, high, basis: 'estimated', why };
}

export function unknown(why: string): Money {
  return { basis: 'unknown', why };
}

export const model: ModelFacts = {
  id: 'claude-sonnet-5-5',
  provider: 'anthropic',
  name: 'Claude Sonnet 5.5',
  price: { inputUsd: 2, outputUsd: 10, cacheReadUsd: 0.1, cacheWriteUsd: 2.5, cacheWriteLongUsd: 4 },
  tiers: [{ aboveInputTokens: 200_000, price: { inputUsd: 4, outputUsd: 15 } }],
  batchFactor: 0.5,
  contextTokens: 1_000_000,
  maxOutputTokens: 64_000,
  caching: { mode: 'explicit', minimumTokens: 512, wholeRequestOnly: false, ttl: '5m', source: 'docs' },
  priceSource: { layer: 'overlay', source: 'anthropic.com/pricing', checked: '2026-11-01', thirdParty: false },
  announced: [],
};

export const site: SiteView = {
  identity: 'answer/anthropic-messages#0',
  kind: 'call',
  at: span(100, 300),
  calleeAt: span(100, 122),
  sdk: 'anthropic',
  api: 'anthropic-messages',
  provider: { value: 'anthropic', candidates: ['anthropic'], provenance: 'literal', why: '' },
  model: { value: 'claude-sonnet-5-5', candidates: ['claude-sonnet-5-5'], at: span(130, 149), provenance: 'literal', why: '' },
  outputCap: { state: 'set', value: 1024, parameter: 'max_tokens', at: span(151, 166), required: true },
  promptKeysAt: [],
  via: [],
  isWrapper: false,
  symbol: 'answer',
  streams: false,
  unknowns: [],
  flatRate: false,
};

export function part(label: string, tokens: Estimate, usd: Money, cacheable = false, why = ''): QuotePart {
  return { label, at: span(200, 220), tokens, usd, cacheable, why };
}

export const quote: Quote = {
  site,
  model,
  modelAssumed: false,
  textTokens: band(2136, 2130, 2142),
  inputTokens: band(2143, 2137, 2149),
  holes: [],
  parts: [
    part('system', band(1980, 1975, 1985), band(0.00396, 0.00395, 0.00397), true, 'static text'),
    part('user', band(163, 162, 164), band(0.000326, 0.000324, 0.000328), false, 'question'),
  ],
  prefix: {
    tokens: band(1980, 1975, 1985),
    at: [span(200, 220)],
    cachedTokens: band(1980, 1975, 1985),
    writtenTokens: exactly(0),
    longTtl: false,
    state: 'cached',
    byScope: { allCalls: band(1980, 1975, 1985), oneUser: band(1980, 1975, 1985), oneConversation: band(1980, 1975, 1985) },
    why: 'over the minimum of 512',
  },
  outputCapTokens: 1024,
  outputCapWhy: 'set by max_tokens',
  inputUsd: band(0.004286, 0.004274, 0.004298),
  cachedInputUsd: band(0.000524, 0.000522, 0.000526),
  steadyInputUsd: band(0.000528, 0.000526, 0.00053),
  maxOutputUsd: exactly(0.01024),
  maxCallUsd: band(0.014526, 0.014514, 0.014538),
};

/** What a workspace file says of a call, and no more. */
export function statedAs(changed: Partial<StatedQuote>): StatedQuote {
  return { meanCallUsd: exactly(1), of: 'call', hoursPerMonth: 720, distinctPrefixes: 1, ...changed };
}
