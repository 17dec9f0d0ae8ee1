import { budgetText } from '../../core/present/budget-text';
import type { Numerals } from '../../core/present/numerals';
import { isKnown, type Money } from '../../core/quote/basis';
import type { TaskCost } from '../../core/workspace-file/task-costs';
import type { ScannedWorkspaceFile } from '../scan';

/** What is wrong in a workspace file, and what its budgets and tasks come to; empty where there is nothing to say. */
export function workspaceText({ file, problems, budgets, tasks }: ScannedWorkspaceFile, numerals: Numerals): string {
  const lines = [
    ...problems.map(({ line, message }) => `${file}:${line}  ${message}`),
    ...budgets.map(budget => `budget  ${budgetText(budget, numerals)}`),
    ...tasks.map(task => `task  ${taskText(task, numerals)}`),
  ];
  return lines.length === 0 ? '' : [`${file}:`, ...lines.map(line => `  ${line}`)].join('\n');
}

function taskText({ task, calls, usdPerTask, usdPerResolvedTask, usdPerMonth, usdPerUserAndMonth }: TaskCost, numerals: Numerals): string {
  if (!isKnown(usdPerTask)) return `${task}: unknown (${usdPerTask.why})`;
  const part = (usd: Money | undefined, per: string) => (usd !== undefined && isKnown(usd) ? [`${numerals.usd(usd)} ${per}`] : []);
  return [
    `${task}: ${numerals.usd(usdPerTask)} each, over ${numerals.integer(calls)} ${calls === 1 ? 'call' : 'calls'}`,
    ...part(usdPerResolvedTask, 'per resolved task'),
    ...part(usdPerUserAndMonth, 'per user and month'),
    ...part(usdPerMonth, 'per month'),
  ].join(', ');
}
