import type { CallPlace, CodeSummary } from '../source/summary';
import { asksForPassed } from './by-caller';
import { spendDifferently } from './different-ways';
import type { Context, Evaluation } from './evaluation';
import { type BlockOfScope, excludingBlock } from './exclusive';
import { isLeftToCallers, type Spending } from './found';

/** A call of a function's body, and what it spends. */
export interface SpendingCall {
  readonly place: CallPlace;
  readonly spending: Spending;
}

/**
 * Of the calls those of which callers decide which one is made, where that makes a difference:
 * `if vendor == "anthropic": return claude.messages.create(…)`, and another package's call behind it.
 */
export function chosenCalls(
  evaluation: Evaluation,
  owner: CodeSummary,
  calls: readonly SpendingCall[],
  context: Context,
): readonly SpendingCall[] {
  const spending = calls.filter(({ spending: { found } }) => found.length > 0);
  const chosen = new Set<SpendingCall>();
  for (const [index, later] of spending.entries())
    for (const earlier of spending.slice(0, index)) {
      if (!isChoice(earlier, later)) continue;
      const excluding = excludingBlock(evaluation.lookup, owner.scopes, earlier.place, later.place);
      if (excluding === undefined || !spendDifferently([earlier.spending, later.spending], 'branch')) continue;
      if (isByCaller(evaluation, excluding, context)) chosen.add(earlier).add(later);
    }
  return calls.filter(one => chosen.has(one));
}

/** Two calls of functions of the project both leave to callers what those leave to them; where only one does, callers choose the other as well. */
function isChoice(one: SpendingCall, other: SpendingCall): boolean {
  if (isDirect(one) && isDirect(other)) return true;
  return isLeftToCallers(one.spending) !== isLeftToCallers(other.spending);
}

/** A package's own call. */
function isDirect({ place: { call }, spending: { found } }: SpendingCall): boolean {
  return found.length > 0 && found.every(({ at }) => at.uri === call.at.uri && at.start === call.at.start);
}

/** Whether callers decide which branch of a statement runs. */
function isByCaller(evaluation: Evaluation, { scope, block: { group } }: BlockOfScope, context: Context): boolean {
  const conditions = scope.blocks.flatMap(block => (block.group === group ? (block.condition ?? []) : []));
  return conditions.some(condition => asksForPassed(evaluation, condition, context));
}
