import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { hole, parts, type Site, sourceOf, spanOf } from './draft';
import { expression, opaque } from './expressions';

/** `x[key]`; `x[a, b]` has a list as its key. */
export function subscript(node: SyntaxNode, site: Site): Value {
  const [objectNode, ...keyNodes] = parts(node, site);
  const [first, second] = keyNodes;
  if (objectNode === undefined || first === undefined) return opaque(node, site, 'could not be parsed');
  const { file } = site;
  const object = expression(objectNode, site);
  const keys = keyNodes.map(key => expression(key, site));
  if (second === undefined && first.type === 'slice') return slice(node, first, object, site);
  if (keyNodes.some(key => key.type === 'slice')) return hole(spanOf(node, file), file, 'a slice');
  const key: Value =
    second === undefined && keys[0] !== undefined
      ? keys[0]
      : { kind: 'list', at: { uri: file.uri, start: first.startIndex, end: keyNodes.at(-1)?.endIndex ?? first.endIndex }, items: keys };
  return { kind: 'index', at: spanOf(node, file), object, key };
}

/** What a slice that is set or deleted (`history[4:6]`) is of; `whole`: it is all of it (`history[:]`). */
export function slicedIn(target: SyntaxNode, site: Site): { readonly object: SyntaxNode; readonly whole: boolean } | undefined {
  const [object, ...keys] = target.type === 'subscript' ? parts(target, site) : [];
  const sliced = keys.find(key => key.type === 'slice');
  return object && sliced && { object, whole: sourceOf(sliced, site.file).trim() === ':' };
}

/** `x[from:to]`, as a method that all languages share. */
function slice(node: SyntaxNode, key: SyntaxNode, object: Value, site: Site): Value {
  const { file } = site;
  const at = spanOf(node, file);
  const unread = hole(at, file, 'a slice');
  const [from, to, step] = sourceOf(key, file).split(':');
  const [start, end] = [bound(from ?? '', key, site), bound(to ?? '', key, site)];
  if (step !== undefined || start === undefined || end === undefined) return unread;
  const argsAt = spanOf(key, file);
  const args = [...(start.length === 0 && end.length > 0 ? [zero(argsAt)] : start), ...end].map(value => ({ value, at: value.at }));
  return { kind: 'call', at, callee: { kind: 'member', at, object, key: 'slice' }, args, argsAt, alias: unread.label };
}

/** A whole number, the length of a text (`len("openai/")`), or nothing; undefined: something else. */
function bound(source: string, key: SyntaxNode, { file }: Site): readonly Value[] | undefined {
  const text = source.trim();
  if (text === '') return [];
  const [, , measured] = /^len\((["'])([\w/:. -]*)\1\)$/.exec(text) ?? [];
  const value = measured?.length ?? (/^-?\d{1,9}$/.test(text) ? Number(text) : undefined);
  return value === undefined ? undefined : [{ kind: 'scalar', at: spanOf(key, file), value }];
}

function zero(at: Span): Value {
  return { kind: 'scalar', at, value: 0 };
}
