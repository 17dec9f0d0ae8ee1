import type { Span, Uri } from '../../span';

/** The body without white space at both ends, which no reader of these formats sends. */
export function trimmedBody(uri: Uri, text: string, bodyStart: number): Span {
  const body = text.slice(bodyStart);
  const start = bodyStart + body.length - body.trimStart().length;
  return { uri, start, end: Math.max(start, bodyStart + body.trimEnd().length) };
}
