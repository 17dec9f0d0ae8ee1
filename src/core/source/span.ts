/** A document's address as the editor writes it, e.g. `file:///project/app.py`. */
export type Uri = string;

/** A half-open range of UTF-16 code units in one document. */
export interface Span {
  readonly uri: Uri;
  readonly start: number;
  readonly end: number;
}

/** Whether a span lies within another one of the same document, or is it. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.uri === inner.uri && outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans are the same stretch of the same document. */
export function isSameSpan(one: Span, other: Span): boolean {
  return one.uri === other.uri && one.start === other.start && one.end === other.end;
}
