import { namesAround } from '../request/function-name';
import { relativeUri } from '../source/relative-uri';
import type { Uri } from '../source/span';

/** What is written into a file of its own, for a person to make it theirs. */
export type ScaffoldKind = 'batch' | 'cache' | 'summary';
export const SCAFFOLD_KINDS: readonly ScaffoldKind[] = ['batch', 'cache', 'summary'];

const PREFIXES: Readonly<Record<ScaffoldKind, string>> = { batch: 'batch', cache: 'cached', summary: 'summary' };
/** Languages whose files of components have plain ones beside them. */
const PLAIN: Readonly<Record<string, string>> = { tsx: 'ts', jsx: 'js' };

/** Languages whose files are called after the class in them. */
const CLASS_FILES: ReadonlySet<string> = new Set(['java', 'cs']);

/** Beside the call's file, by the function that it stands in: `batch_summarize.py`. Undefined where a file has no place for it. */
export function scaffoldUri(kind: ScaffoldKind, uri: Uri, symbol: string): Uri | undefined {
  const [, file = '', ending = ''] = /(?<![^/])([^/]*)\.([a-z]+)$/.exec(uri) ?? [];
  if (file === '' || ending === 'ipynb') return undefined;
  const names = namesAround(symbol);
  const name = (names[names.length - 1] ?? file).replace(/\W+/g, '_');
  const written = `${PREFIXES[kind]}_${name}`;
  return relativeUri(uri, `${CLASS_FILES.has(ending) ? pascalCase(written) : written}.${PLAIN[ending] ?? ending}`);
}

/** `batch_label_all`, `batch_labelAll`: `BatchLabelAll`. */
function pascalCase(name: string): string {
  return name.replace(/(?:^|_+)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
