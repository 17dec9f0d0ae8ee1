import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { errorText } from '../../../error-text';
import type { PromptField } from '../../prompt-document';
import type { Span, Uri } from '../../span';
import type { Problem } from '../../summary';

/** Front matter that can be asked for fields, with the source range of each. Offsets of nodes are relative to `start`. */
export interface YamlHead {
  readonly uri: Uri;
  readonly start: number;
  readonly end: number;
  /** The YAML itself. */
  readonly source: string;
  readonly document: Document.Parsed;
  readonly problems: readonly Problem[];
}

export type HeadScalar = string | number | boolean | null;

/** Total: broken YAML gives what could be read, plus one problem (later errors follow from the first). */
export function parseHead(uri: Uri, text: string, yaml: { readonly start: number; readonly end: number }, part = 'front matter'): YamlHead {
  const source = text.slice(yaml.start, yaml.end);
  const { document, failure } = parseYaml(source, part);
  const problems: Problem[] = [];
  const error = document.errors[0];
  if (failure !== undefined) problems.push({ message: failure, at: { uri, start: yaml.start, end: yaml.end } });
  else if (error !== undefined) {
    const at = { uri, start: yaml.start + error.pos[0], end: Math.min(yaml.end, yaml.start + error.pos[1]) };
    problems.push({ message: `The ${part} is not valid YAML: ${error.message}.`.replace(/\.\.$/, '.'), at });
  } else if (document.contents !== null && !isMap(document.contents)) {
    problems.push({ message: `The ${part} is not a list of \`key: value\` lines.`, at: { uri, start: yaml.start, end: yaml.end } });
  }
  return { uri, ...yaml, source, document, problems };
}

/** The parser recurses, so a pathological nesting overflows its stack: then the head is empty and the failure is said. */
export function parseYaml(source: string, part = 'front matter'): { readonly document: Document.Parsed; readonly failure?: string } {
  try {
    // Warnings would go to the process, which is not ours.
    return { document: parseDocument(source, { prettyErrors: false, logLevel: 'error' }) };
  } catch (error) {
    const failure = `The ${part} could not be read: ${errorText(error)}.`;
    return { document: parseDocument('', { prettyErrors: false }), failure };
  }
}

/** A node by its path of keys (`0` is a list's first item); aliases are followed. */
export function nodeAt(document: Document.Parsed, path: readonly string[]): Node | undefined {
  let node: unknown = document.contents;
  for (const key of path) {
    const parent = resolved(document, node);
    if (isMap(parent)) node = pairOf(parent, key)?.value;
    else if (isSeq(parent)) node = parent.items[Number(key)];
    else return undefined;
  }
  return (node ?? undefined) as Node | undefined;
}

export function resolved(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

export function pairOf(map: YAMLMap, key: string): Pair<Node, Node | null> | undefined {
  return map.items.find(pair => isScalar(pair.key) && pair.key.value === key) as Pair<Node, Node | null> | undefined;
}

export function scalarAt(head: YamlHead, path: readonly string[]): PromptField<HeadScalar> | undefined {
  const node = nodeAt(head.document, path);
  const scalar = resolved(head.document, node);
  return node !== undefined && isScalar(scalar) ? fieldOf(head, node, scalar) : undefined;
}

/** A non-empty string. */
export function stringAt(head: YamlHead, path: readonly string[]): PromptField<string> | undefined {
  const found = scalarAt(head, path);
  return typeof found?.value === 'string' && found.value.trim() !== '' ? { value: found.value, at: found.at } : undefined;
}

/** A name: a string on one line. An unclosed quote takes the lines below it along, and they name nothing. */
export function nameAt(head: YamlHead, path: readonly string[]): PromptField<string> | undefined {
  const found = stringAt(head, path);
  if (found === undefined) return undefined;
  const source = head.source.slice(found.at.start - head.start, found.at.end - head.start);
  return source.trim().includes('\n') ? undefined : found;
}

/** The scalar entries of a map, by their own names. */
export function scalarsAt(head: YamlHead, path: readonly string[]): Record<string, PromptField<HeadScalar>> {
  const map = resolved(head.document, nodeAt(head.document, path));
  if (!isMap(map)) return {};
  const entries = map.items.flatMap(pair => {
    const value = resolved(head.document, pair.value);
    if (!isScalar(pair.key) || !isScalar(value)) return [];
    return [[String(pair.key.value), fieldOf(head, pair.value as Node, value)] as const];
  });
  return Object.fromEntries(entries);
}

/** Child nodes of a list, or values of a map with their keys. */
export function childrenAt(head: YamlHead, path: readonly string[]): readonly { readonly key?: string; readonly node: unknown }[] {
  const node = resolved(head.document, nodeAt(head.document, path));
  if (isMap(node)) {
    return node.items.flatMap(pair =>
      isScalar(pair.key) ? [{ key: String(pair.key.value), node: resolved(head.document, pair.value) }] : [],
    );
  }
  return isSeq(node) ? node.items.map(item => ({ node: resolved(head.document, item) })) : [];
}

export function spanOf(head: YamlHead, node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { uri: head.uri, start: head.start + start, end: head.start + end };
}

function fieldOf(head: YamlHead, node: Node, scalar: Scalar): PromptField<HeadScalar> {
  const value = scalar.value;
  const plain = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { value: plain ? (value as HeadScalar) : String(value), at: spanOf(head, node) };
}
