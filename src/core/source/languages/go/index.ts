import type { LanguageAdapter } from '../../language';
import { filesAround, filesOf, importCandidates, mayImplement } from './files';
import { lower } from './lower';
import { PREDECLARED } from './predeclared';
import { printer } from './printer/index';

export const adapter: LanguageAdapter = {
  languages: [{ id: 'go', name: 'Go', endings: ['.go'], grammar: 'go', lineComment: '//' }],
  lower,
  importCandidates,
  packages: { closed: true, filesAround, filesOf, mayImplement, predeclared: PREDECLARED },
  printer,
};
