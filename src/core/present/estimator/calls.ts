import type { ModelFacts } from '../../prices/model';
import { DAYS_PER_MONTH } from '../../spend/calendar';
import { estimateOf } from '../../spend/stated';
import type { SpendMemory } from '../../spend/waterfall';
import type { Workload } from '../../spend/workload';
import type { EstimatorData } from './data';
import type { Period } from './period';
import type { EstimatorState } from './state';

/** The calls that the estimator speaks of, and in what its money is. */
export interface EstimatedCalls {
  readonly workloads: readonly Workload[];
  /** `month` as soon as any traffic is stated; else each call is made 1,000 times. */
  readonly per: 'month' | 'thousand';
  /** For which a month's money is shown. */
  readonly period: Period;
  /** Left out of a month, because nobody stated how often they are made. */
  readonly withoutTraffic: number;
  readonly find: (id: string) => ModelFacts | undefined;
}

/** What stays the same from one drawing to the next, for as long as the data do. */
export interface EstimatorMemory {
  readonly spend: SpendMemory;
  /** Calls with the traffic that was stated for them in the estimator. */
  readonly withTraffic: WeakMap<Workload, Workload>;
  /** Calls as they will be, by months from now. */
  readonly grown: WeakMap<Workload, Map<number, Workload>>;
}

export function newMemory(): EstimatorMemory {
  return { spend: new WeakMap(), withTraffic: new WeakMap(), grown: new WeakMap() };
}

/** Applies what a person set to what was scanned. */
export function estimatedCalls(
  data: EstimatorData,
  state: Pick<EstimatorState, 'feature' | 'callsPerDay'>,
  memory: EstimatorMemory,
): EstimatedCalls {
  const { callsPerDay } = state;
  const chosen = data.workloads.filter(workload => state.feature === '' || workload.feature === state.feature);
  const workloads =
    callsPerDay === undefined
      ? chosen
      : chosen.map(workload => (workload.callsPerMonth === undefined ? madeOften(workload, callsPerDay, memory) : workload));
  const withTraffic = workloads.filter(workload => workload.callsPerMonth !== undefined);
  const models = new Map([...data.models, ...data.workloads.flatMap(workload => workload.model ?? [])].map(model => [model.id, model]));
  return {
    workloads: withTraffic.length > 0 ? withTraffic : workloads,
    per: withTraffic.length > 0 ? 'month' : 'thousand',
    period: data.period ?? 'month',
    withoutTraffic: withTraffic.length > 0 ? workloads.length - withTraffic.length : 0,
    find: id => models.get(id) ?? models.get(id.slice(id.indexOf('/') + 1)),
  };
}

function madeOften(workload: Workload, callsPerDay: number, memory: EstimatorMemory): Workload {
  const callsPerMonth = estimateOf(callsPerDay * DAYS_PER_MONTH, 'calls a day as stated in the estimator');
  const before = memory.withTraffic.get(workload);
  if (before?.callsPerMonth?.value === callsPerMonth.value) return before;
  const stated = { ...workload, callsPerMonth };
  memory.withTraffic.set(workload, stated);
  return stated;
}

/** Calls a day of all of them; undefined: nobody stated it. */
export function callsPerDayOf({ workloads, per }: EstimatedCalls): number | undefined {
  if (per === 'thousand') return undefined;
  return workloads.reduce((total, { callsPerMonth }) => total + (callsPerMonth?.value ?? 0), 0) / DAYS_PER_MONTH;
}
