import type { Span } from '../source/span';
import type { CodeSummary, Import } from '../source/summary';
import type { ValueOf } from '../source/values';
import type { Evaluation } from './evaluation';

/** `shop.clients` after `import shop.clients` (Python), which binds `shop`: a module that the file has loaded with its package. */
export function importedPart(
  evaluation: Evaluation,
  { module, path }: ValueOf<'external'>,
  key: string,
  at: Span,
): ValueOf<'external'> | undefined {
  const file = evaluation.codeOf(at.uri);
  if (file?.language !== 'python') return undefined;
  evaluation.edited.lookFor(file, 'modules of packages', wholeImports);
  const isObject = (names: readonly string[]) =>
    names.join('.') === [module, ...path].join('.') || (path.length === 0 && evaluation.moduleOf(names.join('.'), file.uri) === module);
  for (const { whole = '' } of wholeImports(file)) {
    const names = whole.split('.');
    const depth = names.indexOf(key, 1);
    if (depth < 0 || !isObject(names.slice(0, depth))) continue;
    const found = evaluation.moduleOf(names.slice(0, depth + 1).join('.'), file.uri);
    if (found !== undefined) return { kind: 'external', at, module: found, path: [] };
  }
  return undefined;
}

function wholeImports({ imports }: CodeSummary): readonly Import[] {
  return imports.filter(({ whole }) => whole !== undefined);
}
