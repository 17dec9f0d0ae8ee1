import type { Edit, Refusal } from '../../../edit';
import type { Literal } from '../../../literal';
import { contains } from '../../../span';
import type { Call, Value, ValueOf } from '../../../values';
import { lineEndOf } from '../../../written-lines';
import { inColumn } from './column';
import { fieldName, printAt } from './literal-source';

/** Adds a field to the struct of parameters that is written in the call. */
export function insertArgument(text: string, call: Call, name: string, value: Literal): readonly Edit[] | Refusal {
  const struct = call.args.map(argument => argument.value).find(each => isStruct(text, each) && contains(call.argsAt, each.at));
  if (struct === undefined) return { refused: `The parameters are not written in this call: set ${fieldName(name)} where they are made.` };
  return insertEntry(text, struct, name, value);
}

/** Adds a field to a struct's literal, or a key to a map's. */
export function insertEntry(text: string, record: Value, name: string, value: Literal): readonly Edit[] | Refusal {
  const brackets = bracketsOf(text, record);
  if (brackets === undefined) return { refused: `This is not written as a literal here: add ${name} where it is made.` };
  const isMap = !isStruct(text, record) && !hasFields(text, record);
  const key = isMap ? `"${name}"` : fieldName(name);
  const parts = record.kind === 'call' ? record.args : record.kind === 'record' ? record.entries : [];
  const names =
    record.kind === 'call'
      ? record.args.map(argument => argument.name)
      : record.kind === 'record'
        ? record.entries.map(entry => entry.key)
        : [];
  if (names.includes(key) || names.includes(name)) return { refused: `${key} is already set here: change it there.` };
  if (record.kind === 'call' && names.some(each => each === undefined))
    return { refused: 'The fields are written here without their names: add it by hand.' };
  const printed = printAt(text, brackets.start, value);
  if (printed === undefined) return { refused: 'Go has no literal for this without a type. Add it by hand.' };
  const entry = `${key}: ${printed}`;
  const { uri } = record.at;
  const insert = (at: number, newText: string): readonly Edit[] => [{ uri, start: at, end: at, newText }];
  const last = parts[parts.length - 1];
  if (last === undefined) return insert(brackets.start + 1, entry);
  const comma = /^(?:[ \t]*)(,?)/.exec(text.slice(last.at.end)) ?? ['', ''];
  const trailing = comma[1] === ',';
  const after = trailing ? last.at.end + comma[0].length : last.at.end;
  const first = parts[0] ?? last;
  if (!text.slice(brackets.start, first.at.start).includes('\n')) return insert(after, trailing ? ` ${entry},` : `, ${entry}`);
  const line = after + (/^[ \t]*(?:\/\/[^\n]*?(?=\r?\n|$))?/.exec(text.slice(after, brackets.end))?.[0] ?? '').trimEnd().length;
  const { space, edits } = printed.includes('\n') ? { space: ' ', edits: [] } : inColumn(text, parts, key);
  const newText = `${lineEndOf(text)}${indentOf(text, last.at.start)}${key}:${space}${printed}`;
  // The compiler wants a comma behind the last line.
  return [...edits, ...(trailing ? insert(line, `${newText},`) : insert(last.at.end, `,${newText}`))];
}

/** `{Text: rules}` in a list of structs, whose type is written once for all of them. */
function hasFields(text: string, record: Value): boolean {
  if (record.kind !== 'record') return false;
  if (text[record.at.start] === '{' && record.entries.length === 0) return true;
  return record.entries.some(({ at }) => /^[\p{L}_]\w*\s*:/u.test(text.slice(at.start, at.end)));
}

function isStruct(text: string, value: Value): value is ValueOf<'call'> {
  return value.kind === 'call' && text[value.argsAt.start] === '{';
}

function bracketsOf(text: string, value: Value): { readonly start: number; readonly end: number } | undefined {
  if (isStruct(text, value)) return value.argsAt;
  if (value.kind !== 'record' || text[value.at.end - 1] !== '}') return undefined;
  const opening = /^[^{]*\{/.exec(text.slice(value.at.start, value.at.end))?.[0];
  return opening === undefined ? undefined : { start: value.at.start + opening.length - 1, end: value.at.end };
}

/** The indentation of the line that an offset stands in. */
function indentOf(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[^\S\n]*/.exec(text.slice(line, offset))?.[0] ?? '';
}
