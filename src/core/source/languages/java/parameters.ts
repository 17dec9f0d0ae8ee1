import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { annotationsOf, settingIn } from './annotations';
import { type Frame, partsOf, sourceOf, spanOf } from './frame';
import { kindOf, typeValue } from './types';

/** A parameter with its type, into the scope of its function. */
export function parameter(frame: Frame, node: SyntaxNode): void {
  const declarator = node.type === 'spread_parameter' ? partsOf(frame, node).find(each => each.type === 'variable_declarator') : node;
  const nameNode = declarator?.childForFieldName('name') ?? (node.type === 'identifier' ? node : null);
  if (nameNode === null || nameNode === undefined) return;
  const name = sourceOf(frame, nameNode);
  const typeNode = node.childForFieldName('type') ?? (node.type === 'spread_parameter' ? typeOf(frame, node) : null);
  const type = typeNode === null ? undefined : typeValue(frame, typeNode);
  const fallback: Value | undefined = settingIn(frame, node);
  const decorators = annotationsOf(frame, node);
  frame.locals.names.set(name, typeNode === null ? 'other' : kindOf(sourceOf(frame, typeNode)));
  frame.scope.params.push({
    ...{ name, at: spanOf(frame, node) },
    ...(type && { type }),
    ...(fallback && { fallback }),
    ...(decorators.length > 0 && { decorators }),
    ...(node.type === 'spread_parameter' ? { collects: 'rest' as const } : {}),
  });
}

function typeOf(frame: Frame, node: SyntaxNode): SyntaxNode | null {
  return partsOf(frame, node).find(each => each.type !== 'modifiers' && each.type !== 'variable_declarator') ?? null;
}

export function parameters(frame: Frame, list: SyntaxNode | null): void {
  if (list === null) return;
  for (const child of partsOf(frame, list))
    if (child.type === 'formal_parameter' || child.type === 'spread_parameter') parameter(frame, child);
}
