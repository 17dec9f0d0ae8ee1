import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { hole, type Site, scalar, sourceOf, spanOf } from './draft';
import { expression } from './expressions';

/** `x[from:to]`, as a method that all languages share. `x[:]` is all of it. */
export function slice(node: SyntaxNode, object: Value, site: Site): Value {
  const start = node.childForFieldName('start');
  const end = node.childForFieldName('end');
  if (start === null && end === null) return object;
  const at = spanOf(node, site);
  const from = start === null ? scalar(node, site, 0) : bound(start, node, site);
  const bounds = end === null ? [from] : [from, bound(end, node, site)];
  const args = bounds.map(value => ({ value, at: value.at }));
  const argsAt = { ...at, start: object.at.end };
  return {
    ...{ kind: 'call', at, callee: { kind: 'member', at, object, key: 'slice' }, args, argsAt },
    alias: hole(node, site, 'a slice').label,
  };
}

/** `len(x) - 20`, and `max(0, len(x)-20)`, count from the end. */
function bound(node: SyntaxNode, whole: SyntaxNode, site: Site): Value {
  const object = sourceOf(whole.childForFieldName('operand'), site).replace(/\s+/g, '');
  const source = sourceOf(node, site).replace(/\s+/g, '');
  const inner = /^max\(\d+,(.*)\)$/.exec(source)?.[1] ?? source;
  const count = inner.startsWith(`len(${object})-`) ? /^\d+$/.exec(inner.slice(object.length + 6))?.[0] : undefined;
  return count === undefined ? expression(node, site) : scalar(node, site, -Number(count));
}
