import type { CodeSummary, Scope } from '../source/summary';
import type { Evaluation } from './evaluation';

/** The classes that a file declares, those within others included. */
export function declaredClasses({ edited }: Evaluation, summary: CodeSummary): readonly Scope[] {
  const find = ({ scopes }: CodeSummary) => scopes.filter(({ kind }) => kind === 'class');
  edited.lookFor(summary, 'classes', find);
  return find(summary);
}
