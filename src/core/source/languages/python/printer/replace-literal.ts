import type { Printer } from '../../../language';
import { literalShape } from '../literal-shape';
import { readNumber } from '../numbers';
import { printLiteral, quoteMark } from './literals';

export const replaceLiteral: Printer['replaceLiteral'] = (text, value, newValue) => {
  const { uri, start, end } = value.at;
  const source = text.slice(start, end);
  const shape = literalShape(text, start, end);
  const isLiteral = value.kind === 'text' ? shape !== undefined : value.kind === 'scalar' && isScalarLiteral(source);
  if (!isLiteral) return { refused: 'The value is not written here as a literal. Change it where it is computed.' };
  const newText = printLiteral(newValue, quoteMark(shape));
  if (newText === undefined) return { refused: 'Python has no literal for this number.' };
  return [{ uri, start, end, newText }];
};

function isScalarLiteral(source: string): boolean {
  return /^(True|False|None)$/.test(source) || readNumber(source.replace(/^[-+]\s*/, '')) !== undefined;
}
