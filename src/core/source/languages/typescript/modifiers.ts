import type { SyntaxNode } from '../../syntax';

/** The words before the name of a method, field or parameter: `static`, `async`, `get`, `readonly`, `accessibility_modifier`. */
export function modifiersOf(node: SyntaxNode): ReadonlySet<string> {
  const name = node.childForFieldName('name') ?? node.childForFieldName('property') ?? node.childForFieldName('pattern');
  const end = name?.startIndex ?? node.endIndex;
  const found = new Set<string>();
  for (const child of node.children) {
    if (child === null) continue;
    if (child.startIndex >= end) break;
    found.add(child.type);
  }
  return found;
}

/** Whether nothing outside of its class can set a field: `private`, `protected`, `readonly`, `#model`. */
export function isClosed(node: SyntaxNode, key: string): boolean {
  return key.startsWith('#') || node.children.some(child => child?.type === 'readonly' || isHiding(child));
}

function isHiding(child: SyntaxNode | null): boolean {
  return child?.type === 'accessibility_modifier' && child.text !== 'public';
}

/** Whether a bare word stands in a statement: `import type …`, `export default …`. */
export function hasWord(node: SyntaxNode, word: string): boolean {
  return node.children.some(child => child !== null && !child.isNamed && child.type === word);
}
