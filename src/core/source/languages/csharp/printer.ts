import type { Printer } from '../../language';
import { addToHead, styleOf } from './printer/add-to-head';
import { boundLoop, lastItems } from './printer/bound-loop';
import { bodyOf, lineBreakIn, moveToEndOfLiteral, rewriteInLiteral, splitLiteral } from './printer/in-literal';
import { insertArgument, insertEntry } from './printer/insert';
import { insertItem, remove, renameArgument, replaceLiteral, replaceValue } from './printer/replace';

export const printer: Printer = {
  insertArgument,
  insertEntry,
  insertItem,
  renameArgument,
  replaceLiteral,
  replaceValue,
  remove,
  splitLiteral,
  bodyOf,
  lineBreakIn,
  moveToEndOfLiteral,
  rewriteInLiteral,
  addToHead,
  styleOf,
  boundLoop,
  lastItems,
  comment: text => `// ${text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' ')}`,
};
