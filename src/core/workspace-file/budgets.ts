import { isAside } from '../present/aside';
import { countedOnce, type FileSpend, type Spend, spendOf } from '../present/spend';
import { type Exceeded, exceeded } from './limits';
import type { Stated } from './stated';

/** A budget of several calls together. */
export interface BudgetCheck {
  /** Undefined: of all calls. */
  readonly feature?: string;
  /** Where the budget stands in the file. */
  readonly path: readonly string[];
  readonly spend: Spend;
  /** Absent where the budget holds, as far as is known. */
  readonly over?: Exceeded;
}

/** Holds what all calls of a folder cost in a month against its budgets. Tests and examples don't count. */
export function checkBudgets(stated: Pick<Stated, 'budgets'>, files: readonly FileSpend[]): readonly BudgetCheck[] {
  const { usdPerMonth, features = {} } = stated.budgets ?? {};
  const quotes = countedOnce(files).flatMap(file => (isAside(file.path) ? [] : file.quotes));
  const check = (limits: Parameters<typeof exceeded>[1], spend: Spend): Pick<BudgetCheck, 'spend' | 'over'> => {
    const over = spend.usdPerMonth && exceeded(spend.usdPerMonth, limits);
    return over === undefined ? { spend } : { spend, over };
  };
  const ofAll = usdPerMonth === undefined ? [] : [{ path: ['budgets', 'usdPerMonth'], ...check(usdPerMonth, spendOf(quotes)) }];
  const ofFeatures = Object.entries(features).flatMap(([feature, { usdPerMonth: limits }]) => {
    if (limits === undefined) return [];
    const spend = spendOf(quotes.filter(quote => quote.stated?.feature === feature));
    return [{ feature, path: ['budgets', 'features', feature, 'usdPerMonth'], ...check(limits, spend) }];
  });
  return [...ofAll, ...ofFeatures];
}
