import type { Edit, Refusal } from './edit';
import type { LiteralPlace } from './literal';
import type { Span } from './span';

/** How a document breaks its lines. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where the line begins that an offset stands in. */
export function lineStartOf(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** What a literal written at an offset has to fit into. `unit`: one step of indentation. */
export function literalPlace(text: string, offset: number, unit: string): LiteralPlace {
  const start = lineStartOf(text, offset);
  const indentation = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
  return { indentation, unit, column: offset - start, lineEnd: lineEndOf(text) };
}

/** Adds what `print` writes at an offset behind an item of a list, on a line of its own where the item begins one. */
export function insertInList(
  text: string,
  { uri, start, end }: Span,
  print: (at: number) => string | undefined,
): readonly Edit[] | Refusal {
  if (!/[[,(]\s*$/.test(text.slice(0, start)) || !/^\s*[\],)]/.test(text.slice(end)))
    return { refused: 'This is not written as an item of a list here. Add it by hand.' };
  const printed = print(start);
  if (printed === undefined) return { refused: 'The language has no literal for this.' };
  const lineStart = lineStartOf(text, start);
  const indentation = text.slice(lineStart, start);
  const separator = indentation.trim() === '' && lineStart > 0 ? `,${lineEndOf(text)}${indentation}` : ', ';
  return [{ uri, start: end, end, newText: separator + printed }];
}

/** Takes an argument, entry or item out of the brackets around it, with its comma, and with its line where that is all it holds. */
export function removeFromBrackets(text: string, whole: Span, part: Span): readonly Edit[] | Refusal {
  const { uri } = part;
  const cut = (start: number, end: number): readonly Edit[] => [{ uri, start, end, newText: '' }];
  const tail = text.slice(part.end, whole.end - 1);
  const comma = /^\s*,/.exec(tail)?.[0];
  const start = lineStartOf(text, part.start);
  const beginsLine = text.slice(start, part.start).trim() === '' && start > whole.start;
  if (comma !== undefined) {
    const behind = part.end + comma.length;
    const line = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(behind, whole.end))?.[0];
    if (beginsLine && line !== undefined) return cut(start, behind + line.length);
    return cut(part.start, behind + (/^[ \t]*/.exec(text.slice(behind, whole.end - 1))?.[0].length ?? 0));
  }
  if (tail.trim() !== '') return { refused: 'A comment stands behind this in its brackets. Take it out by hand.' };
  const head = text.slice(whole.start + 1, part.start);
  const before = /,\s*$/.exec(head)?.[0];
  if (before !== undefined) return cut(part.start - before.length, part.end);
  if (head.trim() !== '') return { refused: 'A comment stands before this in its brackets. Take it out by hand.' };
  return cut(whole.start + 1, whole.end - 1);
}

/** Where the line ends that an offset stands in, its break included. */
export function behindLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline + 1;
}
