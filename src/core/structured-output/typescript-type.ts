import type { Field, SchemaRefusal, Shape } from './shape';
import { isSchemaRefusal } from './shape';

const DEEPEST = 10;

/** The shape that a type of this file declares: an `interface`, or an object type with a name. Undefined: it isn't declared here. */
export function typescriptShape(name: string, text: string): Shape | SchemaRefusal | undefined {
  return declared(name, text, []);
}

function declared(name: string, text: string, within: readonly string[]): Shape | SchemaRefusal | undefined {
  if (within.includes(name)) return { because: `\`${name}\` holds itself, which is left to you.` };
  if (within.length > DEEPEST || !/^[A-Za-z_$][\w$]*$/.test(name)) return undefined;
  const found = new RegExp(`(?:^|[\\s;])(?:interface\\s+${name}(?:(\\s+extends\\b[^{]*)|\\s*)(?=\\{)|type\\s+${name}\\s*=\\s*)`).exec(text);
  if (found === null) return undefined;
  if (found[1] !== undefined) return { because: `\`${name}\` extends another type, which is left to you.` };
  const parser = new TypeParser(name, text, found.index + found[0].length, [...within, name]);
  return parser.type();
}

class TypeParser {
  #at: number;
  readonly #name: string;
  readonly #text: string;
  readonly #within: readonly string[];

  constructor(name: string, text: string, at: number, within: readonly string[]) {
    this.#name = name;
    this.#text = text;
    this.#at = at;
    this.#within = within;
  }

  type(): Shape | SchemaRefusal {
    const { shape, nullable } = this.#union();
    return nullable ? { because: `\`${this.#name}\` may be null as a whole.` } : shape;
  }

  #union(): { readonly shape: Shape | SchemaRefusal; readonly nullable: boolean } {
    this.#take('|');
    const values: string[] = [];
    const shapes: (Shape | SchemaRefusal)[] = [];
    let nullable = false;
    do {
      const word = this.#match(/(?:null|undefined)\b/y);
      const literal = word === undefined ? this.#match(/'[^'\n]*'|"[^"\n]*"/y) : undefined;
      if (word !== undefined) nullable = true;
      else if (literal !== undefined) values.push(literal.slice(1, -1));
      else shapes.push(this.#postfix());
    } while (this.#take('|'));
    const [only, ...others] = shapes;
    if (values.length > 0 && only === undefined) return { shape: { kind: 'enum', values }, nullable };
    const isOne = only !== undefined && others.length === 0 && values.length === 0;
    return { shape: isOne ? only : this.#left('a union of different types'), nullable };
  }

  #postfix(): Shape | SchemaRefusal {
    let shape = this.#primary();
    while (this.#match(/\[\s*\]/y) !== undefined) shape = isSchemaRefusal(shape) ? shape : { kind: 'list', item: shape };
    return shape;
  }

  #primary(): Shape | SchemaRefusal {
    if (this.#take('{')) return this.#object();
    if (this.#take('(')) {
      const { shape, nullable } = this.#union();
      this.#take(')');
      return nullable ? this.#left('a list of what may be null') : shape;
    }
    const name = this.#match(/readonly\b/y) === undefined ? this.#match(/[A-Za-z_$][\w$.]*/y) : this.#match(/[A-Za-z_$][\w$.]*/y);
    switch (name) {
      case 'string':
        return { kind: 'text' };
      case 'number':
        return { kind: 'number' };
      case 'boolean':
        return { kind: 'boolean' };
      case 'Array':
      case 'ReadonlyArray':
        return this.#generic();
      case undefined:
        return this.#left('a type that is not read');
      default:
        if (this.#text[this.#at] === '<') return this.#left(`\`${name}<…>\``);
        return declared(name, this.#text, this.#within) ?? this.#left(`\`${name}\`, which is not declared in this file`);
    }
  }

  #generic(): Shape | SchemaRefusal {
    if (!this.#take('<')) return this.#left('`Array` without its items');
    const { shape, nullable } = this.#union();
    this.#take('>');
    if (nullable) return this.#left('a list of what may be null');
    return isSchemaRefusal(shape) ? shape : { kind: 'list', item: shape };
  }

  #object(): Shape | SchemaRefusal {
    const fields: Field[] = [];
    let refusal: SchemaRefusal | undefined;
    for (;;) {
      const comment = this.#skip();
      if (this.#take('}')) break;
      this.#match(/readonly\s+/y);
      const key = this.#match(/[A-Za-z_$][\w$]*|'[^'\n]*'|"[^"\n]*"/y);
      const optional = this.#take('?');
      if (key === undefined || !this.#take(':')) return this.#left('something other than named fields');
      const name = key.replace(/^['"]|['"]$/g, '');
      const { shape, nullable } = this.#union();
      this.#match(/[;,]/y);
      if (isSchemaRefusal(shape)) refusal ??= shape;
      else if (optional)
        refusal ??= {
          because: `\`${name}?\` may be left out, which no strict schema allows. Declare it as \`${name}: … | null\`, then ask again.`,
        };
      else fields.push({ name, shape, nullable, ...(comment === '' ? {} : { description: comment }) });
    }
    return refusal ?? { kind: 'object', fields };
  }

  #left(what: string): SchemaRefusal {
    return { because: `The type \`${this.#name}\` has ${what}. Write its schema by hand.` };
  }

  #take(sign: string): boolean {
    this.#skip();
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    this.#skip();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  /** Past blanks and comments; what a comment above a field says. */
  #skip(): string {
    const blank = /\s+|\/\/[^\n]*|\/\*(?:(?!\*\/)[\s\S])*\*\//y;
    let said = '';
    for (;;) {
      blank.lastIndex = this.#at;
      const found = blank.exec(this.#text)?.[0];
      if (found === undefined || found === '') return said;
      if (found.startsWith('/**'))
        said = found
          .replace(/^\/\*\*+|(?<!\*)\*+\/$/g, '')
          .replace(/(?<=\n)[^\S\n]*\*/g, ' ')
          .replace(/\s+/g, ' ')
          .trim();
      this.#at += found.length;
    }
  }
}
