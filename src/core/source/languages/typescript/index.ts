import type { LanguageAdapter } from '../../language';
import { importCandidates } from './import-candidates';
import { lower } from './lower';
import { mayImplement, mayPass } from './near-files';
import { printer } from './printer';
import { readable } from './readable';

/** TypeScript and JavaScript, with and without JSX. */
export const adapter: LanguageAdapter = {
  languages: [
    { id: 'typescript', name: 'TypeScript', endings: ['.ts', '.mts', '.cts'], grammar: 'typescript', lineComment: '//' },
    { id: 'typescriptreact', name: 'TypeScript', endings: ['.tsx'], grammar: 'tsx', lineComment: '//' },
    { id: 'javascript', name: 'JavaScript', endings: ['.js', '.mjs', '.cjs'], grammar: 'javascript', lineComment: '//' },
    { id: 'javascriptreact', name: 'JavaScript', endings: ['.jsx'], grammar: 'javascript', lineComment: '//' },
  ],
  lower,
  readable,
  importCandidates,
  mayImplement,
  mayPass,
  printer,
};
