import { type formatSelector, mayBePrompt } from '../../core/source/formats/index';
import { languageOfUri } from '../../core/source/languages/index';
import { isNotebook } from '../../core/source/notebook/read-notebook';
import { addressOf } from '../file-address';

export type FormatOf = ReturnType<typeof formatSelector>;

/** What a file's name tells. `undecided`: its text must be looked into. */
export function kindByName(path: string, formatOf: FormatOf): 'code' | 'prompt' | 'undecided' | 'other' {
  const uri = addressOf(path);
  if (languageOfUri(uri) !== undefined || isNotebook(uri)) return 'code';
  if (formatOf(uri) !== undefined) return 'prompt';
  return mayBePrompt(uri) ? 'undecided' : 'other';
}
