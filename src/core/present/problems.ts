import type { Analysis } from '../quote/analysis';
import type { Problem } from '../source/summary';

/** Why nothing of a file was read (too large, binary); undefined where it was. */
export function whyNothingRead(analysis: Analysis): string | undefined {
  const whole = analysis.problems.find(problem => !problem.ours && problem.at.start === 0 && problem.at.end === 0);
  return analysis.quotes.length === 0 ? whole?.message : undefined;
}

/** What is wrong with a prompt file, at its place. Broken code is for the language's own tools to tell. */
export function promptFileProblems(analysis: Analysis): readonly Problem[] {
  if (!analysis.quotes.some(quote => quote.site.kind === 'prompt-file')) return [];
  return analysis.problems.filter(problem => !problem.ours && problem.at.end > problem.at.start);
}

/** Faults of this program, for its log. */
export function ownFaults(analysis: Analysis): readonly string[] {
  return analysis.problems.filter(problem => problem.ours).map(problem => `${analysis.uri}: ${problem.message}`);
}
