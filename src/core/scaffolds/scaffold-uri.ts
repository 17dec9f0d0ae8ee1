import { relativeUri } from '../source/relative-uri';
import type { Uri } from '../source/span';

/** What is written into a file of its own, for a person to make it theirs. */
export type ScaffoldKind = 'batch' | 'cache';
export const SCAFFOLD_KINDS: readonly ScaffoldKind[] = ['batch', 'cache'];

const PREFIXES: Readonly<Record<ScaffoldKind, string>> = { batch: 'batch', cache: 'cached' };
/** Languages whose files of components have plain ones beside them. */
const PLAIN: Readonly<Record<string, string>> = { tsx: 'ts', jsx: 'js' };

/** Beside the call's file, by the function that it stands in: `batch_summarize.py`. Undefined where a file has no place for it. */
export function scaffoldUri(kind: ScaffoldKind, uri: Uri, symbol: string): Uri | undefined {
  const [, file = '', ending = ''] = /([^/]*)\.([a-z]+)$/.exec(uri) ?? [];
  if (file === '' || ending === 'ipynb') return undefined;
  const names = symbol.split('.').filter(name => name !== 'lambda' && name !== '');
  const name = (names[names.length - 1] ?? file).replace(/\W+/g, '_');
  return relativeUri(uri, `${PREFIXES[kind]}_${name}.${PLAIN[ending] ?? ending}`);
}
