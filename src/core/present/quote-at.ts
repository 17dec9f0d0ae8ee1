import type { Analysis, Quote } from '../quote/analysis';
import type { Span } from '../source/span';

/** The request a position belongs to: the innermost call around it, else the one that this prompt text is part of. */
export function quoteAt(analysis: Analysis, offset: number): Quote | undefined {
  const holds = (span: Span) => span.uri === analysis.uri && span.start <= offset && offset <= span.end;
  const size = (quote: Quote) => quote.site.at.end - quote.site.at.start;
  const calls = analysis.quotes
    .filter(quote => quote.site.kind !== 'prompt-file' && holds(quote.site.at))
    .sort((a, b) => size(a) - size(b));
  return (
    calls[0] ??
    analysis.quotes.find(quote => quote.parts.some(part => holds(part.at))) ??
    analysis.quotes.find(quote => quote.site.kind === 'prompt-file')
  );
}
