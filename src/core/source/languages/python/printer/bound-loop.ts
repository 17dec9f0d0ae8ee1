import type { Printer } from '../../../language';
import { lineEndOf, lineStartOf } from '../../../written-lines';
import { styleOf } from './add-to-head';
import { indentationAt, printLiteral } from './literals';

/** A counter before the loop, and at its head what counts and raises. */
export const boundLoop: Printer['boundLoop'] = (text, { at, body }, name, most, message) => {
  const line = lineStartOf(text, at.start);
  const first = lineStartOf(text, body.start);
  const ownLine = (offset: number, from: number) => text.slice(from, offset).trim() === '';
  if (!ownLine(at.start, line) || !ownLine(body.start, first) || first <= line)
    return { refused: 'This loop is written on one line. Count its rounds by hand, and stop behind the last.' };
  const end = lineEndOf(text);
  const outer = indentationAt(text, at.start);
  const inner = indentationAt(text, body.start);
  const { unit } = styleOf(text);
  const lines = [`${name} += 1`, `if ${name} > ${most}:`, `${unit}raise RuntimeError(${printLiteral(message)})`];
  return [
    { uri: at.uri, start: line, end: line, newText: `${outer}${name} = 0${end}` },
    { uri: at.uri, start: first, end: first, newText: lines.map(each => inner + each + end).join('') },
  ];
};
