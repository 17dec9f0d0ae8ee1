import type { LanguageAdapter } from '../../language';
import { importCandidates } from './import-candidates';
import { lower } from './lower';
import { printer } from './printer';

export const python: LanguageAdapter = {
  ids: ['python'],
  grammar: () => 'python',
  extensions: ['.py'],
  lower,
  importCandidates,
  printer,
};
