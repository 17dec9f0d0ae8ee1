import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Span, Uri } from './span';
import { type MappedText, textBuilder } from './text-map';
import type { Entry, Hole, Value } from './values';

/** Deeper nesting than settings have. */
const DEEPEST = 30;

/** What a TOML file says, every string with its source. Undefined when it can't be parsed. */
export function tomlValue(uri: Uri, text: string): Value | undefined {
  const file = parsed(text);
  return file && isShallow(file) ? new Reading(uri, text).file(file) : undefined;
}

function parsed(text: string): AST.TOMLTopLevelTable | undefined {
  try {
    return parseTOML(text).body[0];
  } catch {
    // Whatever the parser objects to, and nesting that it has no stack for.
    return undefined;
  }
}

function isShallow(node: AST.TOMLTopLevelTable | AST.TOMLTable | AST.TOMLKeyValue | AST.TOMLContentNode, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  switch (node.type) {
    case 'TOMLTopLevelTable':
    case 'TOMLInlineTable':
      return node.body.every(inner => isShallow(inner, depth + 1));
    case 'TOMLTable':
      return node.resolvedKey.length <= DEEPEST && node.body.every(inner => isShallow(inner, depth + 1));
    case 'TOMLKeyValue':
      return node.key.keys.length <= DEEPEST && isShallow(node.value, depth + 1);
    case 'TOMLArray':
      return node.elements.every(inner => isShallow(inner, depth + 1));
    default:
      return true;
  }
}

/** A table while it is read; its entries stand in the order in which they were written. Lists of tables hold theirs by their places. */
class Table {
  readonly entries = new Map<string | number, { readonly keyAt: Span; readonly value: Value | Table }>();

  constructor(
    readonly at: Span,
    readonly isList = false,
  ) {}

  toValue(): Value {
    const { at } = this;
    if (this.isList) return { kind: 'list', at, items: [...this.entries.values()].map(({ value }) => asValue(value)) };
    const entries = [...this.entries].map(([key, { keyAt, value }]): Entry => {
      return { key: String(key), keyAt, value: asValue(value), at: keyAt };
    });
    return { kind: 'record', at, entries };
  }
}

function asValue(held: Value | Table): Value {
  return held instanceof Table ? held.toValue() : held;
}

class Reading {
  constructor(
    private readonly uri: Uri,
    private readonly text: string,
  ) {}

  file(file: AST.TOMLTopLevelTable): Value {
    const root = new Table(this.span(file));
    for (const part of file.body) {
      if (part.type === 'TOMLKeyValue') this.pair(root, part);
      else {
        const table = part.resolvedKey.reduce((holder, key, index) => {
          return this.under(holder, key, part.key, typeof part.resolvedKey[index + 1] === 'number');
        }, root);
        for (const inner of part.body) this.pair(table, inner);
      }
    }
    return root.toValue();
  }

  /** The parser has seen to it that a table stands there, or nothing does. */
  private under(holder: Table, key: string | number, written: AST.TOMLNode, isList = false): Table {
    const found = holder.entries.get(key)?.value;
    if (found instanceof Table) return found;
    const made = new Table(this.span(written), isList);
    holder.entries.set(key, { keyAt: made.at, value: made });
    return made;
  }

  private pair(table: Table, { key: { keys }, value }: AST.TOMLKeyValue): void {
    const last = keys[keys.length - 1];
    if (last === undefined) return;
    const holder = keys.slice(0, -1).reduce((inner, key) => this.under(inner, nameOf(key), key), table);
    holder.entries.set(nameOf(last), { keyAt: this.span(last), value: this.value(value) });
  }

  private value(node: AST.TOMLContentNode): Value | Table {
    const at = this.span(node);
    if (node.type === 'TOMLArray') return { kind: 'list', at, items: node.elements.map(element => asValue(this.value(element))) };
    if (node.type === 'TOMLInlineTable') {
      const table = new Table(at);
      for (const inner of node.body) this.pair(table, inner);
      return table;
    }
    if (node.kind === 'string') return { kind: 'text', at, text: this.string(node) };
    const isPlain = typeof node.value === 'boolean' || Number.isFinite(node.value);
    return isPlain && !(node.value instanceof Date)
      ? { kind: 'scalar', at, value: node.value }
      : otherwise(this.text.slice(at.start, at.end), at);
  }

  /** Each character with its place, unless some are escaped: then the text stands for the whole of its source. */
  private string({ value, multiline, range: [start, end] }: AST.TOMLStringValue): MappedText {
    const quotes = multiline ? 3 : 1;
    const from = this.text.indexOf(value, start + quotes);
    const isAsWritten = from !== -1 && from + value.length === end - quotes;
    const built = textBuilder(this.uri);
    if (isAsWritten) built.add(value, from);
    else built.add(value, start + quotes, end - start - 2 * quotes);
    return built.build();
  }

  private span({ range: [start, end] }: AST.TOMLNode): Span {
    return { uri: this.uri, start, end };
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

/** Dates and infinities. */
function otherwise(label: string, at: Span): Hole {
  return { kind: 'hole', at, label, volatility: 'static', growth: 'replace', proven: false, reason: 'is neither text nor a plain number' };
}
