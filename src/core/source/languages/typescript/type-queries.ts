import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { type Frame, sourceOf, spanOf } from './frame';
import { nameValue } from './holes';

/** `typeof client`, `typeof clients.main` */
export function queried(frame: Frame, query: SyntaxNode): Value | undefined {
  const inner = query.firstNamedChild;
  return inner?.type === 'identifier' || inner?.type === 'member_expression' ? lowerPath(frame, inner) : undefined;
}

function lowerPath(frame: Frame, node: SyntaxNode): Value | undefined {
  if (node.type === 'identifier') return nameValue(frame, node, sourceOf(frame, node));
  if (node.type !== 'member_expression') return undefined;
  const [object, key] = [node.childForFieldName('object'), node.childForFieldName('property')];
  const value = object === null ? undefined : lowerPath(frame, object);
  return value === undefined || key === null
    ? undefined
    : { kind: 'member', at: spanOf(frame, node), object: value, key: sourceOf(frame, key) };
}

/** `ReturnType<typeof makeClient>`: what calling the function gives. */
export function given(frame: Frame, node: SyntaxNode, callee: Value | undefined): Value | undefined {
  const at = spanOf(frame, node);
  return callee === undefined ? undefined : { kind: 'call', at, callee, args: [], argsAt: { ...at, start: at.end } };
}
