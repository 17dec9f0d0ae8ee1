import type { PromptMessage, Role, TextPiece } from '../../prompt-document';
import type { Span, Uri } from '../../span';
import { type MappedText, sliceText, textBuilder } from '../../text-map';
import type { HoleItem, TextItem } from '../template/item';

export type PieceItem = TextItem | HoleItem;

/** Joins neighbouring stretches; where a tag that emits nothing stood between them, the source has a gap. */
export function toPieces(uri: Uri, items: readonly PieceItem[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let builder = textBuilder(uri);
  const flush = () => {
    const text = builder.build();
    if (text.text !== '') pieces.push({ kind: 'text', text });
    builder = textBuilder(uri);
  };
  for (const item of items) {
    if (item.kind === 'text') builder.add(item.text, item.source, item.sourceLength);
    else {
      flush();
      pieces.push(item.hole);
    }
  }
  flush();
  return pieces;
}

/** Drops blank lines at both ends, as a line-based parser does. */
export function trimBlankLines(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const first = pieces[0];
  const start = first?.kind === 'text' ? first.text.text.match(/^(?:[ \t\r]*\n)+/)?.[0].length : undefined;
  const cut = start === undefined ? pieces : replaceAt(pieces, 0, text => sliceText(text, start));
  const last = cut[cut.length - 1];
  return last?.kind === 'text' ? replaceAt(cut, cut.length - 1, text => sliceText(text, 0, lastLineEnd(text.text))) : cut;
}

/** Drops white space at both ends, as `trim()` does. */
export function trimPieces(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const start = replaceAt(pieces, 0, text => sliceText(text, text.text.length - text.text.trimStart().length));
  return replaceAt(start, start.length - 1, text => sliceText(text, 0, text.text.trimEnd().length));
}

export function isBlank(pieces: readonly TextPiece[]): boolean {
  return pieces.every(piece => piece.kind === 'text' && piece.text.text.trim() === '');
}

/** A message over its role marker and its pieces; `fallback` is where it stands when it has neither. */
export function messageOf(role: Role, pieces: readonly TextPiece[], roleAt: Span | undefined, fallback: Span): PromptMessage {
  const spans = [...(roleAt === undefined ? [] : [roleAt]), ...pieces.flatMap(spansOf)];
  // A role may be written behind its text (YAML's keys have no order).
  const start = spans.reduce((least, span) => Math.min(least, span.start), Number.POSITIVE_INFINITY);
  const end = spans.reduce((most, span) => Math.max(most, span.end), 0);
  const at = spans.length === 0 ? fallback : { uri: fallback.uri, start, end };
  return { role, pieces, at, ...(roleAt === undefined ? {} : { roleAt }) };
}

function spansOf(piece: TextPiece): readonly Span[] {
  if (piece.kind === 'hole') return [piece.at];
  const { uri, runs } = piece.text;
  const [first, last] = [runs[0], runs[runs.length - 1]];
  if (first === undefined || last === undefined) return [];
  return [{ uri, start: first.source, end: last.source + last.sourceLength }];
}

/** The end of the text without its trailing blank lines; spaces at the end of the last line stay. */
function lastLineEnd(text: string): number {
  let end = text.length;
  for (let newline = text.lastIndexOf('\n'); newline !== -1; newline = newline === 0 ? -1 : text.lastIndexOf('\n', newline - 1)) {
    if (text.slice(newline, end).trim() !== '') return end;
    end = text[newline - 1] === '\r' ? newline - 1 : newline;
  }
  return end;
}

function replaceAt(pieces: readonly TextPiece[], index: number, change: (text: MappedText) => MappedText): readonly TextPiece[] {
  const piece = pieces[index];
  if (piece?.kind !== 'text') return pieces;
  const text = change(piece.text);
  return [...pieces.slice(0, index), ...(text.text === '' ? [] : [{ kind: 'text' as const, text }]), ...pieces.slice(index + 1)];
}
