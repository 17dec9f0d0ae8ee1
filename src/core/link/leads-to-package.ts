import { languageFor } from '../source/languages/index';
import type { CodeSummary } from '../source/summary';
import type { Evaluation } from './evaluation';
import { type Grounds, joined } from './grounds';

/** Files looked at for it; of more, anything is thought possible. */
const MOST_FILES = 600;

/**
 * Whether a file's code can come to a package of an SDK at all: its package imports one, or imports what does, over any number of
 * steps; of an HTTP library, which nearly every program imports, only where one of the files names an endpoint. Only asked in languages in which each import is written out; in others anything can be passed along.
 */
export function leadsToPackage(evaluation: Evaluation, file: CodeSummary): boolean {
  if (languageFor(file.language).packages?.closed !== true) return true;
  return evaluation.records.shared(file, 'leads to a package', () => {
    const first = firstOfPackage(evaluation, file);
    return first === file ? search(evaluation, file) : leadsToPackage(evaluation, first);
  });
}

/** Files that see the same files come to the same packages, so one of them is asked. */
function firstOfPackage(evaluation: Evaluation, file: CodeSummary): CodeSummary {
  const others = evaluation.packageOf(file);
  const all = new Set([file, ...others]);
  const seesAll = (each: CodeSummary) => {
    const seen = evaluation.packageOf(each);
    return seen.length === others.length && seen.every(other => all.has(other));
  };
  return others.find(each => each.uri < file.uri && seesAll(each)) ?? file;
}

function search(evaluation: Evaluation, file: CodeSummary): boolean {
  const { records } = evaluation;
  const seen = new Set([file]);
  // Joined at the end: one by one, each step would keep all that the steps before it rest on.
  const grounds: Grounds[] = [];
  let importsCommon = false;
  let namesEndpoint = false;
  let leads = false;
  for (const current of seen) {
    const packages = packagesOf(evaluation, current);
    importsCommon ||= packages.length > 0;
    namesEndpoint ||= current.namesEndpoint === true;
    const isSure = packages.some(module => !evaluation.isCommon(module));
    leads = seen.size > MOST_FILES || isSure || (importsCommon && namesEndpoint);
    if (leads) break;
    const near = records.apart(() => filesNear(evaluation, current));
    grounds.push(near.grounds);
    for (const other of near.answer) seen.add(other);
  }
  records.restOn(joined(grounds));
  return leads;
}

/** The files of a file's package, and of those that it imports. */
function filesNear(evaluation: Evaluation, file: CodeSummary): readonly CodeSummary[] {
  return [...evaluation.packageOf(file), ...file.imports.flatMap(({ module }) => evaluation.codeIn(module, file))];
}

function packagesOf(evaluation: Evaluation, { imports, exportAll }: CodeSummary): readonly string[] {
  return [...imports, ...exportAll].flatMap(({ module }) => (evaluation.isPackage(module) ? [module] : []));
}
