import { toPieces } from '../source/formats/message/pieces';
import { lexFString } from '../source/formats/template/f-string';
import { expandInString } from '../source/formats/template/in-string';
import type { Piece, Segment } from './request';

/** A segment whose texts are templates of a framework, with its `{names}` as what they are: parts that each call fills in. */
export function fillIn(segment: Segment): Segment {
  return { ...segment, pieces: segment.pieces.flatMap(filled) };
}

function filled(piece: Piece): readonly Piece[] {
  if (piece.kind === 'choice') return [{ ...piece, options: piece.options.map(option => option.flatMap(filled)) }];
  if (piece.kind !== 'text') return [piece];
  const { text, at, slots, literal } = piece;
  const lexed = lexFString(text.uri, text.text, 0, text.text.length);
  if (lexed.tokens.every(token => token.kind === 'literal' && token.emits === undefined)) return [piece];
  const items = expandInString(text, lexed).items.flatMap(item => (item.kind === 'signal' ? [] : [item]));
  const inPlace = slots === undefined ? {} : { slots };
  const ofLiteral = literal === undefined ? {} : { literal };
  return toPieces(text.uri, items).map(
    (part): Piece => (part.kind === 'text' ? { ...part, at, ...inPlace, ...ofLiteral } : { ...part, ...inPlace }),
  );
}
