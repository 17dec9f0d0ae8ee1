import type { Printer } from '../../../language';
import { isLiteral } from './literal-edits';
import { methodName, printLiteral } from './literals';

/** Gives a builder's method another name, or an annotation's element. */
export const renameArgument: Printer['renameArgument'] = (text, argument, newName) => {
  const { uri, start } = argument.at;
  const name = methodName(argument.name);
  const wanted = methodName(newName);
  if (!text.startsWith(name, start) || !/^\s*[(=]/.test(text.slice(start + name.length, start + name.length + 40)))
    return { refused: `${name} is not written as a builder’s method here: rename it to ${wanted} by hand.` };
  return [{ uri, start, end: start + name.length, newText: wanted }];
};

/** A constant of an SDK (`ChatModel.GPT_4O`) stands for a text, and every builder that takes it takes a text. */
const CONSTANT = /^(?:[\w.]+\.)?\p{Lu}[\w$]*\.[\p{Lu}\d_]+$/u;

export const replaceLiteral: Printer['replaceLiteral'] = (text, value, newValue) => {
  const { uri, start, end } = value.at;
  const source = text.slice(start, end);
  const number = /^-?[\d_.]+([lLfFdD]?)$/.exec(source);
  const isPlain = isLiteral(text, value) || number !== null || /^(?:true|false|null)$/.test(source);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const isConstant = CONSTANT.test(source) && !/^\s*import\b/.test(line);
  if (!isPlain && !(typeof newValue === 'string' && isConstant))
    return { refused: 'This value is not written as a plain literal here: change it where it is set.' };
  const suffix = typeof newValue === 'number' ? (number?.[1] ?? '') : '';
  return [{ uri, start, end, newText: (printLiteral(newValue) ?? '') + suffix }];
};

export const replaceValue: Printer['replaceValue'] = (text, part, make) => {
  const { uri, start, end } = part.at;
  const source = text.slice(start, end);
  const opening = new RegExp(`^${methodName(part.name)}\\s*(\\(|=(?!=))\\s*`).exec(source);
  const from = part.name !== '' && opening !== null ? start + opening[0].length : start;
  const to = opening?.[1] === '(' ? end - 1 : end;
  const literal = make(text.slice(from, to));
  if (typeof literal === 'object' && 'refused' in literal) return literal;
  const newText = printLiteral(literal);
  return newText === undefined
    ? { refused: 'Java has no literal for this. Write it with the SDK’s own builder.' }
    : [{ uri, start: from, end: to, newText }];
};
