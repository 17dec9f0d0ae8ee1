import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { hole, parts, type Site, spanOf } from './draft';
import { expression, opaque } from './expressions';

/** `x[key]`; `x[a, b]` has a list as its key, and a slice is a hole. */
export function subscript(node: SyntaxNode, site: Site): Value {
  const [objectNode, ...keyNodes] = parts(node, site);
  const [first, second] = keyNodes;
  if (objectNode === undefined || first === undefined) return opaque(node, site, 'could not be parsed');
  const { file } = site;
  const object = expression(objectNode, site);
  const keys = keyNodes.map(key => expression(key, site));
  if (keyNodes.some(key => key.type === 'slice')) return hole(spanOf(node, file), file, 'a slice');
  const key: Value =
    second === undefined && keys[0] !== undefined
      ? keys[0]
      : { kind: 'list', at: { uri: file.uri, start: first.startIndex, end: keyNodes.at(-1)?.endIndex ?? first.endIndex }, items: keys };
  return { kind: 'index', at: spanOf(node, file), object, key };
}
