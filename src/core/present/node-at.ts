import type { Uri } from '../source/span';
import type { TreeNode } from './tree-node';

/** The row for a position: the innermost call around it, else its file, which is also what a file's only prompt is. */
export function nodeAt(nodes: Iterable<TreeNode>, isHere: (uri: Uri) => boolean, offset: number): TreeNode | undefined {
  let found: TreeNode | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    if (node.opens === undefined) continue;
    const { uri, start, end } = node.opens;
    const isWhole = end === 0;
    if (!isWhole && (offset < start || end < offset)) continue;
    const size = isWhole ? Number.MAX_SAFE_INTEGER : end - start;
    if (size >= smallest || !isHere(uri)) continue;
    [found, smallest] = [node, size];
  }
  return found;
}
