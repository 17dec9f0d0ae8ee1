import type { QuotePart } from '../quote/analysis';
import type { Numerals } from './numerals';

/** The inlay hint behind a prompt literal. */
export function partHint(part: QuotePart, numerals: Numerals): { readonly label: string; readonly tooltip: string } {
  return { label: `${numerals.tokens(part.tokens)} tok`, tooltip: [part.label, part.why].filter(text => text !== '').join(': ') };
}
