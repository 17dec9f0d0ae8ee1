import type { Printer } from '../../../language';
import { insertInList, removeFromBrackets } from '../../../written-lines';
import { literalShape } from '../literal-shape';
import { noLiteral, printLiteral } from './literals';

export const insertItem: Printer['insertItem'] = (text, behind, value) => {
  const printed = printLiteral(value);
  if (printed === undefined) return noLiteral;
  const braces = text.slice(0, behind.start).trimEnd().endsWith('{') || /^\s*\}/.test(text.slice(behind.end));
  if (!braces) return insertInList(text, behind, () => printed);
  return [{ uri: behind.uri, start: behind.end, end: behind.end, newText: `, ${printed}` }];
};

export const remove: Printer['remove'] = removeFromBrackets;

/** Renames a named argument (`name: value`) or a setting (`Name = value`). */
export const renameArgument: Printer['renameArgument'] = (text, { at, name }, newName) => {
  const source = text.slice(at.start, at.end);
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(newName)) return { refused: `${newName} can't be a name in C#. Choose another name.` };
  if (!source.startsWith(name) || !/^\s*(?::(?!:)|=(?![=>]))/.test(source.slice(name.length)))
    return { refused: `The name ${name} is not written out here. Rename it where it is set.` };
  return [{ uri: at.uri, start: at.start, end: at.start + name.length, newText: newName }];
};

export const replaceLiteral: Printer['replaceLiteral'] = (text, value, newValue) => {
  const { uri, start, end } = value.at;
  const source = text.slice(start, end);
  const isLiteral =
    value.kind === 'text'
      ? literalShape(text, start, end)?.formatted === false
      : value.kind === 'scalar' && /^(?:true|false|null|[-+]?\s*[\d.][\w.]*)$/.test(source);
  if (!isLiteral) return { refused: 'The value is not written here as a literal. Change it where it is computed.' };
  const printed = printLiteral(newValue);
  return printed === undefined ? noLiteral : [{ uri, start, end, newText: printed }];
};

export const replaceValue: Printer['replaceValue'] = (text, part, make) => {
  const { uri, end } = part.at;
  const opening = /^(\w+)\s*(?::(?!:)|=(?![=>]))\s*/.exec(text.slice(part.at.start, end));
  const start = opening?.[1] === part.name ? part.at.start + opening[0].length : part.at.start;
  const literal = make(text.slice(start, end));
  if (typeof literal === 'object' && 'refused' in literal) return literal;
  const printed = printLiteral(literal);
  return printed === undefined ? noLiteral : [{ uri, start, end, newText: printed }];
};
