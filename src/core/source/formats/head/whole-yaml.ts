import type { Uri } from '../../span';
import { type ReadHead, strange } from './read-head';
import { parseHead, type YamlHead } from './yaml-head';

/** A file that is YAML (or JSON, which YAML contains) from its first line to its last: all head, no body. */
export function readWholeYaml(uri: Uri, text: string): ReadHead & { readonly head: YamlHead } {
  const yaml = { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length };
  const head = parseHead(uri, text, yaml, 'file');
  return { front: { yaml, bodyStart: text.length }, head, problems: [...head.problems, ...strange(uri, text)] };
}
