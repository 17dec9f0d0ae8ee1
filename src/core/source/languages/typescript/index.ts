import type { LanguageAdapter } from '../../language';
import type { LanguageId } from '../../summary';
import { importCandidates } from './import-candidates';
import { lower } from './lower';
import { printer } from './printer';

const grammars: Partial<Record<LanguageId, string>> = {
  typescript: 'typescript',
  typescriptreact: 'tsx',
  javascript: 'javascript',
  javascriptreact: 'javascript',
};

/** TypeScript and JavaScript, with and without JSX. */
export const typescript: LanguageAdapter = {
  ids: ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'],
  grammar: language => grammars[language] ?? 'typescript',
  extensions: ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.mts', '.cjs', '.cts'],
  lower,
  importCandidates,
  printer,
};
