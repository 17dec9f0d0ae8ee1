import type { Printer } from '../../../language';
import { removeFromBrackets } from '../../../written-lines';
import { addToHead } from './add-to-head';
import { insertArgument } from './insert-argument';
import { bodyOf, lineBreakIn, moveToEndOfLiteral, rewriteInLiteral, splitLiteral } from './literal-edits';
import { renameArgument, replaceLiteral, replaceValue } from './replace';
import { insertEntry, insertItem } from './structures';

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
  styleOf: text => ({ quote: '"', unit: /^(\t| {2,8})\S/m.exec(text)?.[1] ?? '    ', semicolons: true }),
  comment: text => `// ${text.replace(/\s+/g, ' ')}`,
};
