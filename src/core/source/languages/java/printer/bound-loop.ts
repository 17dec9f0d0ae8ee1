import type { Printer } from '../../../language';
import { lineEndOf } from '../../../written-lines';
import { printLiteral } from './literals';
import { styleOf } from './style';

/** A counter before the loop, and at its head what counts and throws. */
export const boundLoop: Printer['boundLoop'] = (text, { at, body }, name, most, message) => {
  const line = text.lastIndexOf('\n', at.start - 1) + 1;
  const outer = text.slice(line, at.start);
  const before = text
    .slice(0, line)
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
    .trimEnd();
  // Behind anything but a statement's end the loop is the body of what stands before.
  if (outer.trim() !== '' || !/[;{}]$/.test(before))
    return { refused: 'This loop does not begin a line of its own. Count its rounds by hand, and stop behind the last.' };
  if (text[body.start] !== '{' || !text.slice(body.start, body.end).includes('\n'))
    return { refused: 'This loop has no brackets around lines of their own. Count its rounds by hand, and stop behind the last.' };
  const end = lineEndOf(text);
  const check = `if (++${name} > ${most}) throw new IllegalStateException(${printLiteral(message) ?? '""'});`;
  return [
    { uri: at.uri, start: line, end: line, newText: `${outer}int ${name} = 0;${end}` },
    { uri: at.uri, start: body.start + 1, end: body.start + 1, newText: `${end}${outer}${styleOf(text).unit}${check}` },
  ];
};

/** `messages.subList(Math.max(0, messages.size() - 20), messages.size())` */
export const lastItems: Printer['lastItems'] = (text, list, count, keepFirst) => {
  const name = text.slice(list.start, list.end);
  if (!/^(?:this\.)?[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return { refused: 'The list is not a variable here. Cut it by hand.' };
  const newText = keepFirst
    ? `java.util.stream.Stream.concat(${name}.stream().limit(1), ${name}.stream().skip(Math.max(1, ${name}.size() - ${count}))).toList()`
    : `${name}.subList(Math.max(0, ${name}.size() - ${count}), ${name}.size())`;
  return [{ ...list, newText }];
};
