import type { LifecycleNotice } from './lifecycle';

export const deepseekNotices: readonly LifecycleNotice[] = [
  {
    ids: ['deepseek-flash', 'deepseek-v4-pro'],
    source: 'DeepSeek models and pricing',
    checked: '2026-11-20',
    thirdParty: false,
  },
  {
    ids: ['deepseek-chat', 'deepseek-reasoner'],
    shutdown: '2026-07-24',
    replacement: 'deepseek-flash',
    proviso: 'with thinking switched off or on, which was another model before',
    source: "a third party's reading of DeepSeek's notice",
    checked: '2026-11-20',
    thirdParty: true,
  },
];
