import type { Printer } from '../../../language';
import { insertInList, removeFromBrackets } from '../../../written-lines';
import { insertBehind } from './insert-argument';
import { printAt, syntaxOf } from './print-at';

export const insertEntry: Printer['insertEntry'] = (text, record, name, value) => {
  const { at } = record;
  if (record.kind !== 'record' || text[at.start] !== '{' || text[at.end - 1] !== '}')
    return { refused: `This is not written as a dictionary here. Add ${name} where it is made.` };
  if (record.entries.some(entry => entry.key === name)) return { refused: `${name} is already set here. Change it there.` };
  const last = record.entries.at(-1);
  const { key } = syntaxOf(text);
  const printed = printAt(text, last?.at.start ?? at.start, value, name.length + 4);
  if (printed === undefined) return { refused: 'Python has no literal for this number.' };
  const entry = `${key(name)}: ${printed}`;
  if (last === undefined) return [{ uri: at.uri, start: at.start + 1, end: at.start + 1, newText: entry }];
  return insertBehind(text, at, last.at, entry);
};

export const insertItem: Printer['insertItem'] = (text, behind, value) => insertInList(text, behind, at => printAt(text, at, value));

export const replaceValue: Printer['replaceValue'] = (text, part, make) => {
  const { uri, end } = part.at;
  const start = valueStart(text, part.at.start, end, part.name);
  const literal = make(text.slice(start, end));
  if (typeof literal === 'object' && 'refused' in literal) return literal;
  const newText = printAt(text, start, literal);
  return newText === undefined ? { refused: 'Python has no literal for this number.' } : [{ uri, start, end, newText }];
};

export const remove: Printer['remove'] = removeFromBrackets;

/** Behind `name=` or `"name":`; a positional argument is nothing but its value. */
function valueStart(text: string, start: number, end: number, name: string): number {
  const source = text.slice(start, end);
  const opening = /^(?:(\w+)\s*=(?!=)|[uU]?(["'])(\w+)\2\s*:)\s*/.exec(source);
  return opening !== null && (opening[1] ?? opening[3]) === name ? start + opening[0].length : start;
}
