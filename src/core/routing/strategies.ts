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

/** What calls cost together today and with a strategy, worked out by the model of spend. */
export function strategyCost(workloads: readonly Workload[], strategy: Strategy, find: FindModel): StrategyCost {
  const { today, after, unpriced } = spendOfAll(workloads, () => leversOf(strategy), find);
  return { today: today.usd, after: after.usd, unpriced: unpriced.map(({ workload }) => workload.label) };
}

/** The escalation rate at which a cascade costs what today's model alone costs; below zero: it never pays. Undefined: nothing has a price. */
export function breakEvenEscalationRate(
  workloads: readonly Workload[],
  cascade: Pick<Extract<Strategy, { kind: 'cascade' }>, 'model' | 'scorerUsdPerThousandCalls'>,
  find: FindModel,
): number | undefined {
  const { today, after } = strategyCost(workloads, { kind: 'cascade', ...cascade, escalationRate: 0 }, find);
  // Without escalation only the first answer and its scoring are paid. They must spare that share of today's calls.
  const spared = breakEvenShare(after.value, today.value);
  return spared === undefined ? undefined : 1 - spared;
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
