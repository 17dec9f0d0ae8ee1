import type { Quote } from '../quote/analysis';

/** The model as a lens names it; undefined where none is known. */
export function modelName(quote: Quote): string | undefined {
  const { candidates, value } = quote.site.model;
  if (quote.modelAssumed) return quote.model === undefined ? undefined : `${quote.model.id} (reference)`;
  if (value !== undefined) return value;
  if (candidates.length === 0) return quote.model?.id;
  const rest = candidates.length - 2;
  return `${candidates.slice(0, 2).join(' or ')}${rest > 0 ? ` or ${rest} more` : ''}`;
}
