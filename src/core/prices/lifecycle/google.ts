import type { LifecycleNotice } from './lifecycle';

/** The Gemini API's own. Vertex AI has another schedule for the same ids. */
const FROM_PAGE = { source: 'Gemini API, deprecations', checked: '2026-11-20', thirdParty: false } as const;
const FROM_THIRD_PARTY = {
  source: "a third party's reading of the Gemini API's deprecations",
  checked: '2026-11-20',
  thirdParty: true,
} as const;

const FROM_MAIL = { source: "a third party's copy of Google's mail to developers", checked: '2026-11-22', thirdParty: true } as const;

export const googleNotices: readonly LifecycleNotice[] = [
  { ...FROM_PAGE, ids: ['gemini-3.8-flash', 'gemini-3.7-flash', 'gemini-3.6-flash', 'gemini-3.5-flash-lite'] },
  {
    ...FROM_PAGE,
    source: "Gemini API, the model's page: its requests are routed to its successor",
    ids: ['gemini-3.5-flash'],
    deprecated: true,
    replacement: 'gemini-3.6-flash',
  },
  { ...FROM_THIRD_PARTY, ids: ['gemini-2.5-flash-lite', 'gemini-3.1-pro-preview'] },
  { ...FROM_PAGE, ids: ['gemini-3.1-flash-lite'], shutdown: '2027-05-07', replacement: 'gemini-3.5-flash-lite' },
  {
    ...FROM_THIRD_PARTY,
    ids: ['gemini-2.5-pro'],
    shutdown: '2026-12-01',
    replacement: 'gemini-3.8-flash',
  },
  { ...FROM_THIRD_PARTY, ids: ['gemini-2.5-flash'], shutdown: '2026-12-01', replacement: 'gemini-3.5-flash-lite' },
  {
    ...FROM_PAGE,
    replacementSource: FROM_THIRD_PARTY.source,
    ids: ['gemini-2.0-flash', 'gemini-2.0-flash-001'],
    shutdown: '2026-06-01',
    replacement: 'gemini-3.6-flash',
  },
  {
    ...FROM_PAGE,
    ids: ['gemini-2.0-flash-lite', 'gemini-2.0-flash-lite-001'],
    shutdown: '2026-06-01',
    replacement: 'gemini-3.1-flash-lite',
  },
  { ...FROM_THIRD_PARTY, ids: ['gemini-3.1-flash-lite-preview'], shutdown: '2026-05-25', replacement: 'gemini-3.1-flash-lite' },
  {
    ...FROM_THIRD_PARTY,
    ids: ['gemini-2.5-flash-lite-preview-09-2025'],
    shutdown: '2026-03-31',
    replacement: 'gemini-3.1-flash-lite',
  },
  { ...FROM_PAGE, ids: ['gemini-3-pro-preview'], shutdown: '2026-03-09', replacement: 'gemini-3.1-pro-preview' },
  {
    ...FROM_PAGE,
    ids: ['gemini-2.5-pro-preview-03-25', 'gemini-2.5-pro-preview-05-06', 'gemini-2.5-pro-preview-06-05'],
    shutdown: '2025-12-02',
    replacement: 'gemini-3.1-pro-preview',
  },
  { ...FROM_THIRD_PARTY, ids: ['gemini-2.5-flash-preview-05-20'], shutdown: '2025-11-18', replacement: 'gemini-3.6-flash' },
  {
    ...FROM_MAIL,
    ids: [
      'gemini-1.5-pro',
      'gemini-1.5-pro-latest',
      'gemini-1.5-pro-002',
      'gemini-1.5-flash',
      'gemini-1.5-flash-latest',
      'gemini-1.5-flash-002',
    ],
    shutdown: '2025-09-24',
    replacement: 'gemini-2.0-flash',
  },
  {
    ...FROM_MAIL,
    ids: ['gemini-1.5-flash-8b', 'gemini-1.5-flash-8b-latest', 'gemini-1.5-flash-8b-001'],
    shutdown: '2025-09-24',
    replacement: 'gemini-2.0-flash-lite',
  },
  { ...FROM_MAIL, ids: ['gemini-1.5-pro-001', 'gemini-1.5-flash-001'], shutdown: '2025-05-27', replacement: 'gemini-2.0-flash' },
];
