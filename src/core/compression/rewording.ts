import { isOutputFormat } from './output-format';
import { type Range, wordsToKeep } from './protected-text';
import { unitsOf } from './units';

/** What is never reworded: values, code, quotations, examples, and sentences that say how the answer is to look. */
export function keptFromRewording(text: string): readonly Range[] {
  return [...wordsToKeep(text), ...unitsOf(text).filter(isOutputFormat)];
}
