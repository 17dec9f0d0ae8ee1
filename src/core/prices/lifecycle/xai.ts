import type { LifecycleNotice } from './lifecycle';

const FROM_XAI = { source: 'xAI, model retirement of 2026-05-15', checked: '2026-11-20', thirdParty: false } as const;

export const xaiNotices: readonly LifecycleNotice[] = [
  {
    ...FROM_XAI,
    ids: [
      'grok-4',
      'grok-4-latest',
      'grok-4-0709',
      'grok-4-fast-reasoning',
      'grok-4-1-fast-reasoning',
      'grok-4-1-fast',
      'grok-4-fast',
      'grok-code-fast-1',
      'grok-3',
    ],
    shutdown: '2026-05-15',
    replacement: 'grok-4.3',
  },
  {
    ...FROM_XAI,
    ids: ['grok-4-fast-non-reasoning', 'grok-4-1-fast-non-reasoning'],
    shutdown: '2026-05-15',
    replacement: 'grok-4.3',
    proviso: 'with the reasoning effort none',
  },
];
