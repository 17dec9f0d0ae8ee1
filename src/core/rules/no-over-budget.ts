import { numeralsOf } from '../present/numerals';
import { type Estimate, isKnown } from '../quote/basis';
import { exceeded } from '../workspace-file/limits';
import { WORKSPACE_FILE_NAME } from '../workspace-file/name';
import type { Draft, Rule, RuleContext } from './rule';

export const rule: Rule = {
  id: 'no-over-budget',
  summary: 'A call that costs more than its budget in `promptfare.json`',
  defaultSeverity: 'error',
  reveals: [],
  check,
};

/** What all calls together cost is looked at when all are known: `workspace-file/budgets.ts`. */
function check({ quote, environment }: RuleContext): readonly Draft[] {
  const { site, stated } = quote;
  const budget = environment.saidOf(site.at.uri, site.identity)?.budget;
  // A wrapper's inner call is its callers' spend.
  if (stated === undefined || budget === undefined || site.isWrapper) return [];
  const { meanCallUsd, usdPerMonth } = stated;
  return [
    ...(isKnown(meanCallUsd) ? over(meanCallUsd, budget.usdPerCall, 'a call', 'usdPerCall') : []),
    ...(usdPerMonth !== undefined && isKnown(usdPerMonth) ? over(usdPerMonth, budget.usdPerMonth, 'a month', 'usdPerMonth') : []),
  ].map(draft => ({ ...draft, at: site.calleeAt }));
}

function over(usd: Estimate, limits: Parameters<typeof exceeded>[1], per: string, key: string): readonly Omit<Draft, 'at'>[] {
  const found = exceeded(usd, limits);
  if (found === undefined) return [];
  const numerals = numeralsOf('en');
  const limit = numerals.usd({ ...usd, value: found.limitUsd, low: found.limitUsd, high: found.limitUsd });
  const message = `This costs ${numerals.usd(usd)} ${per}, which ${found.certain ? 'is' : 'may be'} more than the ${limit} that "${key}" in ${WORKSPACE_FILE_NAME} allows.`;
  const unfixable = 'Shorten what is sent or answered, choose a cheaper model, or raise the budget: which of these is right only you know.';
  return [
    {
      message,
      certainty: found.certain ? 'confirmed' : 'suspected',
      fixes: [],
      unfixable,
      ...(found.level === 'warn' ? { milder: true as const } : {}),
    },
  ];
}
