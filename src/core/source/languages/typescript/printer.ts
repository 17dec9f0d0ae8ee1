import type { Printer } from '../../language';
import { removeFromBrackets } from '../../written-lines';
import { addToHead, styleOf } from './add-to-head';
import { boundLoop } from './bound-loop';
import { insertArgument, insertEntry } from './insert-argument';
import { lastItems } from './last-items';
import { bodyOf, lineBreakIn } from './literal-body';
import { moveToEndOfLiteral } from './move-in-literal';
import { renameArgument } from './rename-argument';
import { replaceLiteral } from './replace-literal';
import { rewriteInLiteral } from './rewrite-in-literal';
import { insertItem, replaceValue, splitLiteral } from './structures';

export const printer: Printer = {
  insertArgument,
  insertEntry,
  insertItem,
  renameArgument,
  replaceLiteral,
  replaceValue,
  remove: removeFromBrackets,
  splitLiteral,
  bodyOf,
  lineBreakIn,
  moveToEndOfLiteral,
  rewriteInLiteral,
  addToHead,
  styleOf,
  boundLoop,
  lastItems,
  comment: text => `// ${text.replace(/\s+/g, ' ')}`,
};
