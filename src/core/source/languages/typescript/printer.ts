import type { Printer } from '../../language';

export const printer: Printer = {
  insertArgument: () => ({ refused: '' }),
  renameArgument: () => ({ refused: '' }),
  replaceLiteral: () => ({ refused: '' }),
  moveToEndOfLiteral: () => ({ refused: '' }),
  comment: text => `// ${text}`,
};
