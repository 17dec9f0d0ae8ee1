import type { SyntaxNode } from '../syntax';

const STATEMENTS: ReadonlySet<string> = new Set(['throw_statement', 'raise_statement']);
const BLOCKS = /^(?:block|statement_block|switch_section|switch_block_statement_group)$/;
/** A call that ends the program. */
const EXITS = /^(?:(?:sys|process)\s*\.\s*exit|os\s*\.\s*_exit)\s*\(/;

/** Whether a statement, or the last one of a block or of a `switch`'s section, throws: nothing behind the statement around it runs after that. */
export function throws(node: SyntaxNode): boolean {
  if (STATEMENTS.has(node.type)) return true;
  if (node.type === 'expression_statement') return node.endIndex - node.startIndex < 500 && EXITS.test(node.text);
  if (!BLOCKS.test(node.type)) return false;
  const last = node.namedChildren.filter(child => child !== null && !child.type.endsWith('comment')).at(-1);
  return last !== undefined && last !== null && throws(last);
}
