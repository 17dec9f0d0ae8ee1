import type { ParameterFacts, ParameterRow } from './parameters';

const FROM_ANTHROPIC = {
  source: 'Anthropic docs: migration guides, model deprecations (2026-08-22)',
  checked: '2026-11-20',
  thirdParty: false,
} as const;
const FROM_THIRD_PARTY = {
  source: "AI SDK 3.0.138, a third party's reading of Anthropic's docs",
  checked: '2026-11-20',
  thirdParty: true,
} as const;

/** Anthropic has these names only. */
const NAMES = { stop: 'accepted', max_tokens: 'accepted' } as const;
const TO_4_5: ParameterFacts['accepts'] = {
  ...NAMES,
  sampling: 'accepted',
  'thinking-budget': 'accepted',
  'thinking-off': 'accepted',
  'forced-tool': 'if-not-thinking',
  prefill: 'if-not-thinking',
};
/** Assistant messages to be continued are refused from 4.6 on. */
const FROM_4_6: ParameterFacts['accepts'] = { ...TO_4_5, 'thinking-budget': 'deprecated', prefill: 'refused' };
/** Sampling and budgets are refused from 4.7 on. */
const FROM_4_7: ParameterFacts['accepts'] = { ...FROM_4_6, sampling: 'refused', 'thinking-budget': 'refused' };
/** Forcing a tool while thinking is on by default. */
const FROM_5: ParameterFacts['accepts'] = { ...FROM_4_7, 'forced-tool': 'accepted' };
const THINKING_ALWAYS: ParameterFacts['accepts'] = { ...FROM_5, 'thinking-off': 'refused' };
const NOTHING_FORCED: ParameterFacts['accepts'] = { ...THINKING_ALWAYS, 'forced-tool': 'refused' };
const BEFORE_THINKING: ParameterFacts['accepts'] = {
  ...NAMES,
  sampling: 'accepted',
  'thinking-budget': 'refused',
  'forced-tool': 'accepted',
  prefill: 'accepted',
};

export const anthropicParameters: readonly ParameterRow[] = [
  { ids: ['claude-opus-5-5'], accepts: NOTHING_FORCED, ...FROM_ANTHROPIC },
  { ids: ['claude-sonnet-5-5', 'claude-fable-5-1'], accepts: NOTHING_FORCED, ...FROM_THIRD_PARTY },
  { ids: ['claude-fable-5'], accepts: THINKING_ALWAYS, ...FROM_ANTHROPIC },
  { ids: ['claude-haiku-5-5'], accepts: FROM_5, ...FROM_THIRD_PARTY },
  { ids: ['claude-opus-5', 'claude-sonnet-5'], accepts: FROM_5, ...FROM_THIRD_PARTY },
  { ids: ['claude-opus-4-8', 'claude-opus-4-7'], accepts: FROM_4_7, ...FROM_ANTHROPIC },
  { ids: ['claude-opus-4-6', 'claude-sonnet-4-6'], accepts: FROM_4_6, ...FROM_ANTHROPIC },
  {
    ids: ['claude-opus-4-5', 'claude-opus-4-1', 'claude-opus-4-0', 'claude-sonnet-4-5', 'claude-sonnet-4-0', 'claude-haiku-4-5'],
    accepts: TO_4_5,
    ...FROM_ANTHROPIC,
  },
  { ids: ['claude-3-7-sonnet-latest'], accepts: TO_4_5, ...FROM_THIRD_PARTY },
  {
    ids: ['claude-3-5-sonnet', 'claude-3-5-haiku-latest', 'claude-3-haiku', 'claude-3-opus-latest', 'claude-3-sonnet'],
    accepts: BEFORE_THINKING,
    ...FROM_THIRD_PARTY,
  },
];
