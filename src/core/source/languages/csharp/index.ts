import type { LanguageAdapter } from '../../language';
import { withoutDirectives } from './directives';
import { importCandidates } from './import-candidates';
import { lower } from './lower';
import { printer } from './printer';
import { packages } from './project-files';

export const adapter: LanguageAdapter = {
  languages: [{ id: 'csharp', name: 'C#', endings: ['.cs'], grammar: 'c-sharp', lineComment: '//' }],
  readable: withoutDirectives,
  lower,
  importCandidates,
  packages,
  printer,
};
