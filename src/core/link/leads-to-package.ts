import { languageFor } from '../source/languages/index';
import type { CodeSummary } from '../source/summary';
import type { Evaluation } from './evaluation';

/** Files looked at for it; of more, anything is thought possible. */
const MOST_FILES = 600;

/**
 * Whether a file's code can come to a package of an SDK at all: its package imports one, or imports what does, over any number of
 * steps; of an HTTP library, which nearly every program imports, only where one of the files names an endpoint. Only asked in languages in which each import is written out; in others anything can be passed along.
 */
export function leadsToPackage(evaluation: Evaluation, file: CodeSummary): boolean {
  if (languageFor(file.language).packages?.closed !== true) return true;
  return evaluation.records.shared(file, 'leads to a package', () => search(evaluation, file));
}

function search(evaluation: Evaluation, file: CodeSummary): boolean {
  const seen = new Set([file]);
  let importsCommon = false;
  let namesEndpoint = false;
  for (const current of seen) {
    const packages = packagesOf(evaluation, current);
    importsCommon ||= packages.length > 0;
    namesEndpoint ||= current.namesEndpoint === true;
    const isSure = packages.some(module => !evaluation.isCommon(module));
    if (seen.size > MOST_FILES || isSure || (importsCommon && namesEndpoint)) return true;
    for (const other of evaluation.packageOf(current)) seen.add(other);
    for (const { module } of current.imports) for (const other of evaluation.codeIn(module, current)) seen.add(other);
  }
  return false;
}

function packagesOf(evaluation: Evaluation, { imports, exportAll }: CodeSummary): readonly string[] {
  return [...imports, ...exportAll].flatMap(({ module }) => (evaluation.isPackage(module) ? [module] : []));
}
