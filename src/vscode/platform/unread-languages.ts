import { LANGUAGES } from '../../core/source/languages/known-languages';

/** Globs of the files that are in none of these languages, and in one that could be read. */
export function filesInOtherLanguages(read: readonly string[]): readonly string[] {
  return LANGUAGES.flatMap(({ id, endings }) => (read.includes(id) ? [] : endings.map(ending => `**/*${ending}`)));
}
