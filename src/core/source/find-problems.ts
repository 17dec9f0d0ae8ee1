import type { Uri } from './span';
import type { Problem } from './summary';
import type { SyntaxNode } from './syntax';

/** The first of the innermost places that the parser could not read, at most to its line's end: those after it are mostly its consequences. */
export function findProblems(root: SyntaxNode, uri: Uri, text: string): readonly Problem[] {
  if (!root.hasError) return [];
  let node = root;
  while (!node.isError && !node.isMissing) {
    const inner = node.children.find(child => child !== null && (child.hasError || child.isError || child.isMissing));
    if (!inner) break;
    node = inner;
  }
  const { startIndex: start, endIndex } = node;
  const lineEnd = text.slice(start, endIndex).search(/[\r\n]/);
  return [{ message: 'This part could not be parsed', at: { uri, start, end: lineEnd < 0 ? endIndex : start + lineEnd } }];
}
