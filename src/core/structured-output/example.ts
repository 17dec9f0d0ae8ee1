import type { Range } from '../compression/protected-text';
import { descriptionOf, shapeOfWords } from './placeholder';
import type { Field, SchemaRefusal, Shape } from './shape';

/** A JSON example as people write it for models: with comments, bare words for types, trailing commas. */
export interface Example extends Range {
  readonly shape: Shape | SchemaRefusal;
}

const LONGEST = 20_000;
const DEEPEST = 12;

/** Reads the object or list that begins at `from`; undefined where it isn't one. Total. */
export function readExample(text: string, from: number): Example | undefined {
  const reader = new Reader(text, from, Math.min(text.length, from + LONGEST));
  const shape = reader.value(0);
  return shape === undefined || !reader.sawField ? undefined : { from, to: reader.at, shape: reader.refusal ?? shape };
}

class Reader {
  at: number;
  sawField = false;
  refusal: SchemaRefusal | undefined;
  readonly #text: string;
  readonly #end: number;
  /** Of the comment that was skipped last. */
  #comment = '';

  constructor(text: string, from: number, end: number) {
    this.#text = text;
    this.at = from;
    this.#end = end;
  }

  value(depth: number): Shape | undefined {
    if (depth > DEEPEST) return undefined;
    this.#skip();
    const sign = this.#text[this.at];
    if (sign === '{') return this.#object(depth);
    if (sign === '[') return this.#list(depth);
    return this.#scalar();
  }

  #object(depth: number): Shape | undefined {
    this.at++;
    const fields: Field[] = [];
    for (;;) {
      this.#skip();
      const sign = this.#text[this.at];
      if (sign === undefined || this.at >= this.#end) return undefined;
      if (sign === '}') break;
      const rest = /^(?:\.\.\.|…),?/.exec(this.#text.slice(this.at, this.at + 4))?.[0];
      if (rest !== undefined) {
        this.#refuse('The example leaves fields out (“...”). Write all of them out first.');
        this.at += rest.length;
        continue;
      }
      const field = this.#field(depth);
      if (field === undefined) return undefined;
      fields.push(field);
    }
    this.at++;
    if (new Set(fields.map(({ name }) => name)).size < fields.length) this.#refuse('The example has a field twice.');
    return { kind: 'object', fields };
  }

  #field(depth: number): Field | undefined {
    const key = /^(?:"([^"\n\\]*)"|'([^'\n\\]*)'|([A-Za-z_$][\w$]*))(\??)\s*:/.exec(this.#text.slice(this.at, this.at + 200));
    if (key === null) return undefined;
    const name = key[1] ?? key[2] ?? key[3] ?? '';
    this.sawField = true;
    if (!/^[A-Za-z_][\w-]*$/.test(name))
      this.#refuse(`“${name}” looks like data and not like a field’s name. A strict schema names every field; open tables don’t fit it.`);
    this.at += key[0].length;
    const from = this.at;
    this.#comment = '';
    const shape = this.value(depth + 1);
    if (shape === undefined) return undefined;
    const written = this.#text.slice(from, this.at);
    const inner = shape.kind === 'object' || shape.kind === 'list' ? '' : written;
    this.#comment = '';
    this.#skip();
    if (this.#text[this.at] === ',') this.at++;
    this.#skipLine();
    const comment = this.#comment;
    const description = comment || descriptionOf(inner);
    const nullable = /\bnull\b|\boptional\b/i.test(`${inner} ${comment}`) || key[4] === '?' ? true : ('ask' as const);
    return { name, shape: commented(shape, comment), nullable, ...(description === '' ? {} : { description }) };
  }

  #list(depth: number): Shape | undefined {
    this.at++;
    const items: Shape[] = [];
    for (;;) {
      this.#skip();
      const sign = this.#text[this.at];
      if (sign === undefined || this.at >= this.#end) return undefined;
      if (sign === ']') break;
      const rest = /^(?:\.\.\.|…)/.exec(this.#text.slice(this.at, this.at + 3))?.[0];
      if (rest !== undefined) {
        this.at += rest.length;
        this.#skipComma();
        continue;
      }
      const item = this.value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
      this.#skipComma();
    }
    this.at++;
    const [first, ...others] = items;
    if (first === undefined) return { kind: 'list', item: { kind: 'open', why: 'the list is empty' } };
    if (others.some(other => !isAlike(first, other)))
      this.#refuse('The items of a list in the example differ from each other. Say with a type what they may be.');
    return { kind: 'list', item: first };
  }

  #scalar(): Shape | undefined {
    const rest = this.#text.slice(this.at, Math.min(this.#end, this.at + 500));
    // `"a" | "b"`, `<string>`, `string or null`, `0.95`, `"text" // what it is`
    const written =
      /^(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^>\n]*>|[^\s,{}[\]"'/#<]+)(?:[ \t]*(?:\||\bor\b|\/(?!\/))[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[\w.-]+))*(?:[ \t]+[\w-]+){0,6}/.exec(
        rest,
      )?.[0];
    if (written === undefined) return undefined;
    this.at += written.length;
    return shapeOfWords(written);
  }

  #skipComma(): void {
    this.#skip();
    if (this.#text[this.at] === ',') this.at++;
  }

  #skip(): void {
    const blank = /(?:\s+|\/\/([^\n]*)|\/\*((?:(?!\*\/)[\s\S])*)\*\/|#([^\n]*))/y;
    for (;;) {
      blank.lastIndex = this.at;
      const found = blank.exec(this.#text);
      if (found === null) return;
      this.#comment = (found[1] ?? found[2] ?? found[3] ?? '').trim() || this.#comment;
      this.at = blank.lastIndex;
    }
  }

  /** A comment behind the comma belongs to the field before it. */
  #skipLine(): void {
    const comment = /[ \t]*(?:\/\/|#)([^\n]*)/y;
    comment.lastIndex = this.at;
    const found = comment.exec(this.#text);
    if (found === null) return;
    this.#comment = (found[1] ?? '').trim();
    this.at = comment.lastIndex;
  }

  #refuse(because: string): void {
    this.refusal ??= { because };
  }
}

/** `"status": "open"  // one of: open, closed` */
function commented(shape: Shape, comment: string): Shape {
  if (shape.kind !== 'text' || comment === '') return shape;
  const told = shapeOfWords(comment.replace(/^(?:one of|either)\s*:?\s*/i, ''));
  return told.kind === 'enum' ? told : shape;
}

function isAlike(a: Shape, b: Shape): boolean {
  if (a.kind === 'object' && b.kind === 'object') {
    const names = (shape: typeof a) => shape.fields.map(({ name }) => name).join('\n');
    return names(a) === names(b) && a.fields.every((field, index) => isAlike(field.shape, b.fields[index]?.shape ?? field.shape));
  }
  if (a.kind === 'list' && b.kind === 'list') return isAlike(a.item, b.item);
  return a.kind === b.kind;
}
