import type { LanguageAdapter } from '../../language';
import { importCandidates } from './import-candidates';
import { lower } from './lower';
import { printer } from './printer';
import { packages } from './project-files';

export const adapter: LanguageAdapter = {
  languages: [{ id: 'csharp', name: 'C#', endings: ['.cs'], grammar: 'c-sharp', lineComment: '//' }],
  lower,
  importCandidates,
  packages,
  printer,
};
