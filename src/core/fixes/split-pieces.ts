import type { Piece } from '../request/request';
import type { Span } from '../source/span';
import { type MappedText, sliceText } from '../source/text-map';
import type { Value } from '../source/values';

/** What is taken out of a request: source ranges of its texts, and whole parts of one literal. */
export interface Taken {
  readonly ranges: readonly Span[];
  readonly literal?: Value;
  readonly parts?: ReadonlySet<number>;
}

/** Takes stretches out of a list of pieces; both halves keep their order. */
export function splitPieces(pieces: readonly Piece[], out: Taken): { readonly kept: readonly Piece[]; readonly taken: readonly Piece[] } {
  const kept: Piece[] = [];
  const taken: Piece[] = [];
  for (const piece of pieces) {
    const slot = out.literal === undefined ? undefined : piece.slots?.find(({ literal }) => literal === out.literal);
    if (slot !== undefined) (out.parts?.has(slot.part) === true ? taken : kept).push(piece);
    else if (piece.kind !== 'text') (out.ranges.some(range => isIn(range, piece.at)) ? taken : kept).push(piece);
    else for (const part of cut(piece.text, out.ranges)) (part.inside ? taken : kept).push({ ...piece, text: part.text });
  }
  return { kept, taken };
}

function isIn(range: Span, at: Span): boolean {
  return range.uri === at.uri && range.start <= at.start && at.end <= range.end;
}

function cut(text: MappedText, ranges: readonly Span[]): readonly { readonly text: MappedText; readonly inside: boolean }[] {
  const own = ranges.filter(range => range.uri === text.uri);
  if (own.length === 0) return [{ text, inside: false }];
  const flags: boolean[] = [];
  for (const run of text.runs) {
    for (let index = 0; index < run.length; index++) {
      const source = run.length === run.sourceLength ? run.source + index : run.source;
      flags[run.at + index] = own.some(range => range.start <= source && source < range.end);
    }
  }
  const parts: { text: MappedText; inside: boolean }[] = [];
  let from = 0;
  for (let index = 1; index <= text.text.length; index++) {
    if (index < text.text.length && (flags[index] ?? false) === (flags[from] ?? false)) continue;
    parts.push({ text: sliceText(text, from, index), inside: flags[from] ?? false });
    from = index;
  }
  return parts;
}
