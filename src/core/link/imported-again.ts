import type { CodeSummary, Import, Scope } from '../source/summary';
import type { ValueOf } from '../source/values';
import type { Evaluation } from './evaluation';

/**
 * The import that a name means where it stands: of several (`from openai import OpenAI` in one cell of a notebook, another package's in a
 * later one) the last above it that is no attempt. Of `try: … except ImportError: …` the first is the one that is wanted.
 */
export function importMeant(evaluation: Evaluation, summary: CodeSummary, scope: Scope, name: ValueOf<'name'>): Import | undefined {
  const { lookup } = evaluation;
  const first = lookup.importOf(summary, scope.id, name.name);
  if (first === undefined || summary.language !== 'python' || !importedAgain(evaluation, summary).has(name.name)) return first;
  const above = summary.imports.filter(
    each => each.scope === scope.id && each.local === name.name && each.at.end <= name.at.start && !isTried(scope, each),
  );
  return above[above.length - 1] ?? first;
}

function importedAgain({ lookup }: Evaluation, { imports }: CodeSummary): ReadonlySet<string> {
  return lookup.same.of([imports], 'imported again', () => {
    const [once, again] = [new Set<string>(), new Set<string>()];
    for (const { local } of imports) (once.has(local) ? again : once).add(local);
    return again;
  });
}

function isTried({ blocks }: Scope, { at }: Import): boolean {
  return blocks.some(block => block.at.start <= at.start && at.end <= block.at.end);
}
