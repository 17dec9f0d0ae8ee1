import { saying } from '../link/code-near';
import type { Evaluation } from '../link/evaluation';
import { filesAt } from '../link/locations';
import { toldElsewhere } from '../link/params-within';
import type { CodeSummary } from '../source/summary';
import type { Argument } from '../source/values';
import type { Sdk } from './sdk';
import { callsIn, lastNames } from './set-for-all';

/** What makes something once for a project, and where it may stand. */
export interface Held {
  readonly exports: readonly string[];
  /** Files that a framework's tools look for, from any folder above. */
  readonly paths: readonly string[];
  /** What files near are called that hold it elsewhere. */
  readonly called: RegExp;
}

/** Arguments of the calls of such exports, in the first file that has some. */
export function callsHeld(
  evaluation: Evaluation,
  sdk: Sdk,
  summary: CodeSummary,
  { exports, paths, called }: Held,
): readonly (readonly Argument[])[] {
  return evaluation.records.shared(summary, `held: ${sdk.id} ${exports.join()}`, () => {
    const callsOf = (file: CodeSummary) =>
      callsIn(evaluation, sdk, file, exports).map(args => args.map(each => ({ ...each, value: toldElsewhere(each.value) })));
    for (const path of paths) {
      const file = evaluation.fileOf(filesAt({ path }, summary.uri));
      const calls = file?.kind === 'code' ? callsOf(file) : [];
      if (calls.length > 0) return calls;
    }
    for (const file of saying(evaluation.mayImplement(summary, '', called).files, lastNames(exports))) {
      const calls = callsOf(file);
      if (calls.length > 0) return calls;
    }
    return [];
  });
}
