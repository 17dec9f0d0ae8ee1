import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { type Frame, openScope, sourceOf, spanOf } from './frame';
import { typeValue } from './types';

/** `ask(prompt: Prompt): void`, `ask: (prompt: Prompt) => void` */
export function signatureIn(frame: Frame, member: SyntaxNode): Value | undefined {
  const node = member.type === 'method_signature' ? member : member.childForFieldName('type')?.firstNamedChild;
  const key = member.childForFieldName('name');
  return node ? signatureOf(frame, node, key === null ? '' : sourceOf(frame, key)) : undefined;
}

/** A function without a body that says what its parameters are; undefined where it says nothing of them that can be followed. */
export function signatureOf(frame: Frame, node: SyntaxNode, name: string): Value | undefined {
  const params = (node.childForFieldName('parameters')?.namedChildren ?? []).flatMap(child => {
    const pattern = child === null || child.type === 'comment' ? null : child.childForFieldName('pattern');
    if (child === null || pattern === null || pattern.type === 'this') return [];
    const typeNode = child.childForFieldName('type');
    const type = typeNode === null ? undefined : typeValue(frame, typeNode);
    return [{ name: sourceOf(frame, pattern), at: spanOf(frame, child), ...(type === undefined ? {} : { type }) }];
  });
  if (params.every(({ type }) => type === undefined)) return undefined;
  const at = spanOf(frame, node);
  const scope = openScope(frame.file, { kind: 'function', name, at, parent: frame.scope.id });
  scope.params.push(...params);
  return { kind: 'function', at, scope: scope.id };
}
