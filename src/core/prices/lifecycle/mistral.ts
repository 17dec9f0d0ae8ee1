import type { LifecycleNotice } from './lifecycle';

const FROM_THIRD_PARTY = {
  source: "a third party's reading of Mistral's models overview",
  checked: '2026-11-20',
  thirdParty: true,
} as const;

export const mistralNotices: readonly LifecycleNotice[] = [
  { ...FROM_THIRD_PARTY, ids: ['mistral-large-2411'], shutdown: '2026-05-31', replacement: 'mistral-large-2512' },
  { ...FROM_THIRD_PARTY, ids: ['codestral-2501'], shutdown: '2025-11-30', replacement: 'codestral-2508' },
  { ...FROM_THIRD_PARTY, ids: ['pixtral-12b-2409'], shutdown: '2025-12-31', replacement: 'ministral-14b-2512' },
  {
    ids: ['mistral-medium-2312'],
    shutdown: '2025-06-16',
    source: "Mistral, the model's page",
    checked: '2026-11-20',
    thirdParty: false,
  },
];
