import type { BudgetCheck } from '../workspace-file/budgets';
import { amountQuantum, type Numerals } from './numerals';

/** One line on what is spent of a budget: `support: $522 per month, more than the $500 that is an error`. */
export function budgetText({ feature, spend, over }: BudgetCheck, numerals: Numerals): string {
  const { usdPerMonth, calls, callsPerMonthKnown: known } = spend;
  const name = feature ?? 'All calls';
  const without = calls - known;
  const part =
    without === 0 ? '' : ` (without ${numerals.integer(without)} of ${numerals.integer(calls)} calls, whose traffic or price is not known)`;
  if (usdPerMonth === undefined)
    return `${name}: not known, because of ${calls === 0 ? 'no call was found' : `none of ${numerals.integer(calls)} calls both traffic and price are known`}`;
  const spent = `${name}: ${numerals.usd(usdPerMonth)} per month${part}`;
  if (over === undefined) return `${spent}, within the budget`;
  const limit = numerals.amount(over.limitUsd, amountQuantum(over.limitUsd));
  return `${spent}, ${over.certain ? 'more' : 'perhaps more'} than the ${limit} that ${over.level === 'error' ? 'is an error' : 'is warned of'}`;
}
