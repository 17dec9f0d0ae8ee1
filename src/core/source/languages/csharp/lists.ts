import type { SyntaxNode } from '../../syntax';
import type { Entry, Value } from '../../values';
import { hole, parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { itemType } from './types';

/** `["a", ..rest]` */
export function collection(node: SyntaxNode, site: Site, target?: Value): Value {
  const item = itemType(target);
  return { kind: 'list', at: spanOf(node, site), items: parts(node, site).map(part => element(part, site, item)) };
}

function element(node: SyntaxNode, site: Site, target: Value | undefined): Value {
  const at = spanOf(node, site);
  const inner = node.type === 'argument' || node.type === 'expression_element' ? parts(node, site).at(-1) : node;
  if (inner === undefined) return hole(at, site, 'missing');
  const isSpread = inner.type === 'range_expression' || inner.type === 'spread_element';
  if (!isSpread || !site.file.text.startsWith('..', inner.startIndex)) return expression(inner, site, target);
  const [spread] = parts(inner, site);
  return { kind: 'spread', at, value: spread === undefined ? hole(at, site, 'missing') : expression(spread, site) };
}

/** `("user", text)`, `(Role: "user", Text: text)` */
export function tuple(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site);
  const items = parts(node, site);
  const values = items.map(part => {
    const inner = part.type === 'argument' ? parts(part, site).at(-1) : part;
    return inner === undefined ? hole(spanOf(part, site), site, 'missing') : expression(inner, site);
  });
  const names = items.map(part => part.childForFieldName('name'));
  if (names.some(name => name === null)) return { kind: 'list', at, items: values };
  const entries = values.map((value, index): Entry => {
    const name = names[index];
    return { ...(name ? { key: sourceOf(name, site), keyAt: spanOf(name, site) } : {}), value, at: value.at };
  });
  return { kind: 'record', at, entries };
}

/** `options with { Model = "…" }`: the same, but for what is set. */
export function withExpression(node: SyntaxNode, site: Site): Value {
  const [base, ...settings] = parts(node, site);
  const at = spanOf(node, site);
  if (base === undefined) return hole(at, site, 'could not be parsed');
  const value = expression(base, site);
  const entries = settings.flatMap((setting): readonly Entry[] => {
    const [name, written] = parts(setting, site);
    if (name === undefined || written === undefined) return [];
    return [{ key: sourceOf(name, site), keyAt: spanOf(name, site), value: expression(written, site), at: spanOf(setting, site) }];
  });
  return { kind: 'record', at, entries: [{ value: { kind: 'spread', at: value.at, value }, at: value.at }, ...entries] };
}
