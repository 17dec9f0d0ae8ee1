import type { LanguageAdapter } from '../../language';
import { filesAround, filesOf, importCandidates, mayImplement } from './files';
import { lower } from './lower';
import { PREDECLARED } from './predeclared';
import { printer } from './printer/index';

export const adapter: LanguageAdapter = {
  languages: [{ id: 'go', name: 'Go', endings: ['.go'], grammar: 'go', lineComment: '//' }],
  lower,
  importCandidates,
  mayImplement,
  packages: { closed: true, filesAround, filesOf, predeclared: PREDECLARED },
  printer,
};
