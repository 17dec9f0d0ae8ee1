import type { Analysis, Quote } from '../quote/analysis';
import type { Span } from '../source/span';

/** Calls, and prompts of a file with several; a file's only prompt is all of it. */
function standsApart({ site: { kind, at } }: Quote): boolean {
  return kind !== 'prompt-file' || at.end > at.start;
}

/** The request a position belongs to: the innermost call around it, else the one that this prompt text is part of. */
export function quoteAt(analysis: Analysis, offset: number): Quote | undefined {
  const holds = (span: Span) => span.uri === analysis.uri && span.start <= offset && offset <= span.end;
  const size = (quote: Quote) => quote.site.at.end - quote.site.at.start;
  const calls = analysis.quotes.filter(quote => standsApart(quote) && holds(quote.site.at)).sort((a, b) => size(a) - size(b));
  return (
    calls[0] ??
    analysis.quotes.find(quote => quote.parts.some(part => holds(part.at))) ??
    analysis.quotes.find(quote => quote.site.kind === 'prompt-file')
  );
}

/** The request of a line, from its first offset to its last: a call that begins there, as `answer = await client.create(` does. */
export function quoteOnLine(analysis: Analysis, from: number, to: number): Quote | undefined {
  return analysis.quotes.find(quote => {
    const { uri, start } = quote.site.calleeAt;
    return standsApart(quote) && uri === analysis.uri && from <= start && start <= to;
  });
}
