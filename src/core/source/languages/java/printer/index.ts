import type { Printer } from '../../../language';
import { addToHead } from './add-to-head';
import { boundLoop, lastItems } from './bound-loop';
import { insertArgument } from './insert-argument';
import { bodyOf, lineBreakIn, moveToEndOfLiteral, rewriteInLiteral, splitLiteral } from './literal-edits';
import { remove } from './remove';
import { renameArgument, replaceLiteral, replaceValue } from './replace';
import { insertEntry, insertItem } from './structures';
import { styleOf } from './style';

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
  comment: text => `// ${text.replace(/\s+/g, ' ')}`,
};
