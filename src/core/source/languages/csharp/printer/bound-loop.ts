import type { Printer } from '../../../language';
import { lineEndOf } from '../../../written-lines';
import { addToHead, styleOf } from './add-to-head';
import { printLiteral } from './literals';

/** A counter before the loop, and at its head what counts and throws. */
export const boundLoop: Printer['boundLoop'] = (text, { at, body }, name, most, message) => {
  const line = text.lastIndexOf('\n', at.start - 1) + 1;
  const outer = text.slice(line, at.start);
  if (outer.trim() !== '' || /(?:\)|\belse|\bdo|=>)\s*$/.test(text.slice(0, line)))
    return { refused: 'This loop does not begin a line of its own. Count its rounds by hand, and stop behind the last.' };
  if (text[body.start] !== '{') return { refused: 'This loop has no braces. Count its rounds by hand, and stop behind the last.' };
  if (!text.slice(body.start, body.end).includes('\n'))
    return { refused: 'This loop is written on one line. Count its rounds by hand, and stop behind the last.' };
  const end = lineEndOf(text);
  // Its full name needs neither a using nor a project that has those by itself.
  const exception = /^using System;/m.test(text) ? 'InvalidOperationException' : 'System.InvalidOperationException';
  const check = `if (++${name} > ${most}) throw new ${exception}(${printLiteral(message) ?? '""'});`;
  return [
    { uri: at.uri, start: line, end: line, newText: `${outer}var ${name} = 0;${end}` },
    { uri: at.uri, start: body.start + 1, end: body.start + 1, newText: `${end}${outer}${styleOf(text).unit}${check}` },
  ];
};

/** `messages.Take(1).Concat(messages.Skip(1).TakeLast(20)).ToList()` */
export const lastItems: Printer['lastItems'] = (text, { uri, start, end }, count, keepFirst) => {
  const list = text.slice(start, end);
  const newText = keepFirst ? `${list}.Take(1).Concat(${list}.Skip(1).TakeLast(${count})).ToList()` : `${list}.TakeLast(${count}).ToList()`;
  const linq = writesUsingsOut(text) ? addToHead(text, uri, [{ module: 'System.Linq', name: '' }], '') : [];
  return [...linq, { uri, start, end, newText }];
};

/** What a project brings by itself, unless it is told not to, nobody writes. */
function writesUsingsOut(text: string): boolean {
  return /^using System(?:\.Collections\.Generic|\.IO|\.Linq|\.Net\.Http|\.Threading|\.Threading\.Tasks)?;/m.test(text);
}
