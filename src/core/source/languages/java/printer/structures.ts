import type { Edit, Refusal } from '../../../edit';
import type { Printer } from '../../../language';
import type { Literal } from '../../../literal';
import type { Span } from '../../../span';
import { insertInList } from '../../../written-lines';
import { methodName, printLiteral } from './literals';

/** `Map.of("k", v)`, which takes ten entries at most. */
const MOST_ENTRIES = 10;

export const insertEntry: Printer['insertEntry'] = (text, record, name, value) => {
  const { at } = record;
  const source = text.slice(at.start, at.end);
  if (record.kind === 'record' && /\.\s*build\s*\(\s*\)$/.test(source)) return insertIntoBuilder(text, record.at, name, value);
  const isTable = record.kind === 'record' && /^Map\s*\.\s*of\s*\(/.test(source) && source.endsWith(')');
  if (!isTable) return { refused: `This is not written as a map here: add ${name} where it is made.` };
  if (record.entries.some(entry => entry.key === name)) return { refused: `${name} is already set here: change it there.` };
  const printed = printLiteral(value);
  if (printed === undefined) return { refused: `Java has no literal for this. Add ${name} by hand.` };
  if (record.entries.length >= MOST_ENTRIES) return { refused: `Map.of takes ${MOST_ENTRIES} entries at most: add ${name} by hand.` };
  const last = record.entries.at(-1);
  const offset = last === undefined ? at.end - 1 : last.at.end;
  return [{ uri: at.uri, start: offset, end: offset, newText: `${last === undefined ? '' : ', '}${printLiteral(name)}, ${printed}` }];
};

/** `TextBlockParam.builder().text("…").build()`: one method more before it builds. */
function insertIntoBuilder(text: string, at: Span, parameter: string, value: Literal): readonly Edit[] | Refusal {
  const source = text.slice(at.start, at.end);
  const [build = ''] = /(?<!\s)\s*\.\s*build\s*\(\s*\)$/.exec(source) ?? [];
  const name = methodName(parameter);
  if (new RegExp(`\\.\\s*${name}\\s*\\(`).test(source)) return { refused: `${name} is already set here: change it there.` };
  const printed = printLiteral(value);
  if (printed === undefined) return { refused: `Java has no literal for this. Add ${name} with the SDK’s own builder.` };
  const [indentation = ''] = /^\s*/.exec(build) ?? [];
  const offset = at.end - build.length;
  return [{ uri: at.uri, start: offset, end: offset, newText: `${indentation}.${name}(${printed})` }];
}

export const insertItem: Printer['insertItem'] = (text, behind, value) => insertInList(text, behind, () => printLiteral(value));
