import type { CapabilityRow, ReasoningControl } from './capabilities';

const FROM_LISTING = {
  source: "models.dev, a third party's listing of the Gemini API's pages",
  checked: '2026-11-20',
  thirdParty: true,
} as const;
const FROM_PAGE = { source: "Gemini API, the model's page", checked: '2026-11-20', thirdParty: false } as const;
const ALL = {
  input: ['text', 'image', 'audio', 'video', 'pdf'],
  output: ['text'],
  tools: true,
  structuredOutput: true,
} as const;

const NEVER: ReasoningControl = { by: 'none', efforts: [], byDefault: false, canBeOff: true };
const LEVELS: ReasoningControl = { by: 'effort', efforts: ['minimal', 'low', 'medium', 'high'], byDefault: true, canBeOff: false };
const BUDGET: ReasoningControl = { by: 'budget', efforts: [], byDefault: true, canBeOff: true };

const PRO = { family: 'gemini-pro', tier: 'frontier' } as const;
const FLASH = { family: 'gemini-flash', tier: 'mid' } as const;
const LITE = { family: 'gemini-flash-lite', tier: 'small' } as const;

export const googleCapabilities: readonly CapabilityRow[] = [
  {
    ids: ['gemini-3.1-pro-preview'],
    ...PRO,
    ...ALL,
    reasoning: { ...LEVELS, efforts: ['low', 'medium', 'high'] },
    ...FROM_LISTING,
  },
  { ids: ['gemini-3-pro-preview'], ...PRO, ...ALL, reasoning: { ...LEVELS, efforts: ['low', 'high'] }, ...FROM_LISTING },
  { ids: ['gemini-2.5-pro'], ...PRO, ...ALL, reasoning: { ...BUDGET, canBeOff: false }, ...FROM_LISTING },
  { ids: ['gemini-3.5-flash'], ...FLASH, ...ALL, reasoning: LEVELS, ...FROM_PAGE },
  { ids: ['gemini-3-flash-preview'], ...FLASH, ...ALL, reasoning: LEVELS, ...FROM_LISTING },
  { ids: ['gemini-2.5-flash'], ...FLASH, ...ALL, reasoning: BUDGET, ...FROM_LISTING },
  { ids: ['gemini-2.0-flash'], ...FLASH, ...ALL, reasoning: NEVER, ...FROM_LISTING },
  { ids: ['gemini-3.1-flash-lite'], ...LITE, ...ALL, reasoning: LEVELS, ...FROM_LISTING },
  { ids: ['gemini-2.5-flash-lite'], ...LITE, ...ALL, reasoning: { ...BUDGET, byDefault: false }, ...FROM_LISTING },
  { ids: ['gemini-2.0-flash-lite'], ...LITE, ...ALL, reasoning: NEVER, ...FROM_LISTING },
  { ids: ['gemini-3.5-flash-lite'], ...LITE, ...ALL, reasoning: LEVELS, ...FROM_PAGE },
  { ids: ['gemini-3.6-flash'], ...FLASH, input: ['text', 'image'], output: ['text'], reasoning: LEVELS, ...FROM_LISTING },
  {
    ids: ['gemini-3.8-flash', 'gemini-3.7-flash'],
    ...FLASH,
    input: ['text', 'image'],
    output: ['text'],
    reasoning: { by: 'effort', byDefault: true },
    ...FROM_LISTING,
  },
];
