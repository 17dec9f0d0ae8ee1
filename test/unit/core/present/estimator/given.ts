import { newMemory } from '../../../../../src/core/present/estimator/calls';
import type { EstimatorData } from '../../../../../src/core/present/estimator/data';
import { estimatorView } from '../../../../../src/core/present/estimator/estimator-view';
import { type EstimatorState, FIRST_STATE } from '../../../../../src/core/present/estimator/state';
import { numeralsOf } from '../../../../../src/core/present/numerals';
import type { Levers } from '../../../../../src/core/spend/scenario';
import type { Workload } from '../../../../../src/core/spend/workload';
import { model, workload } from '../../spend/given';

export const numerals = numeralsOf();

export function data(workloads: readonly Workload[], rest: Partial<EstimatorData> = {}): EstimatorData {
  return {
    scan: 'done',
    workloads,
    models: [model('gpt-6-luna')],
    next: [],
    scenarios: {},
    tasks: [],
    thinking: 0,
    withoutCap: 0,
    aside: 0,
    day: '2026-11-20',
    ...rest,
  };
}

export function state(levers: Levers, rest: Partial<EstimatorState> = {}): EstimatorState {
  return { ...FIRST_STATE, scenario: { levers }, ...rest };
}

export function view(
  workloads: readonly Workload[],
  levers: Levers = {},
  rest: Partial<EstimatorState> = {},
  more: Partial<EstimatorData> = {},
) {
  return estimatorView(data(workloads, more), state(levers, rest), numerals, newMemory());
}

/** claude-sonnet-5-5: $2 in, $0.10 read, $2.50 written, $10 out for a million tokens on 2026-11-20. */
export function answer(rest: Partial<Workload> = {}): Workload {
  return workload({ system: 2000, query: 100, output: 300 }, { id: 'answer', label: 'answer', feature: 'support', ...rest });
}

export function summarise(rest: Partial<Workload> = {}): Workload {
  return workload({ query: 10_000, output: 200 }, { id: 'summarise', label: 'summarise', feature: 'reports', ...rest });
}
