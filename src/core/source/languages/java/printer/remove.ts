import type { Printer } from '../../../language';
import { removeFromBrackets } from '../../../written-lines';

/** Takes a method out of a builder's chain, with its line where that is all it holds; or a part out of its brackets. */
export const remove: Printer['remove'] = (text, whole, part) => {
  const [point] = /\.\s*$/.exec(text.slice(whole.start, part.start)) ?? [];
  if (point === undefined || !/^\s*\./.test(text.slice(part.end, whole.end))) return removeFromBrackets(text, whole, part);
  const start = part.start - point.length;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(part.end, whole.end))?.[0];
  const isWholeLine = rest !== undefined && line > whole.start && text.slice(line, start).trim() === '';
  const { uri } = part;
  return [isWholeLine ? { uri, start: line, end: part.end + rest.length, newText: '' } : { uri, start, end: part.end, newText: '' }];
};
