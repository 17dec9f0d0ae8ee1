import type { SyntaxNode } from '../../syntax';
import type { Entry, Value } from '../../values';
import { hole, isAside, parts, type Site, spanOf } from './draft';
import { expression } from './expressions';

/** Lists, tuples and sets alike: items, of which those of a set have no order. */
export function sequence(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site.file);
  const items = parts(node, site).map(item => expression(item, site));
  return { kind: 'list', at, items, ...(node.type === 'set' ? { unordered: at } : {}) };
}

export function dictionary(node: SyntaxNode, site: Site): Value {
  const entries: Entry[] = [];
  for (const child of node.namedChildren) {
    if (child === null || isAside(child, site.file)) continue;
    const at = spanOf(child, site.file);
    if (child.type === 'pair') pair(child, site, entries);
    else {
      const value = expression(child, site);
      if (child.type === 'dictionary_splat') entries.push({ value, at });
    }
  }
  return { kind: 'record', at: spanOf(node, site.file), entries };
}

function pair(node: SyntaxNode, site: Site, entries: Entry[]): void {
  const [keyNode, valueNode] = parts(node, site);
  if (keyNode === undefined) return;
  const at = spanOf(node, site.file);
  const keyValue = expression(keyNode, site);
  // While it is being typed, an entry has no value yet.
  const value = valueNode === undefined ? hole({ ...at, start: at.end }, site.file, 'missing') : expression(valueNode, site);
  const key = staticKey(keyValue);
  const keyAt = spanOf(keyNode, site.file);
  if (key !== undefined) entries.push({ key, keyAt, value, at });
  else
    entries.push({
      value: { kind: 'spread', at, value: hole(keyAt, site.file, 'a computed key') },
      computed: { key: keyValue, value },
      at,
    });
}

function staticKey(key: Value): string | undefined {
  if (key.kind === 'text') return key.text.text;
  if (key.kind === 'scalar')
    return key.value === null ? 'None' : typeof key.value === 'boolean' ? (key.value ? 'True' : 'False') : String(key.value);
  if (key.kind !== 'template') return undefined;
  const pieces = key.parts.map(staticKey);
  return pieces.every(piece => piece !== undefined) ? pieces.join('') : undefined;
}
