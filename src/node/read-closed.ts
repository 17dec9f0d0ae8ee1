import { languageOfUri } from '../core/source/languages/index';
import type { Uri } from '../core/source/span';
import { type ClosedFile, closedFile, closedSource } from './closed-file';
import type { Parse } from './grammars';
import { grammarOf, type SummarizeTools, unread } from './summarize-text';
import { readTextFile } from './text-file';

export const ABSENT: ClosedFile = { summarized: { summary: null } };

/** `grammar`: what must be loaded before the file can be read. */
type ReadClosed = { readonly kind: 'read'; readonly closed: ClosedFile } | { readonly kind: 'needs'; readonly grammar: string };

/** Reads a file of the disk. `parses`: of the grammars that are loaded. Of an unchanged file, what was read `before`. */
export function readClosed(
  uri: Uri,
  path: string,
  tools: SummarizeTools,
  parses: ReadonlyMap<string, Parse>,
  before?: ClosedFile,
): ReadClosed {
  const file = readTextFile(path);
  if (file.kind === 'missing') return { kind: 'read', closed: ABSENT };
  const { stamp } = file;
  if (file.kind === 'problem') return { kind: 'read', closed: { summarized: unread(uri, languageOfUri(uri), file.message), stamp } };
  if (before !== undefined && before.stamp === stamp) return { kind: 'read', closed: before };
  const source = closedSource(uri, file.text);
  const grammar = grammarOf(uri, source.languageId);
  const parse = grammar === undefined ? undefined : parses.get(grammar);
  if (grammar !== undefined && parse === undefined) return { kind: 'needs', grammar };
  return { kind: 'read', closed: { ...closedFile(uri, source, parse, tools), stamp } };
}
