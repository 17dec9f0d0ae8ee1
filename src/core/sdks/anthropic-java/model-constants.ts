import { constantsOf } from '../constants';

/** Ids that `Model` names or named (github.com/anthropics/anthropic-sdk-java, Model.kt up to 2026-08-19). */
const MODELS = [
  ...[
    'claude-2.0',
    'claude-2.1',
    'claude-3-5-haiku-20241022',
    'claude-3-5-haiku-latest',
    'claude-3-5-sonnet-20240620',
    'claude-3-5-sonnet-20241022',
  ],
  ...[
    'claude-3-5-sonnet-latest',
    'claude-3-7-sonnet-20250219',
    'claude-3-7-sonnet-latest',
    'claude-3-haiku-20240307',
    'claude-3-opus-20240229',
  ],
  ...['claude-3-opus-latest', 'claude-3-sonnet-20240229', 'claude-4-opus-20250514', 'claude-4-sonnet-20250514', 'claude-fable-5'],
  ...['claude-haiku-4-5', 'claude-haiku-4-5-20251001', 'claude-mythos-5', 'claude-mythos-preview', 'claude-opus-4-0', 'claude-opus-4-1'],
  ...['claude-opus-4-1-20250805', 'claude-opus-4-20250514', 'claude-opus-4-5', 'claude-opus-4-5-20251101', 'claude-opus-4-6'],
  ...['claude-opus-4-7', 'claude-opus-4-8', 'claude-opus-5', 'claude-sonnet-4-0', 'claude-sonnet-4-20250514', 'claude-sonnet-4-5'],
  ...['claude-sonnet-4-5-20250929', 'claude-sonnet-4-6', 'claude-sonnet-5'],
];

export const ANTHROPIC_MODELS: Readonly<Record<string, string>> = constantsOf('Model', MODELS);
