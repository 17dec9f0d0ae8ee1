import type { LanguageAdapter } from '../../language';
import { importCandidates } from './import-candidates';
import { lower } from './lower';
import { mayImplement, mayPass } from './near-files';
import { printer } from './printer';

export const adapter: LanguageAdapter = {
  languages: [{ id: 'python', name: 'Python', endings: ['.py', '.pyi'], grammar: 'python', lineComment: '#' }],
  lower,
  importCandidates,
  mayImplement,
  mayPass,
  printer,
};
