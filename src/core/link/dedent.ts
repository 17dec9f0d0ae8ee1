import { joinTexts, type MappedText, sliceText } from '../source/text-map';
import type { Value } from '../source/values';
import { trimmed } from './strings';

/** `textwrap.dedent`, `dedent` tags: the margin that all lines share goes; offsets stay true. Undefined for what is no text. */
export function dedent(value: Value): Value | undefined {
  if (value.kind !== 'text' && value.kind !== 'template') return undefined;
  const margins = flat(value)
    .split('\n')
    .flatMap(line => (line.trim() === '' ? [] : [indentOf(line)]));
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  return margin === 0 ? value : withoutMargin(value, margin, { lineStart: true });
}

/** JavaScript's tags also drop the blank ends. */
export function dedentTag(value: Value): Value | undefined {
  const text = dedent(value);
  return text?.kind === 'text' || text?.kind === 'template' ? trimmed(text) : undefined;
}

/** The text, with a character that is no blank for each unknown part. */
function flat(value: Value): string {
  if (value.kind === 'text') return value.text.text;
  return value.kind === 'template' ? value.parts.map(flat).join('') : '\u0000';
}

function withoutMargin(value: Value, margin: number, state: { lineStart: boolean }): Value {
  if (value.kind === 'template') return { ...value, parts: value.parts.map(part => withoutMargin(part, margin, state)) };
  if (value.kind !== 'text') {
    state.lineStart = false;
    return value;
  }
  const pieces: MappedText[] = [];
  let offset = 0;
  for (const line of value.text.text.split(/(?<=\n)/)) {
    const skip = state.lineStart ? Math.min(margin, indentOf(line)) : 0;
    pieces.push(sliceText(value.text, offset + skip, offset + line.length));
    offset += line.length;
    if (line !== '') state.lineStart = line.endsWith('\n');
  }
  return { ...value, text: joinTexts(pieces) ?? value.text };
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
