import type { LanguageAdapter } from '../../language';
import { importCandidates } from './import-candidates';
import { lower } from './lower';
import { printer } from './printer/index';
import { packages } from './project-files';

export const adapter: LanguageAdapter = {
  languages: [{ id: 'java', name: 'Java', endings: ['.java'], grammar: 'java', lineComment: '//' }],
  lower,
  importCandidates,
  packages,
  printer,
};
