import { evaluateArgs } from '../link/arguments';
import type { Context, Evaluation } from '../link/evaluation';
import { functionAround } from '../link/function-around';
import { contains, type Span } from '../source/span';
import type { CodeSummary } from '../source/summary';
import type { Argument } from '../source/values';
import { exportPath } from './exports';
import type { Sdk } from './sdk';

/** Arguments of the innermost call of such an export that a `with` enters around a place, in the same function: `with dspy.context(lm=lm)`. */
export function enteredAround(
  evaluation: Evaluation,
  { sdk, at, context }: { readonly sdk: Sdk; readonly at: Span; readonly context: Context },
  summary: CodeSummary,
  exports: readonly string[],
): readonly Argument[] | undefined {
  const blocks = (functionAround(summary, at) ?? summary.scopes[0])?.blocks ?? [];
  // A block comes before those in it.
  const managers = blocks.flatMap(block => (block.managers !== undefined && contains(block.at, at) ? block.managers : []));
  for (const manager of managers.reverse()) {
    if (manager.kind !== 'call') continue;
    const callee = evaluation.evaluate(manager.callee, context);
    const path = callee.kind === 'external' ? exportPath(callee, sdk)?.join('.') : undefined;
    if (path !== undefined && exports.includes(path)) return evaluateArgs(evaluation, manager.args, context);
  }
  return undefined;
}
