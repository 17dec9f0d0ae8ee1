import { applyEdits, type Edit, type Refusal } from '../../edit';
import type { PromptMessage } from '../../prompt-document';
import { allMessages } from '../../prompt-document';
import type { Span, Uri } from '../../span';
import type { PromptSummary } from '../../summary';
import { behindLine } from '../../written-lines';
import type { Token } from '../template/tag';
import { fitsBlocks } from './blocks';

/** How a format reads: used to see what a move would do. */
export interface Reader {
  read(uri: Uri, text: string): PromptSummary;
  /** The template that holds the stretch. */
  lex(uri: Uri, text: string): { readonly tokens: readonly Token[] };
  /** Where a message's text may stand, when it is a string inside the file. */
  readonly within?: Span;
}

const cut = 'Moving these lines would change more than their place: a tag or a block of the template starts or ends in between.';

/**
 * Moves the whole lines of a stretch behind the last non-blank line of its message. A paragraph of its own stays one. The
 * result is read again: every other message must be the same, and this one must consist of the same lines, or the move is refused.
 */
export function moveLines(text: string, summary: PromptSummary, stretch: Span, reader: Reader): readonly Edit[] | Refusal {
  const { uri } = summary;
  const messages = allMessages(reader.read(uri, text).document);
  const holds = (message: PromptMessage) => message.at.start <= stretch.start && stretch.end <= message.at.end;
  const index = messages.findIndex(holds);
  const message = messages[index];
  if (message === undefined || stretch.start >= stretch.end) return { refused: 'These lines are not part of one message.' };
  const start = text.lastIndexOf('\n', stretch.start - 1) + 1;
  const end = behindLine(text, text[stretch.end - 1] === '\n' ? stretch.end - 1 : stretch.end);
  const ownStart = message.roleAt === undefined || message.roleAt.end > stretch.start ? message.at.start : message.roleAt.end;
  const content = Math.max(ownStart, reader.within?.start ?? 0);
  if (start < content && text.slice(start, content).trim() !== '')
    return { refused: 'The first line also holds something else. Move it by hand.' };

  const { tokens } = reader.lex(uri, text);
  const bound = reader.within?.end ?? text.length;
  const next = messages.slice(index + 1).find(other => other.at.start >= message.at.end)?.at.start ?? text.length;
  const ends = [text.slice(0, Math.min(next, bound)).trimEnd().length, text.slice(0, message.at.end).trimEnd().length];
  const targets = ends.filter(lineEnd => isLineEnd(text, lineEnd)).map(lineEnd => behindLine(text, lineEnd));
  if (targets.length === 0) return { refused: "The message's last line also holds something else. Move it by hand." };
  if (targets.every(target => end >= target)) return { refused: 'These lines are the last ones of their message already.' };
  // What ends a message (a closing tag) may stand on a line of its own, before which the moved lines belong.
  for (const target of targets.filter(at => at > end && fitsBlocks(tokens, start, end, at))) {
    const edits = editsOf(text, uri, { start, end, target, content });
    const moved = allMessages(reader.read(uri, applyEdits(text, edits)).document);
    if (sameButOrder(messages, moved, holds)) return edits;
  }
  return { refused: cut };
}

interface Move {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** Where the message's text begins. */
  readonly content: number;
}

/** A line that stands alone takes the blank lines behind it along, to stand before it: none is left at the message's head. */
function editsOf(text: string, uri: Uri, { start, end, target, content }: Move): readonly Edit[] {
  const alone = text.slice(content, start).trim() === '' || isBlank(text, text.lastIndexOf('\n', start - 2) + 1);
  const blanksEnd = alone ? behindBlankLines(text, end, target) : end;
  const lines = text.slice(end, blanksEnd) + text.slice(start, end);
  const removal = { uri, start, end: blanksEnd, newText: '' };
  if (text[target - 1] === '\n') return [removal, { uri, start: target, end: target, newText: lines }];
  const newline = lines.endsWith('\r\n') ? '\r\n' : '\n';
  return [removal, { uri, start: target, end: target, newText: newline + lines.slice(0, -newline.length) }];
}

function behindBlankLines(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isBlank(text, at)) at = behindLine(text, at);
  return Math.min(at, limit);
}

function isBlank(text: string, lineStart: number): boolean {
  return text.slice(lineStart, behindLine(text, lineStart)).trim() === '';
}

function isLineEnd(text: string, at: number): boolean {
  return text.slice(at, behindLine(text, at)).trim() === '';
}

function sameButOrder(
  before: readonly PromptMessage[],
  after: readonly PromptMessage[],
  moved: (message: PromptMessage) => boolean,
): boolean {
  if (before.length !== after.length) return false;
  return before.every((message, at) => {
    const other = after[at];
    if (other === undefined || other.role !== message.role) return false;
    const [one, two] = [emitted(message), emitted(other)];
    return moved(message) ? sameLines(one, two) : one === two;
  });
}

function sameLines(one: string, two: string): boolean {
  const sorted = (text: string) =>
    text
      .split(/\r?\n/)
      .filter(line => line.trim() !== '')
      .sort()
      .join('\n');
  return sorted(one) === sorted(two);
}

/** What a message sends, with its holes as the author wrote them. */
function emitted(message: PromptMessage): string {
  return message.pieces.map(piece => (piece.kind === 'text' ? piece.text.text : `{{${piece.label}}}`)).join('');
}
