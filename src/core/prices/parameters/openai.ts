import type { ParameterFacts, ParameterRow } from './parameters';

const FROM_OPENAI = {
  source: 'OpenAI docs, parameter compatibility, and types of openai 7.55.0',
  checked: '2026-11-20',
  thirdParty: false,
} as const;
const FROM_THIRD_PARTY = {
  source: "AI SDK 3.0.141 and error messages that users report, third parties' readings",
  checked: '2026-11-20',
  thirdParty: true,
} as const;

/** Chat models without reasoning take everything; the old name of the cap is deprecated. */
const PLAIN: ParameterFacts['accepts'] = {
  sampling: 'accepted',
  penalties: 'accepted',
  logprobs: 'accepted',
  'logit-bias': 'accepted',
  stop: 'accepted',
  seed: 'accepted',
  'several-answers': 'accepted',
  max_tokens: 'deprecated',
  'forced-tool': 'accepted',
  'tools-in-chat': 'accepted',
};
/** The o-series and the first GPT-5 think always. */
const THINKING: ParameterFacts['accepts'] = {
  sampling: 'refused',
  penalties: 'refused',
  logprobs: 'refused',
  'logit-bias': 'refused',
  max_tokens: 'refused',
  'thinking-budget': 'refused',
  'forced-tool': 'accepted',
  'tools-in-chat': 'accepted',
};
/** From GPT-5.1 on sampling is accepted with the effort none. */
const UNLESS_THINKING: ParameterFacts['accepts'] = { ...THINKING, sampling: 'if-not-thinking', logprobs: 'if-not-thinking' };
/** From GPT-5.6 on chat completions take tools with the effort none only. */
const FROM_5_6: ParameterFacts['accepts'] = { ...UNLESS_THINKING, 'tools-in-chat': 'if-not-thinking' };
/** Whether GPT-6 takes sampling parameters with the effort none is told both ways, so it isn't relied on. */
const GPT_6: ParameterFacts['accepts'] = { ...FROM_5_6, sampling: 'refused', logprobs: 'refused' };

export const openaiParameters: readonly ParameterRow[] = [
  {
    ids: ['gpt-4o', 'gpt-4o-mini', 'gpt-4o-2024-05-13', 'gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1-nano', 'gpt-4', 'gpt-4-turbo', 'gpt-3.5-turbo'],
    accepts: PLAIN,
    ...FROM_OPENAI,
  },
  { ids: ['o1', 'o3', 'o3-mini', 'o4-mini', 'gpt-5', 'gpt-5-mini', 'gpt-5-nano'], accepts: THINKING, ...FROM_OPENAI },
  {
    ids: ['gpt-5.1', 'gpt-5.2', 'gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4-nano', 'gpt-5.5'],
    accepts: UNLESS_THINKING,
    ...FROM_THIRD_PARTY,
  },
  { ids: ['gpt-5.6-sol', 'gpt-5.6', 'gpt-5.6-terra', 'gpt-5.6-luna'], accepts: FROM_5_6, ...FROM_THIRD_PARTY },
  { ids: ['gpt-6-sol', 'gpt-6-luna', 'gpt-6.1-terra', 'gpt-6-astra', 'gpt-6.1-sol'], accepts: GPT_6, ...FROM_THIRD_PARTY },
];
