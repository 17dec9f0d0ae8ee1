import type { PromptMessage, Role } from '../../prompt-document';
import type { Span, Uri } from '../../span';
import type { Hole } from '../../values';
import type { Item, TextItem } from '../template/item';
import { isBlank, messageOf, type PieceItem, toPieces, trimBlankLines, trimPieces } from './pieces';

/**
 * Splits at Prompty's role lines (`system:`, `# user:`, `assistant[name="x"]:`). Text before the first one is the system's.
 * A thread stands by itself as one hole that grows, and splits the message around it.
 */
export function messagesByRoleLines(uri: Uri, items: readonly Item[], body: Span): readonly PromptMessage[] {
  const messages: PromptMessage[] = [];
  let role: Role = 'system';
  let roleAt: Span | undefined;
  let content: PieceItem[] = [];
  let line: PieceItem[] = [];

  const finish = () => {
    const pieces = trimBlankLines(toPieces(uri, content));
    if (roleAt !== undefined || !isBlank(pieces)) messages.push(messageOf(role, pieces, roleAt, body));
    content = [];
    roleAt = undefined;
  };
  const endLine = () => {
    const found = roleOf(uri, line);
    if (found === undefined) content.push(...line);
    else if (found.role === 'thread') {
      splitAt(threadHole(found.at));
      role = 'user';
    } else {
      finish();
      role = found.role;
      roleAt = found.at;
    }
    line = [];
  };
  const splitAt = (hole: Hole) => {
    const before = trimPieces(toPieces(uri, content));
    if (!isBlank(before)) messages.push(messageOf(role, before, roleAt, body));
    messages.push(messageOf('user', [hole], undefined, body));
    content = [];
    roleAt = undefined;
  };

  for (const item of items) {
    if (item.kind === 'text') {
      for (const part of linesOf(item)) {
        line.push(part);
        if (part.text.endsWith('\n')) endLine();
      }
    } else if (item.kind === 'hole') line.push(item);
    else if (item.hole !== undefined && item.name === 'thread') {
      content.push(...line);
      line = [];
      splitAt(item.hole);
    } else if (item.hole !== undefined) line.push({ kind: 'hole', hole: item.hole });
  }
  endLine();
  finish();
  return messages;
}

function threadHole(at: Span): Hole {
  return { kind: 'hole', at, label: 'thread', volatility: 'turn', growth: 'append', proven: true, reason: 'the conversation so far' };
}

function linesOf(item: TextItem): readonly TextItem[] {
  // An escape maps only as a whole.
  if (item.text.length !== item.sourceLength) return [item];
  const parts: TextItem[] = [];
  for (let start = 0; start < item.text.length; ) {
    const newline = item.text.indexOf('\n', start);
    const end = newline === -1 ? item.text.length : newline + 1;
    parts.push({ kind: 'text', text: item.text.slice(start, end), source: item.source + start, sourceLength: end - start });
    start = end;
  }
  return parts;
}

const boundary = /^#?\s*(?:(system|user|assistant|developer|function)(?:\[\w+\s*=[^\]]*\])?\s*:|!\[(thread)\].*)$/i;
const roles: Readonly<Record<string, Role | 'thread'>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
  function: 'tool',
  thread: 'thread',
};

function roleOf(uri: Uri, line: readonly PieceItem[]): { readonly role: Role | 'thread'; readonly at: Span } | undefined {
  const texts = line.flatMap(item => (item.kind === 'text' ? [item] : []));
  if (texts.length !== line.length) return undefined;
  const content = texts.map(item => item.text).join('');
  if (content.length > 500) return undefined;
  const found = boundary.exec(content.trim());
  const role = roles[(found?.[1] ?? found?.[2] ?? '').toLowerCase()];
  const shown = texts.filter(item => item.text.trim() !== '');
  const [first, last] = [shown[0], shown[shown.length - 1]];
  if (role === undefined || first === undefined || last === undefined) return undefined;
  const start = first.source + first.text.length - first.text.trimStart().length;
  return { role, at: { uri, start, end: last.source + last.text.trimEnd().length } };
}
