import type { Uri } from '../../span';
import type { Problem } from '../../summary';
import type { SyntaxNode } from '../../syntax';

/** One mistake upsets much of what follows it, so more messages would not say more. */
const MOST = 3;

/** The innermost places that the parser could not read, in source order, each at most to its line's end. */
export function findProblems(root: SyntaxNode, uri: Uri, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  const open: SyntaxNode[] = root.hasError ? [root] : [];
  for (let node = open.pop(); node !== undefined && problems.length < MOST; node = open.pop()) {
    const inner = node.children.filter(child => child?.hasError || child?.isMissing || child?.isError).filter(child => child !== null);
    if (inner.length > 0) open.push(...inner.reverse());
    else if (node.isError || node.isMissing) problems.push({ message: 'This part could not be parsed', at: firstLine(node, uri, text) });
  }
  return problems;
}

function firstLine(node: SyntaxNode, uri: Uri, text: string) {
  const lineEnd = text.slice(node.startIndex, node.endIndex).search(/[\r\n]/);
  return { uri, start: node.startIndex, end: lineEnd < 0 ? node.endIndex : node.startIndex + lineEnd };
}
