import type { ModelFacts } from '../prices/model';
import type { Estimate } from '../quote/basis';
import { breakEvenShare } from '../spend/break-even';
import type { Levers } from '../spend/scenario';
import { spendOfAll } from '../spend/waterfall';
import type { Workload } from '../spend/workload';

/** How a selection of calls is shared between today's model and another one. */
export type Strategy =
  /** All calls go to the other model. */
  | { readonly kind: 'static'; readonly model: string }
  /** A classifier sends the easy ones there. */
  | { readonly kind: 'dynamic'; readonly model: string; readonly easyShare: number; readonly classifierUsdPerThousandCalls: number }
  /** It answers first; what a scorer finds poor is asked of today's model again. */
  | { readonly kind: 'cascade'; readonly model: string; readonly escalationRate: number; readonly scorerUsdPerThousandCalls: number };

export interface StrategyCost {
  /** US dollars a month, or for 1,000 calls each where no traffic is stated. */
  readonly today: Estimate;
  readonly after: Estimate;
  /** Labels of calls without a price, which are in neither. */
  readonly unpriced: readonly string[];
}

type FindModel = (id: string) => ModelFacts | undefined;

/** What each call does; undefined: it stays as it is. */
type StrategyOf = (workload: Workload) => Strategy | undefined;

/** What calls cost together today and with a strategy for each, worked out by the model of spend. */
export function strategyCost(workloads: readonly Workload[], strategyOf: StrategyOf, find: FindModel): StrategyCost {
  const levers = (workload: Workload) => {
    const strategy = strategyOf(workload);
    return strategy === undefined ? {} : leversOf(strategy);
  };
  const { today, after, unpriced } = spendOfAll(workloads, levers, find);
  return { today: today.usd, after: after.usd, unpriced: unpriced.map(({ workload }) => workload.label) };
}

/**
 * The escalation rate at which cascades cost what today's models alone cost; below zero: they never pay. Undefined: nothing has a price.
 * Costs grow evenly with the rate, so the costs at both of its ends say where it is.
 */
export function breakEvenEscalationRate(
  workloads: readonly Workload[],
  cascadeAt: (escalationRate: number) => StrategyOf,
  find: FindModel,
): number | undefined {
  const never = strategyCost(workloads, cascadeAt(0), find);
  const always = strategyCost(workloads, cascadeAt(1), find);
  return breakEvenShare(never.today.value - never.after.value, always.after.value - never.after.value);
}

function leversOf(strategy: Strategy): Levers {
  const { model } = strategy;
  switch (strategy.kind) {
    case 'static':
      return { routing: [{ model, share: 1 }] };
    case 'dynamic':
      return {
        dynamicRouting: { model, share: strategy.easyShare, classifierUsdPerThousandCalls: strategy.classifierUsdPerThousandCalls },
      };
    case 'cascade':
      return {
        cascade: { model, escalationRate: strategy.escalationRate, scorerUsdPerThousandCalls: strategy.scorerUsdPerThousandCalls },
      };
  }
}
