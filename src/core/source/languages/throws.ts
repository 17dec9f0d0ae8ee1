import type { SyntaxNode } from '../syntax';

/** Whether a statement, or the last one of a block or of a `switch`'s section, throws: nothing behind the statement around it runs after that. */
export function throws(node: SyntaxNode): boolean {
  if (node.type === 'throw_statement') return true;
  if (!/^(?:block|switch_section|switch_block_statement_group)$/.test(node.type)) return false;
  const last = node.namedChildren.filter(child => child !== null && !child.type.endsWith('comment')).at(-1);
  return last !== undefined && last !== null && throws(last);
}
