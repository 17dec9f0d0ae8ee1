import type { CallSite } from '../request/call-site';
import type { Piece, Request } from '../request/request';
import { isSameSpan, type Span } from '../source/span';
import type { LanguageId } from '../source/summary';
import { textBuilder } from '../source/text-map';

/** JSON of a request that one call lays out over lines. */
export interface IndentedJson {
  /** The call that writes it. */
  readonly at: Span;
  /** Its keys are known, and how many items it has. */
  readonly isKnown: boolean;
}

/** Each such call once, in the order of the request. */
export function indentedIn({ segments }: Request): readonly IndentedJson[] {
  const found: IndentedJson[] = [];
  const add = (json: IndentedJson): void => {
    if (!found.some(({ at }) => isSameSpan(at, json.at))) found.push(json);
  };
  const visit = (piece: Piece): void => {
    if (piece.kind === 'choice') for (const option of piece.options) option.forEach(visit);
    else if (piece.indented) add({ at: piece.at, isKnown: piece.kind === 'text' });
    else if (piece.kind === 'hole') for (const at of piece.indentedIn ?? []) add({ at, isKnown: false });
  };
  for (const { pieces } of segments) pieces.forEach(visit);
  return found;
}

/** The site as it would be if this call wrote its JSON on one line. `language`: Python then puts blanks behind commas and colons. */
export function withoutLayout(site: CallSite, at: Span, language: LanguageId): CallSite {
  const flat = (piece: Piece): Piece => {
    if (piece.kind === 'choice') return { ...piece, options: piece.options.map(option => option.map(flat)) };
    if (piece.kind === 'hole' || !piece.indented || !isSameSpan(piece.at, at)) return piece;
    const text = textBuilder(at.uri);
    text.add(onOneLine(piece.text.text, language), at.start, at.end - at.start);
    return { ...piece, text: text.build() };
  };
  const segments = site.request.segments.map(segment => ({ ...segment, pieces: segment.pieces.map(flat) }));
  return { ...site, request: { ...site.request, segments } };
}

/** A sign of JSON with the line behind it, a key, or a value: these hold no line breaks, which JSON escapes. */
function onOneLine(text: string, language: LanguageId): string {
  const line = text.replace(/\n[ \t]*/, '');
  if (language === 'python') return line === ',' ? ', ' : line;
  return line.replace(/": $/, '":');
}
