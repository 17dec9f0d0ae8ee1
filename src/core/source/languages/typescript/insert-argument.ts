import type { Edit, Refusal } from '../../edit';
import type { Literal } from '../../literal';
import { contains } from '../../span';
import type { Call, Value, ValueOf } from '../../values';
import { lineEndOf } from '../../written-lines';
import { printKey } from './literal-source';
import { printAt } from './print-at';

/** Adds `name: value` to the call's options object, in the style of the entries that are there. */
export function insertArgument(text: string, call: Call, name: string, value: Literal): readonly Edit[] | Refusal {
  const options = optionsOf(call);
  const entry = entryText(text, options, call.argsAt.start, name, value);
  const { start, end, uri } = call.argsAt;
  if (start !== end && text[start] !== '(') return { refused: `This call has no argument list: set ${name} where its options are.` };
  if (call.args.length === 0) {
    const at = start === end ? start : start + 1;
    return [{ uri, start: at, end: at, newText: start === end ? `({ ${entry} })` : `{ ${entry} }` }];
  }
  if (options === undefined) return { refused: `The options are not written in this call: add ${entry} where they are built.` };
  if (options.entries.some(each => each.key === name)) return { refused: `This call already sets ${name}: change it there.` };
  return insertInto(text, options, entry);
}

/** The first argument that can be an options object, if it is a literal one: texts, lists and callbacks before it are none. */
function optionsOf(call: Call): ValueOf<'record'> | undefined {
  const first = call.args.map(arg => arg.value).find(value => !isOther(value));
  return first?.kind === 'record' && contains(call.argsAt, first.at) ? first : undefined;
}

function isOther({ kind }: Value): boolean {
  return kind === 'text' || kind === 'template' || kind === 'list' || kind === 'scalar' || kind === 'function';
}

/** Adds `name: value` to an object literal. */
export function insertEntry(text: string, record: Value, name: string, value: Literal): readonly Edit[] | Refusal {
  const { at } = record;
  if (record.kind !== 'record' || text[at.start] !== '{' || text[at.end - 1] !== '}')
    return { refused: `This is not written as an object here: add ${name} where it is made.` };
  if (record.entries.some(entry => entry.key === name)) return { refused: `${name} is already set here: change it there.` };
  return insertInto(text, record, entryText(text, record, at.start, name, value));
}

function entryText(text: string, record: ValueOf<'record'> | undefined, start: number, name: string, value: Literal): string {
  const key = printKey(name, text);
  return `${key}: ${printAt(text, record?.entries.at(-1)?.at.start ?? start, value, key.length + 2)}`;
}

function insertInto(text: string, record: ValueOf<'record'>, entry: string): readonly Edit[] {
  const { uri } = record.at;
  const last = record.entries.at(-1);
  const insert = (at: number, newText: string): Edit => ({ uri, start: at, end: at, newText });
  if (last === undefined) {
    const body = text.slice(record.at.start + 1, record.at.end - 1);
    if (body.trim() !== '') return [insert(record.at.start + 1, ` ${entry},`)];
    return [{ uri, start: record.at.start + 1, end: record.at.end - 1, newText: ` ${entry} ` }];
  }
  const comma = skipBlank(text, last.at.end);
  const trailing = text[comma] === ',';
  const after = trailing ? comma + 1 : last.at.end;
  const first = record.entries[0] ?? last;
  const manyLines = text.slice(record.at.start, first.at.start).includes('\n');
  if (!manyLines) return [insert(after, trailing ? ` ${entry},` : `, ${entry}`)];
  // A comment at the end of the line belongs to the entry before.
  const line =
    after +
    (/^(?:[^\S\n]|\/\*(?:(?!\*\/)[^\n])*\*\/)*(?:\/\/[^\n]*?(?=\r?\n|$))?/.exec(text.slice(after, record.at.end))?.[0] ?? '').trimEnd()
      .length;
  const newText = lineEndOf(text) + indentOf(text, last.at.start) + entry + (trailing ? ',' : '');
  return trailing || line === after ? [insert(line, trailing ? newText : `,${newText}`)] : [insert(after, ','), insert(line, newText)];
}

/** The offset of the next character that is neither white space nor comment. */
function skipBlank(text: string, from: number): number {
  const blank = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/y;
  blank.lastIndex = from;
  return from + (blank.exec(text)?.[0].length ?? 0);
}

/** The indentation of the line that an offset stands in. */
function indentOf(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[^\S\n]*/.exec(text.slice(line, offset))?.[0] ?? '';
}
