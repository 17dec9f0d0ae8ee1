import type { Printer } from '../../language';
import { insertArgument } from './insert-argument';
import { bodyOf, lineBreakIn } from './literal-body';
import { moveToEndOfLiteral } from './move-in-literal';
import { renameArgument } from './rename-argument';
import { replaceLiteral } from './replace-literal';

export const printer: Printer = {
  insertArgument,
  renameArgument,
  replaceLiteral,
  bodyOf,
  lineBreakIn,
  moveToEndOfLiteral,
  comment: text => `// ${text.replace(/\s+/g, ' ')}`,
};
