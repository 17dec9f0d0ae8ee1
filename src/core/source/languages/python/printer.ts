import type { Printer } from '../../language';
import { addToHead, styleOf } from './printer/add-to-head';
import { boundLoop } from './printer/bound-loop';
import { insertArgument } from './printer/insert-argument';
import { lastItems } from './printer/last-items';
import { bodyOf, lineBreakIn, moveToEndOfLiteral } from './printer/move-in-literal';
import { renameArgument } from './printer/rename-argument';
import { replaceLiteral } from './printer/replace-literal';
import { rewriteInLiteral } from './printer/rewrite-in-literal';
import { splitLiteral } from './printer/split-literal';
import { insertEntry, insertItem, remove, replaceValue } from './printer/structures';

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
  comment: text => `# ${text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' ')}`,
};
