import type { CapabilityRow, ReasoningControl } from './capabilities';

/** models.dev (MIT) lists the makers' pages; the AI SDK keeps what its requests must leave out. */
const FROM_LISTING = { source: "models.dev, a third party's listing of OpenAI's pages", checked: '2026-11-20', thirdParty: true } as const;
const FROM_SDK = {
  source: "AI SDK 3.0.141 and resellers' pages, third parties' readings",
  checked: '2026-11-20',
  thirdParty: true,
} as const;

const TEXT = { output: ['text'], tools: true, structuredOutput: true } as const;
const VISION = { input: ['text', 'image'], ...TEXT } as const;
const DOCUMENTS = { input: ['text', 'image', 'pdf'], ...TEXT } as const;

const NEVER: ReasoningControl = { by: 'none', efforts: [], byDefault: false, canBeOff: true };
const O_SERIES: ReasoningControl = { by: 'effort', efforts: ['low', 'medium', 'high'], byDefault: true, canBeOff: false };
const FIRST_GPT_5: ReasoningControl = { by: 'effort', efforts: ['minimal', 'low', 'medium', 'high'], byDefault: true, canBeOff: false };
/** The types of earlier openai packages: it defaults to none. */
const GPT_5_1: ReasoningControl = { by: 'effort', efforts: ['none', 'low', 'medium', 'high'], byDefault: false, canBeOff: true };
const SINCE_5_2: ReasoningControl = { by: 'effort', efforts: ['none', 'low', 'medium', 'high', 'xhigh'], canBeOff: true };
const SINCE_5_6: ReasoningControl = { by: 'effort', efforts: ['none', 'low', 'medium', 'high', 'xhigh', 'max'], canBeOff: true };
const GPT_6: ReasoningControl = { ...SINCE_5_6, byDefault: true };
const GPT_6_ALWAYS: ReasoningControl = {
  by: 'effort',
  efforts: ['low', 'medium', 'high', 'xhigh', 'max'],
  byDefault: true,
  canBeOff: false,
};

const gpt = (tier: 'small' | 'mid' | 'frontier') => ({ family: 'gpt', tier }) as const;
const o = (tier: 'small' | 'frontier') => ({ family: 'o', tier }) as const;

export const openaiCapabilities: readonly CapabilityRow[] = [
  { ids: ['gpt-6-astra', 'gpt-6.1-sol'], ...gpt('frontier'), ...VISION, reasoning: GPT_6_ALWAYS, ...FROM_SDK },
  { ids: ['gpt-6-sol'], ...gpt('frontier'), ...VISION, reasoning: GPT_6, ...FROM_SDK },
  { ids: ['gpt-6.1-terra'], ...gpt('mid'), ...VISION, reasoning: GPT_6, ...FROM_SDK },
  { ids: ['gpt-6-luna'], ...gpt('small'), ...VISION, reasoning: GPT_6, ...FROM_SDK },
  { ids: ['gpt-5.6-sol', 'gpt-5.6'], ...gpt('frontier'), ...VISION, reasoning: SINCE_5_6, ...FROM_SDK },
  { ids: ['gpt-5.6-terra'], ...gpt('mid'), ...VISION, reasoning: SINCE_5_6, ...FROM_SDK },
  { ids: ['gpt-5.6-luna'], ...gpt('small'), ...VISION, reasoning: SINCE_5_6, ...FROM_SDK },
  { ids: ['gpt-5.5', 'gpt-5.4'], ...gpt('frontier'), ...DOCUMENTS, reasoning: SINCE_5_2, ...FROM_LISTING },
  { ids: ['gpt-5.4-mini', 'gpt-5.4-nano'], ...gpt('small'), ...VISION, reasoning: SINCE_5_2, ...FROM_LISTING },
  { ids: ['gpt-5.2'], ...gpt('frontier'), ...VISION, reasoning: SINCE_5_2, ...FROM_LISTING },
  { ids: ['gpt-5.1'], ...gpt('frontier'), ...VISION, reasoning: GPT_5_1, ...FROM_LISTING },
  { ids: ['gpt-5'], ...gpt('frontier'), ...VISION, reasoning: FIRST_GPT_5, ...FROM_LISTING },
  { ids: ['gpt-5-mini', 'gpt-5-nano'], ...gpt('small'), ...VISION, reasoning: FIRST_GPT_5, ...FROM_LISTING },
  { ids: ['gpt-4.1', 'gpt-4o'], ...gpt('mid'), ...DOCUMENTS, reasoning: NEVER, ...FROM_LISTING },
  { ids: ['gpt-4.1-mini', 'gpt-4.1-nano', 'gpt-4o-mini'], ...gpt('small'), ...VISION, reasoning: NEVER, ...FROM_LISTING },
  {
    ids: ['gpt-4-turbo'],
    ...gpt('frontier'),
    input: ['text', 'image'],
    output: ['text'],
    tools: true,
    structuredOutput: false,
    reasoning: NEVER,
    ...FROM_LISTING,
  },
  {
    ids: ['gpt-4'],
    ...gpt('frontier'),
    input: ['text'],
    output: ['text'],
    tools: true,
    structuredOutput: false,
    reasoning: NEVER,
    ...FROM_LISTING,
  },
  {
    ids: ['gpt-3.5-turbo'],
    ...gpt('small'),
    input: ['text'],
    output: ['text'],
    structuredOutput: false,
    reasoning: NEVER,
    ...FROM_LISTING,
  },
  { ids: ['o1', 'o3'], ...o('frontier'), ...DOCUMENTS, reasoning: O_SERIES, ...FROM_LISTING },
  { ids: ['o4-mini'], ...o('small'), ...VISION, reasoning: O_SERIES, ...FROM_LISTING },
  { ids: ['o3-mini'], ...o('small'), input: ['text'], ...TEXT, reasoning: O_SERIES, ...FROM_LISTING },
];
