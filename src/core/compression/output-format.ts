import type { Unit } from './units';

const FORMAT =
  /\b(?:json|xml|yaml|csv|markdown|html|latex|schema|format(?:ted|ting)?|output|return|respond|reply|answer|write|bullet(?:s| points?| list)?|tables?|headings?|one word|single word|sentences?|words|paragraphs?|characters|code blocks?|plain text|preamble|explanations?|prefix|suffix|keys?|fields?)\b/i;
const ASKS =
  /\b(?:return|respond|reply|answer|output|write|format|produce|give|provide|use|only|must|should|exactly|always|never|do not|don't|in|as|with)\b/i;
/** What says how an answer is to look. */
const TERM =
  /\b(?:json|xml|yaml|csv|markdown|html|latex|schema|object|array|list|keys?|fields?|bullets?|tables?|headings?|words?|sentences?|paragraphs?|characters?|code blocks?|plain text|preamble|only|exactly|numbered|uppercase|lowercase)\b/gi;

/** Says how the answer is to look: such a sentence is never shortened. */
export function isOutputFormat({ text }: Pick<Unit, 'text'>): boolean {
  return FORMAT.test(text) && ASKS.test(text) && formatTerms(text).length > 0;
}

export function formatTerms(text: string): readonly string[] {
  return [...new Set([...text.matchAll(TERM)].map(([term]) => term.toLowerCase().replace(/s$/, '')))];
}
