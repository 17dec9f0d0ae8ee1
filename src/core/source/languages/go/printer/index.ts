import type { Printer } from '../../../language';
import { removeFromBrackets } from '../../../written-lines';
import { addToHead, styleOf } from './add-to-head';
import { moveToEndOfLiteral, rewriteInLiteral, splitLiteral } from './in-literal';
import { insertArgument, insertEntry } from './insert-argument';
import { bodyOf, lineBreakIn } from './literal-source';
import { boundLoop, lastItems } from './loops';
import { insertItem, renameArgument, replaceLiteral, replaceValue } from './replace';

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
  boundLoop,
  lastItems,
  styleOf,
  comment: text => `// ${text.replace(/\s+/g, ' ')}`,
};
