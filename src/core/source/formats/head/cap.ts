import type { Edit, Refusal } from '../../edit';
import type { PromptDocument } from '../../prompt-document';
import type { Uri } from '../../span';
import type { Problem } from '../../summary';
import type { FrontMatter } from './front-matter';
import { isReference } from './reference';
import { setNumber } from './set-number';
import { nodeAt, scalarAt, spanOf, type YamlHead } from './yaml-head';

export interface Cap extends Pick<PromptDocument, 'outputCap' | 'capReference'> {
  readonly capKey: string;
  readonly problems: readonly Problem[];
}

/** Looks under several dotted keys, the format's own first. A cap is a whole number of tokens, at least 1. */
export function readCap(
  head: YamlHead | undefined,
  keys: readonly [string, ...string[]],
  pathOf: (key: string) => readonly string[] = key => key.split('.'),
): Cap {
  const written = head === undefined ? undefined : keys.find(key => nodeAt(head.document, pathOf(key)) !== undefined);
  const capKey = written ?? keys[0];
  const node = head === undefined ? undefined : nodeAt(head.document, pathOf(capKey));
  if (head === undefined || node === undefined) return { capKey, problems: [] };
  const parameter = lastKey(capKey);
  const at = spanOf(head, node);
  const value = scalarAt(head, pathOf(capKey))?.value;
  if (value === null) return { capKey, problems: [] };
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1)
    return { capKey, outputCap: { value, at, parameter }, problems: [] };
  if (typeof value === 'string' && isReference(value)) return { capKey, capReference: { value, at }, problems: [] };
  return { capKey, problems: [{ message: `\`${parameter}\` is not a number of tokens: write a whole number above 0.`, at }] };
}

/** Writes the cap at its dotted key; makes front matter where there is none. */
export function writeCap(
  uri: Uri,
  text: string,
  front: FrontMatter,
  capKey: string,
  tokens: number,
  shorthand: Readonly<Record<string, string>>,
  path: readonly string[] = capKey.split('.'),
): readonly Edit[] | Refusal {
  if (!Number.isSafeInteger(tokens) || tokens < 1) return { refused: 'An output cap is a whole number of tokens above 0.' };
  if (front.problem !== undefined) return { refused: front.problem.message };
  if (front.yaml !== undefined) return setNumber({ uri, text, yaml: front.yaml, path, value: tokens, shorthand });
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = path.map((key, depth) => `${'  '.repeat(depth)}${key}:`).join(newline);
  const newText = ['---', `${lines} ${tokens}`, '---', ''].join(newline);
  return [{ uri, start: front.bodyStart, end: front.bodyStart, newText }];
}

function lastKey(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
