import type { Printer } from '../../language';
import { insertArgument } from './printer/insert-argument';
import { bodyOf, lineBreakIn, moveToEndOfLiteral } from './printer/move-in-literal';
import { renameArgument } from './printer/rename-argument';
import { replaceLiteral } from './printer/replace-literal';

export const printer: Printer = {
  insertArgument,
  renameArgument,
  replaceLiteral,
  bodyOf,
  lineBreakIn,
  moveToEndOfLiteral,
  comment: text => `# ${text.replace(/\s*[\r\n]+\s*/g, ' ')}`,
};
