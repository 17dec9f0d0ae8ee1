import type { Range } from '../compression/protected-text';
import { asksForJson } from './asks-for-json';
import { shapeOfWords } from './placeholder';
import type { Field, ObjectShape, Shape } from './shape';

/** The fields that a prompt lists in words, and where: from the sentence that asks for them on. */
export interface FieldList extends Range {
  readonly shape: ObjectShape;
  /** The list has lines of its own, behind the line that asks. */
  readonly lines: boolean;
}

const NAME = '[`"\'*]{0,3}([A-Za-z_][\\w]*)[`"\'*]{0,3}';
/** `- name (string): the full name`, `* "age": a number`. */
const ITEM = new RegExp(
  `^[ \\t]*(?:[-*•]|\\d{1,2}[.)])[ \\t]+${NAME}(?:[ \\t]*\\(([^)\\n]*)\\))?[ \\t]*(?:[:–—-][ \\t]*(?![ \\t])([^\\n]*))?$`,
);
const INLINE =
  /\b(?:keys?|fields?|properties|attributes)\b(?:\s+(?:named|called|are|of))?\s*(?::\s*)?((?:[`"'][A-Za-z_]\w*[`"'](?:\s*\([^)\n]*\))?|[a-z_][A-Za-z0-9_]*)(?:\s*(?:,\s*and|,|and|&)\s*(?:[`"'][A-Za-z_]\w*[`"'](?:\s*\([^)\n]*\))?|[a-z_][A-Za-z0-9_]*))*)/i;

/** A list below the line that asks for JSON, or the names behind "with the keys". */
export function findFieldList(text: string): FieldList | undefined {
  const asked = asksForJson(text);
  return asked === undefined ? undefined : (listedBelow(text, asked.from) ?? namedInLine(text, asked.from));
}

function listedBelow(text: string, asked: number): FieldList | undefined {
  const lineEnd = text.indexOf('\n', asked);
  if (lineEnd < 0 || !/:\s*$/.test(text.slice(asked, lineEnd))) return undefined;
  const fields: Field[] = [];
  let at = lineEnd + 1;
  let to = at;
  while (at < text.length) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, end);
    const field = fieldIn(line);
    if (field === undefined && (line.trim() !== '' || fields.length > 0)) break;
    if (field !== undefined) {
      fields.push(field);
      to = end;
    }
    at = end + 1;
  }
  return fields.length === 0 ? undefined : { from: asked, to, shape: { kind: 'object', fields }, lines: true };
}

function fieldIn(line: string): Field | undefined {
  const item = ITEM.exec(line);
  if (item === null) return undefined;
  const [, name = '', type = '', words = ''] = item;
  const described = words.trim();
  const told = type === '' ? typeIn(described) : shapeOfWords(type.split(',')[0] ?? type);
  const shape: Shape =
    type !== '' && told?.kind === 'text' && !/^(?:string|str|text)\b/i.test(type) ? (typeIn(described) ?? OPEN) : (told ?? OPEN);
  const nullable = /\bnull\b|\boptional\b/i.test(line) ? true : ('ask' as const);
  // Choices and null are in the schema.
  const description = shape.kind === 'enum' ? '' : described.replace(/,? or null\b\.?$/i, '');
  return { name, shape, nullable, ...(description === '' ? {} : { description }) };
}

const OPEN: Shape = { kind: 'open', why: 'the prompt names it' };

/** `a number from 1 to 5`, `one of "low", "high"`, `true if …`. Undefined: the words don't say. */
function typeIn(words: string): Shape | undefined {
  const choices = [...words.matchAll(/"([^"\n]+)"|`([^`\n]+)`|'([^'\n]+)'/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
  if (choices.length > 1 && /^(?:one of|either|must be|["`'])/i.test(words)) return { kind: 'enum', values: [...new Set(choices)] };
  if (/^(?:an? )?(?:whole number|integer|int)\b/i.test(words)) return { kind: 'integer' };
  if (/^(?:an? )?(?:number|float|decimal)\b/i.test(words)) return { kind: 'number' };
  if (/^(?:an? )?(?:boolean|bool)\b|^true\b|^whether\b/i.test(words)) return { kind: 'boolean' };
  if (/^(?:an? )?(?:string|text|sentence|short text)\b/i.test(words)) return { kind: 'text' };
  return /^(?:an? )?(?:list|array) of (?:strings|texts)\b/i.test(words) ? { kind: 'list', item: { kind: 'text' } } : undefined;
}

function namedInLine(text: string, asked: number): FieldList | undefined {
  const lineEnd = text.indexOf('\n', asked) < 0 ? text.length : text.indexOf('\n', asked);
  const found = INLINE.exec(text.slice(asked, lineEnd));
  if (found?.[1] === undefined) return undefined;
  const fields = [...found[1].matchAll(/(?<!\w)[`"']?([A-Za-z_]\w*)[`"']?(?:\s*\(([^)\n]*)\))?(?:\s*(?:,\s*and|,|and|&)\s*|$)/g)].flatMap(
    ([, name = '', type]): readonly Field[] => {
      if (name === 'and') return [];
      const told = type === undefined ? undefined : shapeOfWords(type);
      const isType = told !== undefined && (told.kind !== 'text' || /^(?:string|str|text)\b/i.test(type ?? ''));
      return [{ name, shape: isType ? told : OPEN, nullable: 'ask' }];
    },
  );
  const unique = new Set(fields.map(({ name }) => name));
  if (fields.length === 0 || unique.size < fields.length) return undefined;
  return { from: asked, to: asked + found.index + found[0].length, shape: { kind: 'object', fields }, lines: false };
}
