import type { Printer } from '../../../language';
import { lineEndOf } from '../../../written-lines';
import { printLiteral } from './literal-source';

/** A counter before the loop, and at its head what counts and stops. */
export const boundLoop: Printer['boundLoop'] = (text, { at, body }, name, most, message) => {
  const line = text.lastIndexOf('\n', at.start - 1) + 1;
  const outer = text.slice(line, at.start);
  const opening = text.indexOf('{', body.start);
  if (outer.trim() !== '' || opening < 0 || opening >= body.end || !text.slice(opening, body.end).includes('\n'))
    return { refused: 'This loop does not begin a line of its own. Count its rounds by hand, and stop behind the last.' };
  const end = lineEndOf(text);
  const inner = `${outer}\t`;
  const check = [`${name}++`, `if ${name} > ${most} {`, `\tpanic(${printLiteral(message)})`, '}'].map(each => `${end}${inner}${each}`);
  return [
    { uri: at.uri, start: line, end: line, newText: `${outer}${name} := 0${end}` },
    { uri: at.uri, start: opening + 1, end: opening + 1, newText: check.join('') },
  ];
};

/** `messages[max(0, len(messages)-20):]`; with the first kept, a copy of it and what follows. */
export const lastItems: Printer['lastItems'] = (text, list, count, keepFirst) => {
  const source = text.slice(list.start, list.end);
  if (!/^[\w.]+$/.test(source)) return { refused: 'The list has no name here. Cut it where it is made.' };
  const rest = `${source}[max(${keepFirst ? 1 : 0}, len(${source})-${count}):]`;
  return [{ ...list, newText: keepFirst ? `append(${source}[:1:1], ${rest}...)` : rest }];
};
