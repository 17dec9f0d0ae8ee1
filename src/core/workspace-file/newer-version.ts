import type { Node } from 'jsonc-parser';
import { type JsonProblem, partAt, placeOfValue } from './json-tree';
import { WORKSPACE_FILE_VERSION } from './name';

/** What to say of a file that a newer version of Promptfare made; undefined: this one reads it. */
export function newerVersion(root: Node): JsonProblem | undefined {
  const part = partAt(root, ['version'], new Set());
  const version: unknown = part?.children?.[1]?.value;
  if (part === undefined || typeof version !== 'number' || version <= WORKSPACE_FILE_VERSION) return undefined;
  const message = `A newer Promptfare made this file (version ${version}; this one reads ${WORKSPACE_FILE_VERSION}). Nothing of it counts until Promptfare is updated, and it is left as it is.`;
  return { ...placeOfValue(part), message, isOfWhole: true };
}
