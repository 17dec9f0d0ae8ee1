import type { Quote } from '../quote/analysis';
import type { Span } from '../source/span';
import { isAside } from './aside';
import type { FileSpend } from './spend';

type FileOfCalls = Pick<FileSpend, 'path' | 'quotes'>;

/**
 * Whether a wrapper's inner call is counted at callers that some files hold. Where none was found (a platform or a package calls the
 * function, or somebody who isn't there), nobody else stands for its money. Callers in tests say nothing of who calls the program's own.
 */
export function callersFound(files: readonly FileOfCalls[]): (path: string, quote: Quote) => boolean {
  const inOwn = new Set<string>();
  const anywhere = new Set<string>();
  for (const { path, quotes } of files) {
    const aside = isAside(path);
    for (const { site } of quotes) {
      for (const at of site.innerCalls ?? []) {
        anywhere.add(keyOf(at));
        if (!aside) inOwn.add(keyOf(at));
      }
    }
  }
  return (path, { site }) => site.isWrapper && (isAside(path) ? anywhere : inOwn).has(keyOf(site.at));
}

function keyOf({ uri, start }: Span): string {
  return `${uri}:${start}`;
}
