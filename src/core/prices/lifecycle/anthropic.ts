import type { LifecycleNotice } from './lifecycle';

/** platform.claude.com, model deprecations, as of 2026-08-22; what the SDK of November 2026 says besides is dated by it. */
const FROM_PAGE = { source: 'Anthropic, model deprecations (2026-08-22)', checked: '2026-11-20', thirdParty: false } as const;
const FROM_SDK = { source: '@anthropic-ai/sdk 1.11.0, deprecated models', checked: '2026-11-20', thirdParty: false } as const;

export const anthropicNotices: readonly LifecycleNotice[] = [
  // Active on the page, and not in the SDK's table of deprecated models.
  {
    ...FROM_PAGE,
    ids: [
      'claude-fable-5',
      'claude-opus-5',
      'claude-opus-4-8',
      'claude-opus-4-7',
      'claude-opus-4-6',
      'claude-opus-4-5',
      'claude-opus-4-5-20251101',
      'claude-sonnet-5',
      'claude-sonnet-4-6',
      'claude-haiku-4-5',
      'claude-haiku-4-5-20251001',
    ],
  },
  {
    ...FROM_SDK,
    source: '@anthropic-ai/sdk 1.11.0, models, none of them deprecated',
    ids: [
      'claude-fable-5-2',
      'claude-fable-5-1',
      'claude-mythos-5-2',
      'claude-mythos-5-1',
      'claude-mythos-5',
      'claude-opus-5-5',
      'claude-sonnet-5-5',
      'claude-haiku-5-5',
    ],
  },
  {
    ...FROM_SDK,
    ids: ['claude-sonnet-4-5', 'claude-sonnet-4-5-20250929'],
    shutdown: '2026-11-30',
    replacement: 'claude-sonnet-5-5',
    replacementSource: "a third party's reading of Anthropic's notice",
  },
  { ...FROM_SDK, ids: ['claude-mythos-preview'], shutdown: '2026-06-30' },
  { ...FROM_PAGE, ids: ['claude-opus-4-1', 'claude-opus-4-1-20250805'], shutdown: '2026-08-05', replacement: 'claude-opus-4-8' },
  {
    ...FROM_PAGE,
    ids: ['claude-opus-4', 'claude-opus-4-0', 'claude-opus-4-20250514', 'claude-4-opus-20250514'],
    shutdown: '2026-06-15',
    replacement: 'claude-opus-4-8',
  },
  {
    ...FROM_PAGE,
    ids: ['claude-sonnet-4', 'claude-sonnet-4-0', 'claude-sonnet-4-20250514', 'claude-4-sonnet-20250514'],
    shutdown: '2026-06-15',
    replacement: 'claude-sonnet-4-6',
  },
  { ...FROM_PAGE, ids: ['claude-3-haiku', 'claude-3-haiku-20240307'], shutdown: '2026-04-20', replacement: 'claude-haiku-4-5-20251001' },
  {
    ...FROM_PAGE,
    ids: ['claude-3-5-haiku', 'claude-3-5-haiku-latest', 'claude-3-5-haiku-20241022'],
    shutdown: '2026-02-19',
    replacement: 'claude-haiku-4-5-20251001',
  },
  {
    ...FROM_PAGE,
    ids: ['claude-3-7-sonnet', 'claude-3-7-sonnet-latest', 'claude-3-7-sonnet-20250219'],
    shutdown: '2026-02-19',
    replacement: 'claude-sonnet-4-6',
  },
  {
    ...FROM_PAGE,
    ids: ['claude-3-opus', 'claude-3-opus-latest', 'claude-3-opus-20240229'],
    shutdown: '2026-01-05',
    replacement: 'claude-opus-4-8',
  },
  {
    ...FROM_PAGE,
    ids: ['claude-3-5-sonnet', 'claude-3-5-sonnet-latest', 'claude-3-5-sonnet-20240620', 'claude-3-5-sonnet-20241022'],
    shutdown: '2025-10-28',
    replacement: 'claude-sonnet-4-6',
  },
  { ...FROM_PAGE, ids: ['claude-3-sonnet', 'claude-3-sonnet-20240229'], shutdown: '2025-07-21', replacement: 'claude-sonnet-4-6' },
  { ...FROM_PAGE, ids: ['claude-2', 'claude-2.0', 'claude-2.1'], shutdown: '2025-07-21', replacement: 'claude-opus-4-8' },
  {
    ...FROM_PAGE,
    ids: [
      'claude-1',
      'claude-1.0',
      'claude-1.1',
      'claude-1.2',
      'claude-1.3',
      'claude-v1',
      'claude-instant-1',
      'claude-instant-1.0',
      'claude-instant-1.1',
      'claude-instant-1.2',
    ],
    shutdown: '2024-11-06',
    replacement: 'claude-haiku-4-5-20251001',
  },
];
