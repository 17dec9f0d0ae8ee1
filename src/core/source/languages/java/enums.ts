import { madeText } from '../../made-values';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { lowerArguments } from './calls';
import { anonymousClass } from './classes';
import { type Frame, partsOf, sourceOf, spanOf } from './frame';

/**
 * `FAST("gpt-5.4-nano")`: each constant is an object of the enum. One that has nothing but its name is that: keys of tables and cases of a
 * switch mean it, and written into a text it is its name.
 */
export function enumConstants(frame: Frame, block: SyntaxNode): void {
  const type: Value = { kind: 'class', at: frame.scope.at, scope: frame.scope.id };
  const isPlain = !partsOf(frame, block).some(({ type: part }) => part === 'enum_body_declarations');
  for (const node of partsOf(frame, block)) {
    const nameNode = node.type === 'enum_constant' ? node.childForFieldName('name') : null;
    if (nameNode === null) continue;
    const list = node.childForFieldName('arguments');
    const own = node.childForFieldName('body');
    const at = spanOf(frame, node);
    const argsAt = list === null ? { ...at, start: at.end } : spanOf(frame, list);
    const callee = own === null ? type : anonymousClass(frame, node, type, own);
    const value: Value =
      isPlain && list === null && own === null
        ? madeText(sourceOf(frame, nameNode), at)
        : { kind: 'call', at, callee, args: list === null ? [] : lowerArguments(frame, list), argsAt };
    const target = { root: { name: sourceOf(frame, nameNode) }, path: [] };
    frame.scope.effects.push({ kind: 'assign', at, block: -1, target, value, declares: true });
  }
}
