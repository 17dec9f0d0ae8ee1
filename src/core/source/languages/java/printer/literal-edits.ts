import type { Edit, Refusal } from '../../../edit';
import type { Printer } from '../../../language';
import { contains, type Span } from '../../../span';
import type { MappedText } from '../../../text-map';
import type { Value } from '../../../values';
import { lineEndOf } from '../../../written-lines';
import { decodeLiteral } from '../literals';
import { escapeBlock, escapeString } from './literals';

const byHand = { refused: 'This part of the text can’t be changed without changing what stands around it. Change it by hand.' };

/** Whether a value is one string literal or text block as it stands. */
export function isLiteral(text: string, value: Value): boolean {
  const { start, end } = value.at;
  if (value.kind !== 'text' || end - start < 2 || text[start] !== '"' || text[end - 1] !== '"') return false;
  return isBlock(text, value) ? end - start >= 6 && text.endsWith('"""', end) : !/[\r\n]/.test(text.slice(start, end));
}

function isBlock(text: string, value: Value): boolean {
  return text.startsWith('"""', value.at.start);
}

export const bodyOf: Printer['bodyOf'] = (text, literal) => {
  if (!isLiteral(text, literal)) return undefined;
  const { uri, start, end } = literal.at;
  if (!isBlock(text, literal)) return { uri, start: start + 1, end: end - 1 };
  const opening = /^"""[ \t\f]*(?:\r\n|\n|\r)/.exec(text.slice(start, end))?.[0].length ?? 3;
  return { uri, start: start + opening, end: end - 3 };
};

export const lineBreakIn: Printer['lineBreakIn'] = (text, literal) => {
  const body = bodyOf(text, literal);
  if (body === undefined) return undefined;
  return isBlock(text, literal) ? lineEndOf(text) + indentationOf(text, body) : '\\n';
};

/** What all lines of a text block begin with. */
function indentationOf(text: string, body: Span): string {
  const lines = text.slice(body.start, body.end).split(/\r\n|\n|\r/);
  const counted = lines
    .filter((line, index) => /\S/.test(line) || index === lines.length - 1)
    .map(line => /^[ \t\f]*/.exec(line)?.[0] ?? '');
  return counted.reduce((shortest, each) => (each.length < shortest.length ? each : shortest), counted[0] ?? '');
}

export const rewriteInLiteral: Printer['rewriteInLiteral'] = (text, edits) => {
  const [first] = edits;
  if (first === undefined || !isLiteral(text, first.literal))
    return { refused: 'The text is not written here as one string literal. Change it by hand.' };
  const { literal } = first;
  const written = [...edits]
    .sort((a, b) => a.stretch.start - b.stretch.start)
    .map(({ stretch, newText }) => ({ edit: { ...stretch, newText: spelled(text, literal, newText) }, decoded: newText }));
  return saysWhatIsAsked(text, literal, written) ? written.map(({ edit }) => edit) : byHand;
};

export const moveToEndOfLiteral: Printer['moveToEndOfLiteral'] = (text, literal, stretch, separator): readonly Edit[] | Refusal => {
  const body = bodyOf(text, literal);
  if (body === undefined) return { refused: 'This text is put together from several parts: move the part by hand.' };
  if (!contains(body, stretch) || stretch.start > stretch.end)
    return { refused: 'The part to move lies outside of this text: move it by hand.' };
  const decoded = decodedStretch(decodedIn(text, literal), stretch);
  const { end } = body;
  if (stretch.start === stretch.end || stretch.end >= end) return [];
  const pasted = spelled(text, literal, separator) + text.slice(stretch.start, stretch.end);
  const { uri } = body;
  const written = [
    { edit: { ...stretch, newText: '' }, decoded: '' },
    { edit: { uri, start: end, end, newText: pasted }, decoded: separator + (decoded ?? '') },
  ];
  if (decoded === undefined || !saysWhatIsAsked(text, literal, written))
    return { refused: 'Moving this part would change the text around it: move it by hand.' };
  return written.map(({ edit }) => edit);
};

export const splitLiteral: Printer['splitLiteral'] = (text, literal, offset) => {
  const body = bodyOf(text, literal);
  if (body === undefined || isBlock(text, literal) || offset <= body.start || offset >= body.end) return undefined;
  const [head, tail] = [text.slice(body.start, offset), text.slice(offset, body.end)];
  const read = (source: string): string => decodeLiteral('', `"${source}"`, 0, source.length + 2).text;
  const halves = /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(offset - 1, offset + 1));
  if (halves || endsInEscape(head) || read(head) + read(tail) !== read(head + tail)) return undefined;
  return [`"${head}"`, `"${tail}"`];
};

function endsInEscape(source: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(source);
}

function spelled(text: string, literal: Value, decoded: string): string {
  return isBlock(text, literal) ? escapeBlock(decoded, lineBreakIn(text, literal) ?? '\n') : escapeString(decoded);
}

interface Written {
  readonly edit: Edit;
  readonly decoded: string;
}

/** Reads the literal as it will be: it must say what was asked, and nothing else than before around that. */
function saysWhatIsAsked(text: string, literal: Value, written: readonly Written[]): boolean {
  const { start, end, uri } = literal.at;
  const before = decodedIn(text, literal);
  let [source, says] = ['', ''];
  let [doneSource, doneText] = [start, 0];
  for (const { edit, decoded } of written) {
    const from = decodedOffset(before, edit.start);
    const to = decodedOffset(before, edit.end);
    if (from === undefined || to === undefined || edit.start < doneSource || from < doneText) return false;
    source += text.slice(doneSource, edit.start) + edit.newText;
    says += before.text.slice(doneText, from) + decoded;
    [doneSource, doneText] = [edit.end, to];
  }
  source += text.slice(doneSource, end);
  says += before.text.slice(doneText);
  const isWhole = isBlock(text, literal) ? closesOnlyAtEnd(source, '"""') : closesOnlyAtEnd(source, '"');
  return isWhole && isWellFormed(says) && decodeLiteral(uri, source, 0, source.length).text === says;
}

/** A stretch that cuts a character in two halves. */
function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

function closesOnlyAtEnd(source: string, quote: string): boolean {
  for (let at = quote.length; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source.startsWith(quote, at)) return at + quote.length === source.length;
  }
  return false;
}

function decodedIn(text: string, { at }: Value): MappedText {
  return decodeLiteral(at.uri, text, at.start, at.end);
}

function decodedStretch(mapped: MappedText, { start, end }: Span): string | undefined {
  const [from, to] = [decodedOffset(mapped, start), decodedOffset(mapped, end)];
  return from === undefined || to === undefined ? undefined : mapped.text.slice(from, to);
}

/** Where a source offset lies in the decoded text, at the next character where the language leaves out what stands there; undefined inside of an escape. */
function decodedOffset({ text, runs }: MappedText, offset: number): number | undefined {
  for (const run of runs) {
    if (offset <= run.source) return run.at;
    if (offset < run.source + run.sourceLength) return run.length === run.sourceLength ? run.at + offset - run.source : undefined;
  }
  return text.length;
}
