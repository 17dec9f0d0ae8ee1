import type { Writers } from '../fixes/writers';
import type { Uri } from '../source/span';
import type { Value } from '../source/values';
import type { TextEdit } from './pass';
import type { PromptText } from './prompt-text';

/** A stretch of the source, and the decoded text that is to stand there. */
export interface Stretch {
  readonly uri: Uri;
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  readonly literal: Value;
}

/** Where a text's edits stand. Undefined: one of them has no place. Indentation that is no part of the text goes with its line. */
export function stretchesOf(prompt: PromptText, edits: readonly TextEdit[], textOf: Writers['textOf']): readonly Stretch[] | undefined {
  const stretches: Stretch[] = [];
  for (const edit of edits) {
    const own = stretchesOfEdit(prompt, edit, textOf);
    if (own === undefined) return undefined;
    stretches.push(...own);
  }
  return stretches;
}

function stretchesOfEdit(prompt: PromptText, edit: TextEdit, textOf: Writers['textOf']): readonly Stretch[] | undefined {
  const result: { uri: Uri; start: number; end: number; insert: string; literal: Value }[] = [];
  for (let offset = edit.from; offset < edit.to; offset++) {
    const source = prompt.sourceAt(offset);
    if (source === undefined) return undefined;
    const last = result[result.length - 1];
    const isNext =
      last !== undefined && last.uri === source.uri && last.literal.at.start === source.literal.at.start && last.end <= source.start;
    // Both halves of a pair stand behind one escape.
    if (last !== undefined && last.uri === source.uri && last.start <= source.start && source.end <= last.end) continue;
    if (isNext && isBlankGap(textOf(source.uri), last.end, source.start)) last.end = source.end;
    else result.push({ uri: source.uri, start: source.start, end: source.end, insert: '', literal: source.literal });
  }
  const [first, last] = [result[0], result[result.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  first.insert = edit.insert.replaceAll('\n', `\n${marginAt(prompt, edit.from, textOf)}`);
  const { text, sourceAt } = prompt;
  const endsLine = text[edit.to - 1] === '\n' && edit.insert === '';
  const startsLine = edit.from > 0 && text[edit.from - 1] === '\n';
  const [before, after] = [sourceAt(edit.from - 1), sourceAt(edit.to)];
  if (endsLine && startsLine && before?.uri === first.uri && isBlankGap(textOf(first.uri), before.end, first.start))
    first.start = before.end;
  if (endsLine && !startsLine && after?.uri === last.uri && isBlankGap(textOf(last.uri), last.end, after.start)) last.end = after.start;
  return result;
}

/** Nothing but white space, or a line that a backslash continues. */
function isBlankGap(text: string | undefined, from: number, to: number): boolean {
  return from === to || (text !== undefined && from < to && /^(?:[ \t]|\\\r?\n)*$/.test(text.slice(from, to)));
}

/** What the source indents the line by, beyond what the text says. */
function marginAt({ text, sourceAt }: PromptText, offset: number, textOf: Writers['textOf']): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const [before, first] = [sourceAt(lineStart - 1), sourceAt(lineStart)];
  if (before === undefined || first === undefined || before.uri !== first.uri) return '';
  const gap = textOf(first.uri)?.slice(before.end, first.start) ?? '';
  return /^[ \t]*$/.test(gap) ? gap : '';
}
