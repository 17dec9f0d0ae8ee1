import type { PromptMessage } from '../../prompt-document';
import type { Span, Uri } from '../../span';
import type { Item, TextItem } from '../template/item';
import { isBlank, messageOf, type PieceItem, toPieces, trimPieces } from './pieces';
import { roleNamed } from './roles';

/** Stands for a hole in the flattened text, so that a tag is found even where its role is a variable. */
const HOLE = '\uFFFC';

/**
 * Splits at Semantic Kernel's `<message role="…">` tags. Text outside of them is not sent where there are any; a variable outside may
 * bring messages of its own (a history). Without tags everything is the user's.
 */
export function messagesByTags(uri: Uri, items: readonly Item[], body: Span): readonly PromptMessage[] {
  const parts = items.flatMap((item): readonly PieceItem[] => (item.kind === 'signal' ? [] : [item]));
  const flat = parts.map(part => (part.kind === 'text' ? part.text : HOLE)).join('');
  const tags = [...flat.matchAll(/<message\b([^<>]{0,400})>|<\/message\s*>/gi)];
  const messages: PromptMessage[] = [];
  const add = (role: PromptMessage['role'], content: readonly PieceItem[], roleAt?: Span) => {
    const pieces = trimPieces(toPieces(uri, content));
    if (!isBlank(pieces)) messages.push(messageOf(role, pieces, roleAt, body));
  };
  const slice = slicer(parts);
  if (!tags.some(tag => tag[1] !== undefined)) {
    add('user', parts);
    return messages;
  }
  let from = 0;
  let opened: { readonly role: PromptMessage['role']; readonly at: Span | undefined } | undefined;
  const finish = (to: number) => {
    const content = slice(from, to);
    if (opened !== undefined) add(opened.role, content, opened.at);
    else for (const part of content) if (part.kind === 'hole') messages.push(messageOf('user', [part.hole], undefined, body));
    opened = undefined;
  };
  for (const tag of tags) {
    finish(tag.index);
    from = tag.index + tag[0].length;
    if (tag[1] === undefined) continue;
    const role = /\brole\s*=\s*["']([^"']*)["']/i.exec(tag[1])?.[1] ?? '';
    const [first, last] = [slice(tag.index, tag.index + 1)[0], slice(from - 1, from)[0]];
    const at =
      first?.kind === 'text' && last?.kind === 'text' ? { uri, start: first.source, end: last.source + last.sourceLength } : undefined;
    opened = { role: roleNamed(role) ?? 'user', at };
  }
  finish(flat.length);
  return messages;
}

/** Cuts a stretch of the flattened text back into its parts. */
function slicer(parts: readonly PieceItem[]): (from: number, to: number) => readonly PieceItem[] {
  const placed: { readonly part: PieceItem; readonly start: number; readonly end: number }[] = [];
  let length = 0;
  for (const part of parts) {
    const end = length + (part.kind === 'text' ? part.text.length : 1);
    placed.push({ part, start: length, end });
    length = end;
  }
  // Stretches are asked for from front to back, but a tag's own ends are looked at twice.
  let first = 0;
  return (from, to) => {
    while (first > 0 && (placed[first]?.start ?? 0) > from) first--;
    while (first < placed.length && (placed[first]?.end ?? 0) <= from) first++;
    const found: PieceItem[] = [];
    for (let index = first; index < placed.length; index++) {
      const { part, start, end } = placed[index] ?? { part: undefined, start: to, end: to };
      if (part === undefined || start >= to) break;
      if (part.kind === 'hole') found.push(part);
      else found.push(cutText(part, Math.max(0, from - start), Math.min(end, to) - start));
    }
    return found;
  };
}

/** An escape maps only as a whole. */
function cutText(part: TextItem, from: number, to: number): TextItem {
  const text = part.text.slice(from, to);
  return part.text.length === part.sourceLength
    ? { ...part, text, source: part.source + from, sourceLength: text.length }
    : { ...part, text };
}
