import type { Span, Uri } from './span';
import { type MappedText, textBuilder } from './text-map';
import type { Entry, Hole, Value, ValueOf } from './values';

/** Deeper nesting than settings have. */
const DEEPEST = 30;

interface Named {
  readonly key: string;
  readonly at: Span;
}

/** A table while it is read; its entries stand in the order in which they were written. */
class Table {
  readonly entries = new Map<string, { readonly keyAt: Span; value: Value | Table | Table[] }>();
  constructor(readonly at: Span) {}

  /** The table under a key, made if there is none; of several (`[[models]]`) the last. Undefined where something else stands there. */
  under({ key, at }: Named): Table | undefined {
    const found = this.entries.get(key)?.value;
    if (found instanceof Table) return found;
    if (Array.isArray(found)) return found[found.length - 1];
    if (found !== undefined) return undefined;
    const made = new Table(at);
    this.entries.set(key, { keyAt: at, value: made });
    return made;
  }

  /** One more table of several. */
  append({ key, at }: Named): Table | undefined {
    const made = new Table(at);
    const found = this.entries.get(key)?.value;
    if (found === undefined) this.entries.set(key, { keyAt: at, value: [made] });
    else if (Array.isArray(found)) found.push(made);
    else return undefined;
    return made;
  }

  toValue(): ValueOf<'record'> {
    const entries = [...this.entries].map(([key, { keyAt, value }]): Entry => ({ key, keyAt, value: asValue(value), at: keyAt }));
    return { kind: 'record', at: this.at, entries };
  }
}

function asValue(held: Value | Table | Table[]): Value {
  if (held instanceof Table) return held.toValue();
  if (!Array.isArray(held)) return held;
  const items = held.map(table => table.toValue());
  return { kind: 'list', at: items[0]?.at ?? { uri: '', start: 0, end: 0 }, items };
}

/** What a TOML file says, every string with its source. Undefined when it can't be parsed. */
export function tomlValue(uri: Uri, text: string): Value | undefined {
  return new Reader(uri, text).file();
}

class Reader {
  private offset = 0;

  constructor(
    private readonly uri: Uri,
    private readonly text: string,
  ) {}

