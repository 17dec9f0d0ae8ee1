import type { CapabilityRow, ReasoningControl } from './capabilities';

const FROM_ANTHROPIC = {
  source: 'Anthropic docs: models overview, thinking, effort, structured outputs (2026-08-22)',
  checked: '2026-11-20',
  thirdParty: false,
} as const;
const FROM_GUIDES = { ...FROM_ANTHROPIC, source: "Anthropic docs: the models' migration guides" } as const;
const FROM_THIRD_PARTY = {
  source: "third parties' readings of Anthropic's docs (AI SDK 3.0.138, models.dev)",
  checked: '2026-11-20',
  thirdParty: true,
} as const;

/** Since Claude 3 all read images and documents and write text. */
const ALL = { input: ['text', 'image', 'pdf'], output: ['text'], tools: true } as const;
const WITH_SCHEMAS = { ...ALL, structuredOutput: true } as const;

const FIVE_EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const;
const ALWAYS: ReasoningControl = { by: 'effort', efforts: FIVE_EFFORTS, byDefault: true, canBeOff: false };
const UNLESS_OFF: ReasoningControl = { by: 'effort', efforts: FIVE_EFFORTS, byDefault: true, canBeOff: true };
const IF_ASKED: ReasoningControl = { by: 'effort', efforts: FIVE_EFFORTS, byDefault: false, canBeOff: true };
const BUDGET_IF_ASKED: ReasoningControl = { by: 'budget', efforts: [], byDefault: false, canBeOff: true };
const NEVER: ReasoningControl = { by: 'none', efforts: [], byDefault: false, canBeOff: true };

const FABLE = { family: 'claude-fable', tier: 'frontier' } as const;
const OPUS = { family: 'claude-opus', tier: 'frontier' } as const;
const SONNET = { family: 'claude-sonnet', tier: 'mid' } as const;
const HAIKU = { family: 'claude-haiku', tier: 'small' } as const;

export const anthropicCapabilities: readonly CapabilityRow[] = [
  { ids: ['claude-fable-5'], ...FABLE, ...WITH_SCHEMAS, reasoning: ALWAYS, ...FROM_ANTHROPIC },
  { ids: ['claude-fable-5-1'], ...FABLE, ...WITH_SCHEMAS, reasoning: ALWAYS, ...FROM_THIRD_PARTY },
  { ids: ['claude-opus-5-5'], ...OPUS, ...WITH_SCHEMAS, reasoning: ALWAYS, ...FROM_GUIDES },
  { ids: ['claude-opus-5'], ...OPUS, ...WITH_SCHEMAS, reasoning: UNLESS_OFF, ...FROM_ANTHROPIC },
  { ids: ['claude-opus-4-8', 'claude-opus-4-7'], ...OPUS, ...WITH_SCHEMAS, reasoning: IF_ASKED, ...FROM_ANTHROPIC },
  {
    ids: ['claude-opus-4-6'],
    ...OPUS,
    ...WITH_SCHEMAS,
    reasoning: { ...IF_ASKED, by: 'effort-or-budget', efforts: ['low', 'medium', 'high', 'max'] },
    ...FROM_ANTHROPIC,
  },
  {
    ids: ['claude-opus-4-5', 'claude-opus-4-5-20251101'],
    ...OPUS,
    ...WITH_SCHEMAS,
    reasoning: { ...BUDGET_IF_ASKED, by: 'effort-or-budget', efforts: ['low', 'medium', 'high'] },
    ...FROM_ANTHROPIC,
  },
  {
    ids: ['claude-opus-4-1', 'claude-opus-4-0'],
    ...OPUS,
    ...ALL,
    reasoning: BUDGET_IF_ASKED,
    ...FROM_THIRD_PARTY,
  },
  // Its thinking can't be switched off, only kept between tool calls.
  { ids: ['claude-sonnet-5-5'], ...SONNET, ...WITH_SCHEMAS, reasoning: ALWAYS, ...FROM_THIRD_PARTY },
  { ids: ['claude-sonnet-5'], ...SONNET, ...WITH_SCHEMAS, reasoning: UNLESS_OFF, ...FROM_ANTHROPIC },
  {
    ids: ['claude-sonnet-4-6'],
    ...SONNET,
    ...WITH_SCHEMAS,
    reasoning: { ...IF_ASKED, by: 'effort-or-budget', efforts: ['low', 'medium', 'high', 'max'] },
    ...FROM_ANTHROPIC,
  },
  { ids: ['claude-sonnet-4-5'], ...SONNET, ...WITH_SCHEMAS, reasoning: BUDGET_IF_ASKED, ...FROM_ANTHROPIC },
  {
    ids: ['claude-sonnet-4-0'],
    ...SONNET,
    ...ALL,
    structuredOutput: false,
    reasoning: BUDGET_IF_ASKED,
    ...FROM_THIRD_PARTY,
  },
  {
    ids: ['claude-3-7-sonnet-latest'],
    ...SONNET,
    ...ALL,
    structuredOutput: false,
    reasoning: BUDGET_IF_ASKED,
    ...FROM_THIRD_PARTY,
  },
  { ids: ['claude-3-5-sonnet'], ...SONNET, ...ALL, structuredOutput: false, reasoning: NEVER, ...FROM_THIRD_PARTY },
  { ids: ['claude-haiku-5-5'], ...HAIKU, ...WITH_SCHEMAS, reasoning: UNLESS_OFF, ...FROM_THIRD_PARTY },
  {
    ids: ['claude-haiku-4-5', 'claude-haiku-4-5-20251001'],
    ...HAIKU,
    ...WITH_SCHEMAS,
    reasoning: BUDGET_IF_ASKED,
    ...FROM_ANTHROPIC,
  },
  {
    ids: ['claude-3-5-haiku-latest', 'claude-3-haiku'],
    ...HAIKU,
    ...ALL,
    structuredOutput: false,
    reasoning: NEVER,
    ...FROM_THIRD_PARTY,
  },
];
