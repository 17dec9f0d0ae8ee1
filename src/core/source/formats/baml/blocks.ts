import { skipTrivia, stringAt } from './strings';

/** A value of BAML's settings: `key value` lines, nested blocks, lists. Offsets are the file's. */
export type BamlValue =
  | { readonly kind: 'word'; readonly text: string; readonly start: number; readonly end: number }
  /** `start` and `end` are the content's; `raw` says that `#"…"#` holds it, which has no escapes. */
  | { readonly kind: 'string'; readonly text: string; readonly start: number; readonly end: number; readonly raw: boolean }
  | { readonly kind: 'block'; readonly entries: readonly BamlEntry[]; readonly start: number; readonly end: number }
  | { readonly kind: 'list'; readonly items: readonly BamlValue[]; readonly start: number; readonly end: number };

export interface BamlEntry {
  readonly key: string;
  readonly start: number;
  readonly value: BamlValue | undefined;
}

/** A top-level `function` or `client<llm>`. */
export interface BamlBlock {
  readonly kind: 'function' | 'client';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly entries: readonly BamlEntry[];
  /** Its last brace is there. */
  readonly closed: boolean;
}

const MOST_NESTING = 50;

/** Every function and client of a file, by BAML's grammar (BoundaryML/baml, engine/baml-lib/ast, datamodel.pest). The rest is skipped. */
export function bamlBlocks(text: string): readonly BamlBlock[] {
  const blocks: BamlBlock[] = [];
  const header = /(?:function|client<llm>|client)[ \t]+([A-Za-z][\w-]*)/y;
  for (let at = skipTrivia(text, text.startsWith('\uFEFF') ? 1 : 0); at < text.length; at = skipTrivia(text, at)) {
    header.lastIndex = at;
    const found = header.exec(text);
    if (found === null) {
      at = behindDeclaration(text, at);
      continue;
    }
    const open = openingBrace(text, header.lastIndex);
    if (open === undefined) {
      at = header.lastIndex;
      continue;
    }
    const { entries, end, closed } = entriesAt(text, open + 1, 0);
    blocks.push({ kind: found[0].startsWith('function') ? 'function' : 'client', name: found[1] ?? '', start: at, end, entries, closed });
    at = end;
  }
  return blocks;
}

/** A class, an enum, a test: to the end of its line, or of its braces where they open on that line. */
function behindDeclaration(text: string, from: number): number {
  for (let at = from; at < text.length; ) {
    const string = stringAt(text, at);
    if (string !== undefined) at = string.behind;
    else if (text[at] === '{') return behindBraces(text, at);
    else if (text[at] === '\n') return at + 1;
    else at++;
  }
  return text.length;
}

function behindBraces(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const next = skipTrivia(text, at);
    if (next > at) {
      at = next;
      continue;
    }
    const string = stringAt(text, at);
    if (string !== undefined) {
      at = string.behind;
      continue;
    }
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
    at++;
  }
  return text.length;
}

/** The brace that opens the body, behind parameters and return type; `{{` belongs to a check of a type. */
function openingBrace(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; ) {
    const string = stringAt(text, at);
    if (string !== undefined) at = string.behind;
    else if (text.startsWith('{{', at)) {
      const closing = text.indexOf('}}', at);
      if (closing === -1) return undefined;
      at = closing + 2;
    } else if (text[at] === '{') return at;
    else if (text[at] === '}') return undefined;
    else at++;
  }
  return undefined;
}

function entriesAt(text: string, from: number, depth: number) {
  const entries: BamlEntry[] = [];
  const key = /[A-Za-z_][\w-]*|"[^"\n]*"/y;
  let at = from;
  for (;;) {
    at = skipTrivia(text, at, ',');
    if (at >= text.length) return { entries, end: at, closed: false };
    if (text[at] === '}') return { entries, end: at + 1, closed: true };
    key.lastIndex = at;
    const found = key.exec(text);
    if (found === null) {
      at = stringAt(text, at)?.behind ?? (text[at] === '{' ? behindBraces(text, at) : at + 1);
      continue;
    }
    const valueAt = skipBlanks(text, key.lastIndex);
    const value = valueFrom(text, valueAt, depth);
    entries.push({ key: found[0].replaceAll('"', ''), start: at, value: value?.value });
    at = value?.behind ?? valueAt;
  }
}

function valueFrom(text: string, at: number, depth: number): { readonly value: BamlValue; readonly behind: number } | undefined {
  const string = stringAt(text, at);
  if (string !== undefined) return { value: { kind: 'string', ...string.content }, behind: string.behind };
  const char = text[at];
  if (char === undefined || char === '\n' || char === '\r' || char === '}' || char === ',') return undefined;
  if (char === '{') {
    if (depth >= MOST_NESTING || text[at + 1] === '{')
      return { value: { kind: 'word', text: '', start: at, end: at }, behind: behindBraces(text, at) };
    const { entries, end } = entriesAt(text, at + 1, depth + 1);
    return { value: { kind: 'block', entries, start: at, end }, behind: end };
  }
  if (char === '[') return listFrom(text, at, depth);
  const word = /[^\s#@{}()[\],'";](?:(?!\s\/\/)[^\n\r#@{}()[\],'";])*/y;
  word.lastIndex = at;
  const found = word.exec(text)?.[0].trimEnd();
  return found === undefined
    ? undefined
    : { value: { kind: 'word', text: found, start: at, end: at + found.length }, behind: at + found.length };
}

function listFrom(text: string, start: number, depth: number): { readonly value: BamlValue; readonly behind: number } {
  const items: BamlValue[] = [];
  let at = start + 1;
  for (;;) {
    at = skipTrivia(text, at, ',');
    if (at >= text.length || text[at] === ']' || depth >= MOST_NESTING) break;
    const item = valueFrom(text, at, depth + 1);
    if (item !== undefined) items.push(item.value);
    if (text[at] === '}') break;
    at = Math.max(at + 1, item?.behind ?? 0);
  }
  const end = Math.min(text.length, text[at] === ']' ? at + 1 : at);
  return { value: { kind: 'list', items, start, end }, behind: end };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
