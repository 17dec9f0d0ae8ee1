import { UNKNOWN_TOKENIZER } from '../prices/family-counting';
import type { ModelFacts } from '../prices/model';
import type { Corner } from './corners';

const FACTORS = { low: 'factorLow', value: 'factor', high: 'factorHigh' } as const;

/** What a text of one model's tokens has in tokens of another: both count by a table, times a factor of the family. */
export function tokenRatio(from: ModelFacts | undefined, to: ModelFacts | undefined, corner: Corner): number {
  if (from?.counting === to?.counting) return 1;
  const factor = FACTORS[corner];
  return (to?.counting ?? UNKNOWN_TOKENIZER)[factor] / (from?.counting ?? UNKNOWN_TOKENIZER)[factor];
}
