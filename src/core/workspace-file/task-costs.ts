import { countedOnce, type FileSpend } from '../present/spend';
import { type Estimate, isKnown, type Money, scale, sum } from '../quote/basis';
import { DAYS_PER_MONTH } from '../spend/calendar';
import { type Stated as Amount, estimateOf } from '../spend/stated';
import { selectorMatcher } from './call-selector';
import { WORKSPACE_FILE_NAME } from './name';
import type { Stated } from './stated';

/** What it costs to get one thing done. US dollars. */
export interface TaskCost {
  readonly task: string;
  /** Calls in the code that take part. */
  readonly calls: number;
  readonly usdPerTask: Money;
  /** The tasks that end well bear the cost of all. */
  readonly usdPerResolvedTask: Money;
  /** Absent where the file doesn't say how often the task is done. */
  readonly usdPerMonth?: Money;
  readonly usdPerUserAndMonth?: Money;
}

/** What each task of a workspace file costs; `path` of the files is from its folder on. */
export function taskCosts(
  { tasks = {}, features = {}, traffic }: Pick<Stated, 'tasks' | 'features' | 'traffic'>,
  files: readonly FileSpend[],
): readonly TaskCost[] {
  const matches = selectorMatcher(features);
  const quotes = countedOnce(files).flatMap(({ path, quotes }) => quotes.map(quote => ({ path, quote })));
  const days = traffic?.daysPerMonth ?? DAYS_PER_MONTH;
  return Object.entries(tasks).map(([task, { calls, retries = 0, resolved = 1, tasksPerDay, tasksPerUserAndDay }]) => {
    const parts = Object.entries(calls).flatMap(([selector, count]) =>
      quotes
        .filter(({ path, quote }) => matches(selector, { path, identity: quote.site.identity }))
        .map(({ quote }) => ({ usd: quote.stated?.meanCallUsd ?? quote.maxCallUsd, count })),
    );
    const usdPerTask = total(parts, 1 + retries);
    const times = (amount: Amount) =>
      isKnown(usdPerTask)
        ? product(usdPerTask, estimateOf(amount, `task ${JSON.stringify(task)} in ${WORKSPACE_FILE_NAME}`), days)
        : usdPerTask;
    return {
      task,
      calls: parts.length,
      usdPerTask,
      usdPerResolvedTask: isKnown(usdPerTask) ? scale(usdPerTask, 1 / resolved) : usdPerTask,
      ...(tasksPerDay === undefined ? {} : { usdPerMonth: times(tasksPerDay) }),
      ...(tasksPerUserAndDay === undefined ? {} : { usdPerUserAndMonth: times(tasksPerUserAndDay) }),
    };
  });
}

/** Of calls one of which has no price, the whole has none. */
function total(parts: readonly { readonly usd: Money; readonly count: number }[], factor: number): Money {
  const unknown = parts.find(({ usd }) => !isKnown(usd));
  if (unknown !== undefined) return unknown.usd;
  if (parts.length === 0) return { basis: 'unknown', why: 'no call is meant by it' };
  return sum(parts.flatMap(({ usd, count }) => (isKnown(usd) ? [scale(usd, count * factor)] : [])));
}

function product(usd: Estimate, perDay: Estimate, days: number): Estimate {
  return {
    value: usd.value * perDay.value * days,
    low: usd.low * perDay.low * days,
    high: perDay.high === 0 ? 0 : usd.high * perDay.high * days,
    basis: 'assumed',
    why: [usd.why, perDay.why, `on ${days} days`].filter(why => why !== '').join('; '),
  };
}