  file(): Value | undefined {
    const root = new Table(this.span(0, this.text.length));
    let table = root;
    this.take(/\uFEFF/y);
    for (this.skip(); this.offset < this.text.length; this.skip()) {
      const found = this.at('[') ? this.header(root) : this.pair(table) ? table : undefined;
      if (found === undefined || this.take(/[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y) === undefined) return undefined;
      table = found;
    }
    return root.toValue();
  }

  /** `[a.b]`, `[[a.b]]` */
  private header(root: Table): Table | undefined {
    const isOfSeveral = this.take(/\[\[/y) !== undefined;
    if (!isOfSeveral) this.take(/\[/y);
    const path = this.path();
    const last = path?.[path.length - 1];
    if (path === undefined || last === undefined || this.take(isOfSeveral ? /\]\]/y : /\]/y) === undefined) return undefined;
    const holder = path.slice(0, -1).reduce<Table | undefined>((table, key) => table?.under(key), root);
    return isOfSeveral ? holder?.append(last) : holder?.under(last);
  }

  /** `a.b = value` */
  private pair(table: Table, depth = 0): boolean {
    const path = this.path();
    const last = path?.[path.length - 1];
    if (path === undefined || last === undefined || this.take(/=[ \t]*/y) === undefined) return false;
    const value = this.value(depth);
    const holder = path.slice(0, -1).reduce<Table | undefined>((inner, key) => inner?.under(key), table);
    if (value === undefined || holder === undefined || holder.entries.has(last.key)) return false;
    holder.entries.set(last.key, { keyAt: last.at, value });
    return true;
  }

  private path(): readonly Named[] | undefined {
    const path: Named[] = [];
    do {
      this.take(/[ \t]+/y);
      const start = this.offset;
      const bare = this.take(/[\w-]+/y);
      const key = bare ?? (this.at('"') ? this.basic('"') : this.at("'") ? this.literal("'") : undefined)?.text;
      if (key === undefined) return undefined;
      path.push({ key, at: this.span(start, this.offset) });
      this.take(/[ \t]+/y);
    } while (this.take(/\./y) !== undefined);
    return path.length > DEEPEST ? undefined : path;
  }

  private value(depth: number): Value | Table | undefined {
    if (depth > DEEPEST) return undefined;
    const start = this.offset;
    const text = this.string();
    if (text !== undefined) return { kind: 'text', at: this.span(start, this.offset), text };
    if (this.take(/\[/y) !== undefined) return this.list(start, depth);
    if (this.take(/\{/y) !== undefined) return this.inlineTable(start, depth);
    const word = this.take(/[\w+.:-]+(?: \d\d:[\d:.]+)?/y);
    const at = this.span(start, this.offset);
    if (word === 'true' || word === 'false') return { kind: 'scalar', at, value: word === 'true' };
    if (word === undefined) return undefined;
    const number = /^[+-]?(?:\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)$/.test(word) ? Number(word.replaceAll('_', '')) : Number.NaN;
    return Number.isFinite(number) ? { kind: 'scalar', at, value: number } : otherwise(word, at);
  }

  private list(start: number, depth: number): Value | undefined {
    const items: Value[] = [];
    for (this.skip(); this.take(/\]/y) === undefined; this.skip()) {
      const item = this.value(depth + 1);
      if (item === undefined) return undefined;
      items.push(asValue(item));
      this.skip();
      if (this.take(/,/y) === undefined && !this.at(']')) return undefined;
    }
    return { kind: 'list', at: this.span(start, this.offset), items };
  }

  private inlineTable(start: number, depth: number): Table | undefined {
    const table = new Table(this.span(start, start + 1));
    for (this.skip(); this.take(/\}/y) === undefined; this.skip()) {
      if (!this.pair(table, depth + 1)) return undefined;
      this.skip();
      if (this.take(/,/y) === undefined && !this.at('}')) return undefined;
    }
    return table;
  }

  private string(): MappedText | undefined {
    for (const quotes of ['"""', '"', "'''", "'"])
      if (this.at(quotes)) return quotes.startsWith('"') ? this.basic(quotes) : this.literal(quotes);
    return undefined;
  }

  private literal(quotes: string): MappedText | undefined {
    this.open(quotes);
    const end = this.text.indexOf(quotes, this.offset);
    if (end === -1) return undefined;
    const built = textBuilder(this.uri);
    built.add(this.text.slice(this.offset, end), this.offset);
    this.offset = end + quotes.length;
    return built.build();
  }

  private basic(quotes: string): MappedText | undefined {
    this.open(quotes);
    const built = textBuilder(this.uri);
    while (this.offset < this.text.length && !this.at(quotes)) {
      const start = this.offset;
      const escaped = this.take(/\\(?:u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|[ \t]*\r?\n\s*|[^\r\n])/y);
      const plain = escaped === undefined ? (this.take(/[^\\"]+/y) ?? this.take(/"/y)) : undefined;
      if (escaped === undefined && plain === undefined) return undefined;
      built.add(plain ?? decoded(escaped ?? ''), start, this.offset - start);
    }
    if (this.offset >= this.text.length) return undefined;
    this.offset += quotes.length;
    return built.build();
  }

  /** Past the quotes that open a text; a line break right behind them is none of a text of several lines. */
  private open(quotes: string): void {
    this.offset += quotes.length;
    if (quotes.length === 3) this.take(/\r?\n/y);
  }

  /** Past blanks, line breaks and comments. */
  private skip(): void {
    while (this.take(/\s+|#[^\n]*/y) !== undefined);
  }

  private at(sign: string): boolean {
    return this.text.startsWith(sign, this.offset);
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return undefined;
    this.offset += found.length;
    return found;
  }

  private span(start: number, end: number): Span {
    return { uri: this.uri, start, end };
  }
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\u001B' };

function decoded(escaped: string): string {
  const [, sign = '', digits = ''] = /^\\([\s\S])([\dA-Fa-f]*)/.exec(escaped) ?? [];
  if (/\s/.test(sign)) return '';
  if (sign !== 'u' && sign !== 'U') return ESCAPES[sign] ?? sign;
  const code = Number.parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Dates, infinities and numbers of other bases. */
function otherwise(label: string, at: Span): Hole {
  return { kind: 'hole', at, label, volatility: 'static', growth: 'replace', proven: false, reason: 'is neither text nor a plain number' };
}
