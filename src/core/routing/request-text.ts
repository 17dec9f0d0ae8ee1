import type { Piece, Request } from '../request/request';
import type { Span } from '../source/span';
import { type MappedText, toSource } from '../source/text-map';

/** Stands for a value that nobody knows before the call. */
export const VALUE = '\uFFFC';

/** What a request says to the model in its author's own words, as one text. Each value is one character. */
export interface RequestText {
  readonly text: string;
  /** What the values are called where they are put in: `question`. */
  readonly values: readonly string[];
  /** Where a stretch stands; undefined: it is computed, or spans several places. */
  sourceOf(from: number, to: number): Span | undefined;
}

/** Longer prompts say in their first part what they are about. */
const MOST_CHARACTERS = 8_000;

/** Parts of the system and the user. What the assistant said is an example, and a history is no instruction. */
export function requestText({ segments }: Pick<Request, 'segments'>): RequestText {
  const parts: { readonly from: number; readonly text: MappedText }[] = [];
  const values: string[] = [];
  let text = '';
  const add = (piece: Piece): void => {
    if (text.length >= MOST_CHARACTERS) return;
    if (piece.kind === 'choice') {
      for (const option of piece.options.slice(0, 2)) {
        option.forEach(add);
        text += '\n';
      }
      return;
    }
    if (piece.kind === 'hole') {
      values.push(piece.label);
      text += VALUE;
      return;
    }
    parts.push({ from: text.length, text: piece.text });
    text += piece.text.text.slice(0, MOST_CHARACTERS).replaceAll(VALUE, '\uFFFD');
  };
  for (const segment of segments) {
    if (segment.kind === 'tools' || segment.kind === 'schema' || segment.role === 'assistant' || segment.repeats) continue;
    segment.pieces.forEach(add);
    text += '\n';
  }
  return {
    text,
    values,
    sourceOf(from, to) {
      const part = parts.find(each => each.from <= from && to <= each.from + each.text.text.length);
      return part && toSource(part.text, from - part.from, to - part.from);
    },
  };
}
