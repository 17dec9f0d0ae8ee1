import type { Quote, QuotePart } from '../quote/analysis';
import type { Numerals } from './numerals';

/** What has a place of its own in the code: what an API puts around messages has none. */
export function hintedParts(quotes: readonly Pick<Quote, 'parts'>[]): readonly QuotePart[] {
  return quotes.flatMap(({ parts }) => parts.filter(({ label }) => label !== 'framing'));
}

/** The inlay hint behind a prompt literal. */
export function partHint(part: QuotePart, numerals: Numerals): { readonly label: string; readonly tooltip: string } {
  return { label: `${numerals.tokens(part.tokens)} tok`, tooltip: [part.label, part.why].filter(text => text !== '').join(': ') };
}
