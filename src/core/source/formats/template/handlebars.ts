import type { Uri } from '../../span';
import type { Problem } from '../../summary';
import { closeOf, labelOf, pathsOf, wordsOf } from './scan';
import type { Action, Block, Lexed, Token } from './tag';

export type Braces = 'handlebars' | 'mustache';

/** Handlebars and Mustache: `{{x}}`, `{{{x}}}`, `{{#each}}`, `{{^}}`, `{{> partial}}`, `{{! }}`, `{{!-- --}}`, `{{~ ~}}`, `\{{`. */
export function lexHandlebars(uri: Uri, text: string, from: number, to: number, braces: Braces): Lexed {
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  // Known once, so that no unclosed tag makes every later one search to the end again.
  const last = { comment: Math.max(text.lastIndexOf('--}}'), text.lastIndexOf('--~}}')), any: text.lastIndexOf('}}') };
  let literal = from;
  let at = from;
  const flush = (end: number) => {
    if (end > literal) tokens.push({ kind: 'literal', start: literal, end });
  };
  while (at < to) {
    const open = text.indexOf('{{', at);
    if (open === -1 || open + 2 > to) break;
    if (braces === 'handlebars' && text[open - 1] === '\\' && open > literal && text[open - 2] !== '\\') {
      const escaped = closeOf(text, open + 2, to, '}}', ['{{']) ?? open + 2;
      flush(open - 1);
      tokens.push({ kind: 'literal', start: open - 1, end: escaped, emits: text.slice(open, escaped) });
      at = escaped;
      literal = escaped;
      continue;
    }
    const tag = tagAt(text, open, to, braces, last);
    if (tag === undefined) {
      problems.push({ message: '`{{` is never closed: write `}}`.', at: { uri, start: open, end: open + 2 } });
      at = open + 2;
      continue;
    }
    flush(open);
    tokens.push({ kind: 'tag', ...tag });
    at = tag.end;
    literal = tag.end;
    if (tag.delimiters) {
      problems.push({ message: 'Other delimiters are not read: the rest is taken as plain text.', at: { uri, start: open, end: tag.end } });
      break;
    }
  }
  flush(to);
  return { tokens, problems };
}

interface LastClosers {
  readonly comment: number;
  readonly any: number;
}

function tagAt(text: string, open: number, to: number, braces: Braces, last: LastClosers) {
  const sign = /~?([#^/!>&=*]?)/y;
  sign.lastIndex = open + 2;
  const [lead = '', kind = ''] = sign.exec(text) ?? [];
  const triple = text[open + 2] === '{';
  const closer = kind === '!' && braces === 'handlebars' && text.startsWith('--', open + 2 + lead.length) ? '--' : triple ? '}}}' : '}}';
  const end =
    kind === '!' ? commentEnd(text, open, to, closer, last) : closeOf(text, open + 2 + (triple ? 1 : lead.length), to, closer, ['{{']);
  if (end === undefined) return undefined;
  const close = text.endsWith('~}}', end) || text.slice(end - 3, end) === '~}}' ? 3 : triple ? 3 : 2;
  const content = text.slice(open + 2 + (triple ? 1 : lead.length), end - close).trim();
  const action = actionOf(kind, content, braces);
  return {
    start: open,
    end,
    action,
    trimBefore: lead.startsWith('~'),
    trimBehind: text.slice(end - 3, end) === '~}}',
    ownLine: action.kind !== 'print' && !(kind === '' && action.kind === 'emit'),
    delimiters: braces === 'mustache' && kind === '=',
  };
}

function commentEnd(text: string, open: number, to: number, closer: string, last: LastClosers): number | undefined {
  if (last.any < open) return undefined;
  if (closer === '--' && last.comment > open) {
    const closing = /--~?\}\}/g;
    closing.lastIndex = open + 3;
    const found = closing.exec(text);
    if (found !== null && found.index + found[0].length <= to) return found.index + found[0].length;
  }
  const end = text.indexOf('}}', open + 3);
  return end === -1 || end + 2 > to ? undefined : end + 2;
}

function actionOf(kind: string, content: string, braces: Braces): Action {
  switch (kind) {
    case '!':
    case '=':
      return { kind: 'nothing', assigns: false };
    case '/':
      return { kind: 'close', name: content };
    case '>':
      return { kind: 'emit', label: labelOf(`> ${content}`), reason: 'the text of a partial, which is not read' };
    case '#':
      return open(content, braces);
    case '^':
      return content === '' ? { kind: 'otherwise' } : { kind: 'open', name: content, block: { kind: 'plain' } };
    case '*':
      return { kind: 'nothing', assigns: true };
    default:
      if (braces === 'handlebars' && /^else(?:\s|$)/.test(content)) return { kind: 'otherwise' };
      return { kind: 'print', expression: content };
  }
}

const conditions = new Set(['if', 'unless', 'with', 'ifEquals', 'unlessEquals']);

function open(content: string, braces: Braces): Action {
  const [name = '', ...args] = wordsOf(content.replace(/^[*>]\s*/, ''));
  return { kind: 'open', name, block: blockOf(content, name, args, braces) };
}

function blockOf(content: string, name: string, args: readonly string[], braces: Braces): Block {
  if (content.startsWith('*')) return { kind: 'muted' };
  if (content.startsWith('>')) return { kind: 'plain' };
  if (braces === 'mustache')
    return { kind: 'loop', label: labelOf(`#${content}`), collection: pathsOf(content)[0] ?? [], binds: [], relative: true };
  if (name === 'each') {
    const binds = wordsOf(/\bas\s*\|([^|]*)\|/.exec(content)?.[1] ?? '');
    return { kind: 'loop', label: labelOf(`#${content}`), collection: pathsOf(args[0] ?? '')[0] ?? [], binds, relative: true };
  }
  if (conditions.has(name) || args.length > 0) return { kind: 'plain' };
  return { kind: 'loop', label: labelOf(`#${content}`), collection: pathsOf(name)[0] ?? [], binds: [], relative: true };
}
