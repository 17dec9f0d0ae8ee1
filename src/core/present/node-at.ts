import type { Uri } from '../source/span';
import type { TreeNode } from './tree-node';

const ALL = 2 ** 52;
const BESIDE = 2 ** 53;

/** The row for a position: the innermost call around it, else its file, which a file's only prompt stands for. */
export function nodeAt(nodes: Iterable<TreeNode>, isHere: (uri: Uri) => boolean, offset: number): TreeNode | undefined {
  let found: TreeNode | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    if (node.opens === undefined) continue;
    const { uri, start, end } = node.opens;
    const size = end === 0 ? ALL : start <= offset && offset <= end ? end - start : BESIDE;
    if (size >= smallest || !isHere(uri)) continue;
    [found, smallest] = [node, size];
  }
  return found;
}
