import type { CallPlace, CodeSummary } from '../source/summary';
import { asksForPassed } from './by-caller';
import { spendDifferently } from './different-ways';
import type { Context, Evaluation } from './evaluation';
import { type BlockOfScope, excludingBlock } from './exclusive';
import type { Spending } from './found';

/** A call of a function's body, and what it spends. */
export interface SpendingCall {
  readonly place: CallPlace;
  readonly spending: Spending;
}

/**
 * Of a package's calls those of which callers decide which one is made, where that makes a difference:
 * `if vendor == "anthropic": return claude.messages.create(…)`, and another package's call behind it.
 */
export function chosenCalls(
  evaluation: Evaluation,
  owner: CodeSummary,
  calls: readonly SpendingCall[],
  context: Context,
): readonly SpendingCall[] {
  const direct = calls.filter(isDirect);
  const chosen = new Set<SpendingCall>();
  for (const [index, later] of direct.entries())
    for (const earlier of direct.slice(0, index)) {
      const excluding = excludingBlock(evaluation.lookup, owner.scopes, earlier.place, later.place);
      if (excluding === undefined || !spendDifferently([earlier.spending, later.spending], 'branch')) continue;
      if (isByCaller(evaluation, excluding, context)) chosen.add(earlier).add(later);
    }
  return calls.filter(one => chosen.has(one));
}

/** A package's own call; one of a function of the project leaves to callers what that leaves to them. */
function isDirect({ place: { call }, spending: { found } }: SpendingCall): boolean {
  return found.length > 0 && found.every(({ at }) => at.uri === call.at.uri && at.start === call.at.start);
}

/** Whether callers decide which branch of a statement runs. */
function isByCaller(evaluation: Evaluation, { scope, block: { group } }: BlockOfScope, context: Context): boolean {
  const conditions = scope.blocks.flatMap(block => (block.group === group ? (block.condition ?? []) : []));
  return conditions.some(condition => asksForPassed(evaluation, condition, context));
}
