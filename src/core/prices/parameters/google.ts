import type { ParameterFacts, ParameterRow } from './parameters';

const FROM_GOOGLE = { source: 'Gemini API docs: latest models, thinking, changelog', checked: '2026-11-20', thirdParty: false } as const;

const ALL: ParameterFacts['accepts'] = { sampling: 'accepted', stop: 'accepted', seed: 'accepted', 'forced-tool': 'accepted' };
const BUDGETS: ParameterFacts['accepts'] = { ...ALL, 'thinking-budget': 'accepted' };
/** Since the models of July 2026 sampling parameters are deprecated; budgets gave way to levels with Gemini 3. */
const LEVELS: ParameterFacts['accepts'] = { ...ALL, sampling: 'deprecated', 'thinking-budget': 'deprecated' };

export const googleParameters: readonly ParameterRow[] = [
  { ids: ['gemini-2.0-flash', 'gemini-2.0-flash-lite'], accepts: ALL, ...FROM_GOOGLE },
  { ids: ['gemini-2.5-flash', 'gemini-2.5-pro', 'gemini-2.5-flash-lite'], accepts: BUDGETS, ...FROM_GOOGLE },
  {
    ids: ['gemini-3.1-flash-lite', 'gemini-3.1-pro-preview', 'gemini-3.5-flash', 'gemini-3.5-flash-lite', 'gemini-3.6-flash'],
    accepts: LEVELS,
    ...FROM_GOOGLE,
  },
];
