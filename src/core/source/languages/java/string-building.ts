import { madeText } from '../../made-values';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { expression } from './expressions';
import { type Frame, partsOf, sourceOf, spanOf } from './frame';

/** `new StringBuilder("a").append(b).toString()` is the text a + b. Undefined: nothing of the kind. */
export function builtText(frame: Frame, node: SyntaxNode): Value | undefined {
  const calls: SyntaxNode[] = [];
  let root: SyntaxNode | null = node;
  for (; root?.type === 'method_invocation'; root = root.childForFieldName('object')) calls.push(root);
  if (root === null || !isNewText(frame, root)) return undefined;
  const methods = calls.map(call => call.childForFieldName('name')).map(name => (name === null ? '' : sourceOf(frame, name)));
  if (!methods.every((method, index) => method === 'append' || (method === 'toString' && index === 0))) return undefined;
  const parts = [newText(frame, root), ...calls.reverse().flatMap(call => argumentsOf(frame, call))];
  return { kind: 'template', at: spanOf(frame, node), parts, literal: false };
}

export function isNewText(frame: Frame, node: SyntaxNode): boolean {
  const type = node.type === 'object_creation_expression' ? node.childForFieldName('type') : null;
  return type !== null && /^String(?:Builder|Buffer)$/.test(sourceOf(frame, type));
}

/** What a new StringBuilder begins with; a number is only how long it may get. */
export function newText(frame: Frame, node: SyntaxNode): Value {
  const [first] = argumentsOf(frame, node);
  if (first !== undefined && first.kind !== 'scalar') return first;
  const at = spanOf(frame, node);
  return madeText('', at);
}

export function argumentsOf(frame: Frame, call: SyntaxNode): readonly Value[] {
  const list = call.childForFieldName('arguments');
  return list === null ? [] : partsOf(frame, list).map(each => expression(frame, each));
}
