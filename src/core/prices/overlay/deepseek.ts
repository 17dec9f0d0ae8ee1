import type { CatalogueEntry, DailyHours, DatedPrice } from '../entry';

const FROM_DEEPSEEK = { provider: 'deepseek', source: 'DeepSeek models and pricing', checked: '2026-11-20', thirdParty: false } as const;
const RETIRED = {
  provider: 'deepseek',
  aliases: [],
  prices: [],
  source: "retired on 2026-07-24, by a third party's reading of DeepSeek's notice",
  checked: '2026-11-20',
  thirdParty: true,
} as const;

const HOUR = 3600;
/** UTC; the provider also leaves out Chinese public holidays, which are not known here. */
const PEAK_HOURS: readonly DailyHours[] = [
  { fromSecond: HOUR, toSecond: 4 * HOUR, weekdaysOnly: true },
  { fromSecond: 6 * HOUR, toSecond: 10 * HOUR, weekdaysOnly: true },
];

/** At peak hours everything costs twice as much. For days before `from` the bundled base answers. */
function pricesFrom(from: string, inputUsd: number, cacheReadUsd: number, outputUsd: number): readonly DatedPrice[] {
  const peak = { inputUsd: inputUsd * 2, cacheReadUsd: cacheReadUsd * 2, outputUsd: outputUsd * 2 };
  return [
    { from, price: { inputUsd, cacheReadUsd, outputUsd }, tiers: [] },
    ...PEAK_HOURS.map(hours => ({ from, hours, price: peak, tiers: [] })),
  ];
}

export const deepseekEntries: readonly CatalogueEntry[] = [
  {
    ...FROM_DEEPSEEK,
    id: 'deepseek-flash',
    // The older names are still accepted, served by V4.1 Flash and billed at its price.
    aliases: ['deepseek-v4-flash', 'deepseek-v4-flash-vision-exp'],
    name: 'DeepSeek V4.1 Flash',
    // V4 Flash before V4.1: genai-prices still saw it on 2026-09-23; the day of the change is not published.
    prices: [...pricesFrom('2026-08-17', 0.22, 0.007, 0.66), ...pricesFrom('2026-09-24', 0.15, 0.003, 0.6)],
    contextTokens: 1_000_000,
    maxOutputTokens: 384_000,
  },
  {
    ...FROM_DEEPSEEK,
    id: 'deepseek-v4-pro',
    aliases: [],
    name: 'DeepSeek V4 Pro',
    prices: pricesFrom('2026-08-17', 0.66, 0.022, 1.98),
    contextTokens: 1_000_000,
    maxOutputTokens: 384_000,
  },
  { ...RETIRED, id: 'deepseek-chat' },
  { ...RETIRED, id: 'deepseek-reasoner' },
];
