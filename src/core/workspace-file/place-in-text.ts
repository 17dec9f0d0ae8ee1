import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { JsonPlace } from './json-tree';

/** Where the value at a path stands in the text of a workspace file; undefined: it isn't there. */
export function placeInText(text: string, path: readonly string[]): JsonPlace | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const node = root && findNodeAtLocation(root, [...path]);
  return node && { start: node.offset, end: node.offset + node.length };
}
