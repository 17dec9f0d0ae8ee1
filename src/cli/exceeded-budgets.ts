import { budgetText } from '../core/present/budget-text';
import { numeralsOf } from '../core/present/numerals';
import type { Scan } from './scan';
import { UsageError } from './usage-error';

/** Each limit that is an error and is exceeded, in words. A check of budgets that finds none to check must not pass for one that holds. */
export function exceededBudgets({ workspaceFiles }: Scan): readonly string[] {
  const newer = workspaceFiles.find(({ isNewer }) => isNewer);
  if (newer !== undefined) throw new UsageError(`${newer.file}: ${newer.problems[0]?.message ?? 'a newer version made it'}`);
  if (!workspaceFiles.some(({ statesBudgets }) => statesBudgets)) throw new UsageError('no budget is stated in promptfare.json');
  return workspaceFiles.flatMap(({ file, budgets, callsOverBudget }) => [
    ...callsOverBudget.map(call => `${call.file}:${call.line}  ${call.message}`),
    ...budgets.filter(({ over }) => over?.level === 'error').map(budget => `${file}  ${budgetText(budget, numeralsOf())}`),
  ]);
}
