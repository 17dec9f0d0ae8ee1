import type { Uri } from '../../span';
import type { Problem } from '../../summary';
import { closeOf, labelOf, pathsOf, wordsOf } from './scan';
import type { Action, Lexed, Token } from './tag';

export interface Dialect {
  /** `{# #}` is a comment. */
  readonly comments: boolean;
  /** A statement that stands alone takes its line with it (`trim_blocks` and `lstrip_blocks`). */
  readonly trimBlocks: boolean;
}

const jinja: Dialect = { comments: true, trimBlocks: false };
/** https://shopify.github.io/liquid/: its comments are blocks, or statements that begin with `#`. */
export const liquid: Dialect = { comments: false, trimBlocks: false };
/** BAML sets both of the environment's trimming options. */
export const trimming: Dialect = { comments: true, trimBlocks: true };

const closers: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

/** Jinja2 and its kin (Nunjucks, Liquid's shared part): `{{ x }}`, `{% if %}`, `{# #}`, `{%- -%}`, raw blocks. */
export function lexJinja(uri: Uri, text: string, from: number, to: number, dialect: Dialect = jinja): Lexed {
  const openers = dialect.comments ? ['{{', '{%', '{#'] : ['{{', '{%'];
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  // Known once, so that no unclosed comment or raw block makes every later one search to the end again.
  const lastComment = text.lastIndexOf('#}');
  let rawEnds = true;
  let literal = from;
  let at = from;
  const flush = (end: number) => {
    if (end > literal) tokens.push({ kind: 'literal', start: literal, end });
  };
  while (at < to) {
    const brace = text.indexOf('{', at);
    if (brace === -1 || brace >= to) break;
    const opener = text.slice(brace, Math.min(brace + 2, to));
    const closer = openers.includes(opener) ? closers[opener] : undefined;
    if (closer === undefined) {
      at = brace + 1;
      continue;
    }
    const comment = opener === '{#';
    const end = comment ? commentEnd(text, brace, to, lastComment) : closeOf(text, brace + 2, to, closer, openers);
    if (end === undefined) {
      // A comment sign that is never closed is more likely a heading's `{#id}`.
      if (!comment)
        problems.push({ message: `\`${opener}\` is never closed: write \`${closer}\`.`, at: { uri, start: brace, end: brace + 2 } });
      at = brace + 2;
      continue;
    }
    flush(brace);
    const inner = text.slice(brace + 2, end - 2);
    const content = inner.replace(/^[-+]/, '').replace(/[-+]$/, '');
    const edges = { trimBefore: inner.startsWith('-'), trimBehind: inner.endsWith('-'), ownLine: dialect.trimBlocks && opener !== '{{' };
    tokens.push({ kind: 'tag', start: brace, end, action: actionOf(opener, content), ...edges });
    at = end;
    literal = end;
    if (opener === '{%' && rawEnds && /^\s*(?:raw|verbatim)\s*$/.test(content)) {
      const raw = rawEnd(text, end, to);
      rawEnds = raw !== undefined;
      if (raw === undefined) continue;
      tokens.push({ kind: 'literal', start: end, end: raw });
      at = raw;
      literal = raw;
    }
  }
  flush(to);
  return { tokens, problems };
}

function commentEnd(text: string, from: number, to: number, last: number): number | undefined {
  if (last < from) return undefined;
  const end = text.indexOf('#}', from + 2);
  return end === -1 || end + 2 > to ? undefined : end + 2;
}

function rawEnd(text: string, from: number, to: number): number | undefined {
  const closing = /\{%[-+]?\s*end(?:raw|verbatim)\s*[-+]?%\}/g;
  closing.lastIndex = from;
  const found = closing.exec(text);
  return found !== null && found.index + found[0].length <= to ? found.index : undefined;
}

function actionOf(opener: string, content: string): Action {
  if (opener === '{#') return { kind: 'nothing', assigns: false };
  if (opener === '{{') return { kind: 'print', expression: content.trim() };
  const keyword = /^\s*(\w+)/.exec(content)?.[1] ?? '';
  const rest = content.trimStart().slice(keyword.length).trim();
  if (keyword.startsWith('end')) return { kind: 'close', name: keyword.slice(3) };
  switch (keyword) {
    case 'else':
    case 'elif':
    case 'elsif':
    case 'when':
      return { kind: 'otherwise' };
    case 'for':
    case 'tablerow':
      return { kind: 'open', name: keyword, block: loopOf(rest) };
    case 'macro':
    case 'capture':
    case 'comment':
    case 'doc':
      return { kind: 'open', name: keyword, block: { kind: 'muted' } };
    case 'set':
      return rest.includes('=') ? { kind: 'nothing', assigns: true } : { kind: 'open', name: keyword, block: { kind: 'muted' } };
    case 'if':
    case 'block':
    case 'with':
    case 'filter':
    case 'call':
    case 'autoescape':
    case 'raw':
    case 'verbatim':
    case 'trans':
    case 'unless':
    case 'case':
      return { kind: 'open', name: keyword, block: { kind: 'plain' } };
    case 'include':
    case 'extends':
    case 'render':
      return { kind: 'emit', label: labelOf(content), reason: 'the text of another template, which is not read' };
    case 'now':
      return { kind: 'emit', label: labelOf(content), reason: 'reads the clock', clock: 'call' };
    default:
      return {
        kind: 'nothing',
        assigns: keyword === 'import' || keyword === 'from' || keyword === 'do' || keyword === 'assign' || keyword === 'liquid',
      };
  }
}

function loopOf(rest: string) {
  const [names = '', ...collection] = rest.split(/(?<!\s)\s+in\s+/);
  const path = pathsOf(collection.join(' '))[0] ?? [];
  return {
    kind: 'loop',
    label: labelOf(`for ${rest}`),
    collection: path,
    binds: wordsOf(names.replaceAll(',', ' ')),
    relative: false,
  } as const;
}
