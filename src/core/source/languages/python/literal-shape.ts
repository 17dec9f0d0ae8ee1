/** How a string literal is written; offsets are the document's. */
export interface LiteralShape {
  readonly prefix: string;
  /** `'`, `"`, `'''` or `"""`. */
  readonly quote: string;
  readonly triple: boolean;
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly formatted: boolean;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

const OPENING = /([rbuft]{0,2})("""|'''|"|')/iy;

/** Reads the literal at [start, end); undefined when what stands there is not one closed string literal. */
export function literalShape(text: string, start: number, end: number): LiteralShape | undefined {
  const opening = new RegExp(OPENING);
  opening.lastIndex = start;
  const match = opening.exec(text);
  const prefix = match?.[1]?.toLowerCase();
  const quote = match?.[2];
  if (match === null || prefix === undefined || quote === undefined) return undefined;
  const bodyStart = start + match[0].length;
  const bodyEnd = end - quote.length;
  if (bodyEnd < bodyStart || !text.startsWith(quote, bodyEnd)) return undefined;
  return {
    prefix,
    quote,
    triple: quote.length === 3,
    raw: prefix.includes('r'),
    bytes: prefix.includes('b'),
    formatted: prefix.includes('f'),
    bodyStart,
    bodyEnd,
  };
}
