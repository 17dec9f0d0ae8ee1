import type { CodeSummary, Scope } from '../source/summary';
import type { Evaluation } from './evaluation';

/** The classes of a file that name another one of it as their base. */
export function classesBelow(evaluation: Evaluation, summary: CodeSummary, { name }: Scope): readonly Scope[] {
  const find = ({ scopes }: CodeSummary) =>
    scopes.filter(scope => scope.kind === 'class' && scope.bases.some(base => base.kind === 'name' && base.name === name));
  evaluation.edited.lookFor(summary, `classes below ${name}`, find);
  return evaluation.records.shared(summary, `classes below ${name}`, () => find(summary));
}
