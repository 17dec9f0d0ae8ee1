import type { Printer } from '../../../language';
import { escapeText, isName } from './literals';

/** Renames a keyword (`name=value`) or a dictionary's key (`"name": value`). */
export const renameArgument: Printer['renameArgument'] = (text, argument, newName) => {
  const { uri, start, end } = argument.at;
  const source = text.slice(start, end);
  const { name } = argument;
  if (source.startsWith(name) && /^\s*=(?!=)/.test(source.slice(name.length))) {
    if (!isName(newName)) return { refused: `${newName} can't be a keyword argument's name. Choose another name.` };
    return [{ uri, start, end: start + name.length, newText: newName }];
  }
  const opening = /^[uU]?(["'])/.exec(source);
  const quote = opening?.[1];
  if (opening !== null && quote !== undefined) {
    const from = opening[0].length;
    const isKey = source.startsWith(name + quote, from) && /^\s*:/.test(source.slice(from + name.length + 1));
    if (isKey) return [{ uri, start: start + from, end: start + from + name.length, newText: escapeText(newName, quote) }];
  }
  return { refused: `The name ${name} is not written out here. Rename it where it is computed.` };
};
