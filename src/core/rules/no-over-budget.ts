import { usdRangeText, usdText } from '../present/finding-money';
import { type OverCall, overBudget } from '../workspace-file/call-budget';
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
  const { site } = quote;
  return overBudget(quote, environment.saidOf(site.at.uri, site.identity)).map(over => ({
    at: site.calleeAt,
    message: messageOf(over),
    certainty: over.certain ? 'confirmed' : 'suspected',
    fixes: [],
    unfixable: 'Shorten what is sent or answered, choose a cheaper model, or raise the budget: which of these is right only you know.',
    ...(over.level === 'warn' ? { milder: true as const } : {}),
  }));
}

function messageOf({ usd, per, limitUsd, certain }: OverCall): string {
  const unit = per === 'usdPerCall' ? 'a call' : 'a month';
  return `This costs ${usdRangeText(usd)} ${unit}, which ${certain ? 'is' : 'may be'} more than the ${usdText(limitUsd)} that "${per}" in ${WORKSPACE_FILE_NAME} allows.`;
}
