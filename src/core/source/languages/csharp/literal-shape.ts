/** How a string literal is written; offsets are the document's. */
export interface LiteralShape {
  /** `$`, `@`, `$@`, `$$` or nothing. */
  readonly prefix: string;
  /** `"`, or three and more of them around a raw text. */
  readonly quote: string;
  readonly kind: 'regular' | 'verbatim' | 'raw';
  readonly formatted: boolean;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Raw texts on lines of their own: what each line begins with and the text doesn't have. */
  readonly indentation: string | undefined;
}

const OPENING = /([$@]*)("{3,}|")/y;

/** Reads the literal at [start, end); undefined when what stands there is not one closed string literal. */
export function literalShape(text: string, start: number, end: number): LiteralShape | undefined {
  const opening = new RegExp(OPENING);
  opening.lastIndex = start;
  const match = opening.exec(text);
  const [, prefix, quotes] = match ?? [];
  if (match === null || prefix === undefined || quotes === undefined) return undefined;
  const quote = prefix.includes('@') ? '"' : quotes;
  const bodyStart = start + prefix.length + quote.length;
  const last = text.startsWith('u8', end - 2) ? end - 2 : end;
  const bodyEnd = last - quote.length;
  // `""""""` is no empty raw text, and `""` is an empty one.
  if (bodyEnd < bodyStart || !text.startsWith(quote, bodyEnd)) return undefined;
  const formatted = prefix.includes('$');
  if (quote.length < 3)
    return {
      prefix,
      quote,
      kind: prefix.includes('@') ? 'verbatim' : 'regular',
      formatted,
      bodyStart,
      bodyEnd,
      indentation: undefined,
    };
  return { prefix, quote, kind: 'raw', formatted, ...rawBody(text, bodyStart, bodyEnd) };
}

/** Between quotes on lines of their own, the first and the last line break are not part of the text. */
function rawBody(text: string, start: number, end: number): Pick<LiteralShape, 'bodyStart' | 'bodyEnd' | 'indentation'> {
  const body = text.slice(start, end);
  const first = /^[ \t]*(?:\r\n|\r|\n)/.exec(body)?.[0];
  const last = /(\r\n|\r|\n)([ \t]*)$/.exec(body);
  if (first === undefined || last === null) return { bodyStart: start, bodyEnd: end, indentation: undefined };
  const bodyStart = start + first.length;
  return { bodyStart, bodyEnd: Math.max(bodyStart, start + last.index), indentation: last[2] ?? '' };
}
