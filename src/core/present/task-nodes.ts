import { isKnown, type Money } from '../quote/basis';
import type { TaskCost } from '../workspace-file/task-costs';
import type { Numerals } from './numerals';
import type { TreeNode } from './tree-node';

/** What it costs to get things done, as rows of the tree of spend; none where `promptfare.json` states no tasks. */
export function taskNodes(tasks: readonly TaskCost[], numerals: Numerals): readonly TreeNode[] {
  if (tasks.length === 0) return [];
  const nodes = tasks.map((task, index): TreeNode => {
    const { usdPerTask, usdPerResolvedTask, calls } = task;
    return {
      // Folders may have tasks of one name.
      id: `tasks:${index}:${task.task}`,
      label: task.task,
      amount: isKnown(usdPerTask) ? `${numerals.usd(usdPerTask)}/task` : '',
      description: isKnown(usdPerTask) ? besidesText(task, numerals) : taskText(task, numerals),
      tooltip: [
        `${numerals.integer(calls)} ${calls === 1 ? 'call' : 'calls'} in the code`,
        (isKnown(usdPerTask) ? usdPerResolvedTask : usdPerTask).why,
      ]
        .filter(line => line !== '')
        .join('\n'),
      icon: 'task',
      children: [],
    };
  });
  const count = `${numerals.integer(tasks.length)} in promptfare.json`;
  return [{ id: 'tasks:', label: 'Tasks', amount: '', description: count, tooltip: '', icon: 'task', children: nodes }];
}

/** `$0.0121 a task · $0.0151 a resolved one · $0.42 a user and month · $120/month` */
export function taskText(task: TaskCost, numerals: Numerals): string {
  const { usdPerTask } = task;
  if (!isKnown(usdPerTask)) return `price of a task unknown: ${usdPerTask.why}`;
  return [`${numerals.usd(usdPerTask)} a task`, besidesText(task, numerals)].filter(part => part !== '').join(' · ');
}

/** `$0.0151 a resolved one · $0.42 a user and month · $120/month`: what is known besides the price of a task. */
function besidesText({ usdPerTask, usdPerResolvedTask, usdPerUserAndMonth, usdPerMonth }: TaskCost, numerals: Numerals): string {
  const written = (usd: Money | undefined, of: string) => (usd !== undefined && isKnown(usd) ? [`${numerals.usd(usd)}${of}`] : []);
  const isSame = isKnown(usdPerTask) && isKnown(usdPerResolvedTask) && usdPerResolvedTask.value === usdPerTask.value;
  return [
    ...(isSame ? [] : written(usdPerResolvedTask, ' a resolved one')),
    ...written(usdPerUserAndMonth, ' a user and month'),
    ...written(usdPerMonth, '/month'),
  ].join(' · ');
}
