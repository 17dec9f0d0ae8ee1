import type { Printer } from '../../language';
import { lineEndOf } from '../../written-lines';
import { styleOf } from './add-to-head';
import { printLiteral } from './literal-source';

/** A counter before the loop, and at its head what counts and throws. */
export const boundLoop: Printer['boundLoop'] = (text, { at, body }, name, most, message) => {
  const line = text.lastIndexOf('\n', at.start - 1) + 1;
  const outer = text.slice(line, at.start);
  if (outer.trim() !== '' || isLoneBody(text.slice(0, line)))
    return { refused: 'This loop does not begin a line of its own. Count its rounds by hand, and stop behind the last.' };
  if (text[body.start] !== '{') return { refused: 'This loop has no brackets. Count its rounds by hand, and stop behind the last.' };
  const end = lineEndOf(text);
  const { unit, semicolons } = styleOf(text);
  const stop = semicolons ? ';' : '';
  const isOneLine = !text.slice(body.start, body.end).includes('\n');
  if (isOneLine) return { refused: 'This loop is written on one line. Count its rounds by hand, and stop behind the last.' };
  const check = `if (++${name} > ${most}) throw new Error(${printLiteral(message, text)})${stop}`;
  return [
    { uri: at.uri, start: line, end: line, newText: `${outer}let ${name} = 0${stop}${end}` },
    { uri: at.uri, start: body.start + 1, end: body.start + 1, newText: `${end}${outer}${unit}${check}` },
  ];
};

/** Whether what stands before is the head of a statement without brackets (`if (x)`), which the loop is all of. */
function isLoneBody(before: string): boolean {
  const code = before.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').trimEnd();
  if (/(?:\belse|\bdo|=>|=)$/.test(code)) return true;
  if (!code.endsWith(')')) return false;
  let depth = 0;
  for (let index = code.length - 1; index >= 0; index--) {
    if (code[index] === ')') depth += 1;
    if (code[index] === '(') depth -= 1;
    if (depth === 0) return /\b(?:if|for|while|with)\s*(?:await\s*)?$/.test(code.slice(0, index));
  }
  return true;
}
