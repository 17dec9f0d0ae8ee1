import type { SyntaxNode } from '../../syntax';

/** The members of `A | B | undefined`, as written, without those that say it may be absent; in a loop, as generated unions are long. */
export function alternativesOf(union: SyntaxNode): readonly SyntaxNode[] {
  const reversed: SyntaxNode[] = [];
  const open: SyntaxNode[] = [union];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'union_type') for (const child of node.namedChildren) if (child !== null) open.push(child);
    if (node.type !== 'union_type' && node.type !== 'comment' && !isAbsence(node)) reversed.push(node);
  }
  return reversed.reverse();
}

function isAbsence(node: SyntaxNode): boolean {
  const literal = node.type === 'literal_type' ? node.firstNamedChild?.type : undefined;
  return literal === 'undefined' || literal === 'null';
}

/** More alternatives are events and messages, not clients. */
const FEW = 5;

/** `OpenAI | AzureOpenAI`: a few types, each of which goes by a name. */
export function areFewNames(types: readonly SyntaxNode[]): boolean {
  return types.length > 0 && types.length <= FEW && types.every(({ type }) => NAMES.has(type));
}

const NAMES: ReadonlySet<string> = new Set(['type_identifier', 'nested_type_identifier', 'type_query']);
