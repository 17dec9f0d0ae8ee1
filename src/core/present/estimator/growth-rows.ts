import { inMonths } from '../../spend/growth';
import { leversFor, type Scenario } from '../../spend/scenario';
import { spendOfAll } from '../../spend/waterfall';
import type { Workload } from '../../spend/workload';
import type { Numerals } from '../numerals';
import type { EstimatedCalls, EstimatorMemory } from './calls';
import { figure } from './money';

export interface GrowthRow {
  /** From now: 0 is this month. */
  readonly month: number;
  readonly calls: string;
  readonly todayUsd: number;
  readonly afterUsd: number;
  /** The requests as they stand. */
  readonly today: string;
  /** With the levers. */
  readonly after: string;
}

const MONTHS = 12;

/** What the months to come cost if calls grow as stated; none where no growth is. */
export function growthRows(calls: EstimatedCalls, scenario: Scenario, numerals: Numerals, memory: EstimatorMemory): readonly GrowthRow[] {
  if (!growsAtAll(calls)) return [];
  return Array.from({ length: MONTHS + 1 }, (_, month) => growthRow(calls, scenario, month, numerals, memory));
}

function growthRow(calls: EstimatedCalls, scenario: Scenario, month: number, numerals: Numerals, memory: EstimatorMemory): GrowthRow {
  const workloads = calls.workloads.map(workload => grownOf(workload, month, memory));
  const { today, after } = spendOfAll(workloads, ({ feature }) => leversFor(scenario, feature), calls.find, memory.spend);
  return {
    month,
    calls: numerals.integer(workloads.reduce((total, { callsPerMonth }) => total + (callsPerMonth?.value ?? 0), 0)),
    todayUsd: today.usd.value,
    afterUsd: after.usd.value,
    today: figure(today.usd.value, today.usd.value, numerals),
    after: figure(after.usd.value, today.usd.value, numerals),
  };
}

/** `In 12 months, as calls grow: $3,138 a month, $2,100 with these levers.`; empty where no growth is stated. */
export function growthText(calls: EstimatedCalls, scenario: Scenario, numerals: Numerals, memory: EstimatorMemory): string {
  if (!growsAtAll(calls)) return '';
  const { today, after, todayUsd, afterUsd } = growthRow(calls, scenario, MONTHS, numerals, memory);
  return `In ${MONTHS} months, as calls grow: ${today} a month${afterUsd === todayUsd ? '' : `, ${after} with these levers`}.`;
}

function growsAtAll({ workloads, per }: EstimatedCalls): boolean {
  return per === 'month' && workloads.some(({ growthPerMonth = 0 }) => growthPerMonth !== 0);
}

/** The same one each time, so that what was worked out for it is found again. */
function grownOf(workload: Workload, month: number, { grown }: EstimatorMemory): Workload {
  const known = grown.get(workload) ?? new Map<number, Workload>();
  const later = known.get(month) ?? inMonths(workload, month);
  known.set(month, later);
  grown.set(workload, known);
  return later;
}
