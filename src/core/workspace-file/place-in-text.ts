import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { JsonPlace } from './json-tree';

/** Where the value at a path, or the key that names it, stands in the text of a workspace file; undefined: it isn't there. */
export function placeInText(text: string, path: readonly (string | number)[], part: 'value' | 'key' = 'value'): JsonPlace | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const value = root && findNodeAtLocation(root, [...path]);
  const key = value?.parent?.type === 'property' ? value.parent.children?.[0] : undefined;
  const node = part === 'key' ? (key ?? value) : value;
  return node && { start: node.offset, end: node.offset + node.length };
}
