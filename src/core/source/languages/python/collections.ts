import type { SyntaxNode } from '../../syntax';
import type { Entry, Value } from '../../values';
import { hole, isAside, MAX_DEPTH, parts, type Site, sourceOf, spanOf } from './draft';
import { expression, opaque } from './expressions';
import { maybe } from './operators';

/** Lists, tuples and sets alike: an order of items. */
export function sequence(node: SyntaxNode, site: Site): Value {
  return { kind: 'list', at: spanOf(node, site.file), items: parts(node, site).map(item => expression(item, site)) };
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
  else entries.push({ value: { kind: 'spread', at, value: hole(keyAt, site.file, 'a computed key') }, at });
}

function staticKey(key: Value): string | undefined {
  if (key.kind === 'text') return key.text.text;
  if (key.kind === 'scalar')
    return key.value === null ? 'None' : typeof key.value === 'boolean' ? (key.value ? 'True' : 'False') : String(key.value);
  if (key.kind !== 'template') return undefined;
  const pieces = key.parts.map(staticKey);
  return pieces.every(piece => piece !== undefined) ? pieces.join('') : undefined;
}

/** `[item for x in y]`: any number of items. */
export function comprehension(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site.file);
  const item = overLoop(node, site);
  return { kind: 'list', at, items: item === undefined ? [] : [{ kind: 'repeat', at: item.at, item }] };
}

export function dictionaryComprehension(node: SyntaxNode, site: Site): Value {
  overLoop(node, site);
  return hole(spanOf(node, site.file), site.file, 'built in a loop');
}

/** Lowers a comprehension's parts in source order; returns its item. */
function overLoop(node: SyntaxNode, site: Site): Value | undefined {
  const [item, ...clauses] = parts(node, site);
  if (item === undefined) return undefined;
  const names = new Set(site.loopVariables);
  for (const clause of clauses) {
    const target = clause.type === 'for_in_clause' ? parts(clause, site)[0] : undefined;
    if (target !== undefined) collectNames(target, site, names);
  }
  const inside: Site = { ...maybe(site), loopVariables: names };
  const value = item.type === 'pair' ? opaque(item, inside, 'built in a loop') : expression(item, inside);
  clauses.forEach((clause, index) => {
    const [first, ...rest] = parts(clause, site);
    if (clause.type !== 'for_in_clause') {
      if (first !== undefined) expression(first, inside);
      return;
    }
    // The first iterable is evaluated once, outside.
    for (const iterable of rest) expression(iterable, index === 0 ? site : inside);
  });
  return value;
}

function collectNames(target: SyntaxNode, site: Site, into: Set<string>): void {
  if (target.type === 'identifier') into.add(sourceOf(target, site.file));
  if (!/pattern|^tuple$|^list$|^parenthesized/.test(target.type) || site.file.depth >= MAX_DEPTH) return;
  site.file.depth++;
  for (const inner of parts(target, site)) collectNames(inner, site, into);
  site.file.depth--;
}
