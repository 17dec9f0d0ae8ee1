import type { Span } from '../../source/span';
import type { Numerals } from '../numerals';
import type { EstimatedCalls } from './calls';
import type { EstimatorData, NextStep } from './data';
import { figure, inPeriod, perText } from './money';

export interface NextRow {
  readonly title: string;
  /** `src/answer.py · no-dynamic-prefix · suspected` */
  readonly where: string;
  /** What the fix alone saves; empty where that can't be said. */
  readonly saves: string;
  readonly usd: number;
  readonly at: Span;
}

/** What to do next, what saves most first. Each saves this much alone: several at one call save less than their sum. */
export function nextRows(data: EstimatorData, calls: EstimatedCalls, numerals: Numerals): readonly NextRow[] {
  const byId = new Map(calls.workloads.map(workload => [workload.id, workload]));
  const rows = data.next
    .filter(step => step.workload === '' || byId.has(step.workload))
    .map(step => {
      const workload = byId.get(step.workload);
      const times = calls.per === 'month' ? (workload?.callsPerMonth?.value ?? 0) : 1000;
      return rowOf(step, (step.savesUsd?.value ?? 0) * times, calls, numerals);
    });
  return rows.sort((a, b) => b.usd - a.usd || a.where.localeCompare(b.where, 'en'));
}

function rowOf(step: NextStep, usd: number, calls: EstimatedCalls, numerals: Numerals): NextRow {
  return {
    title: step.fix ?? step.message,
    where: [step.path, step.rule, step.isConfirmed ? '' : 'suspected'].filter(part => part !== '').join(' · '),
    saves: usd > 0 ? `${figure(usd, usd, inPeriod(numerals, calls))} ${perText(calls)}` : '',
    usd,
    at: step.at,
  };
}
