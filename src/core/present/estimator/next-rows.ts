import { scale } from '../../quote/basis';
import type { Span } from '../../source/span';
import { inLists } from '../in-lists';
import { type Numerals, savedText } from '../numerals';
import type { EstimatedCalls } from './calls';
import type { EstimatorData, NextStep } from './data';
import { inPeriod } from './money';

export interface NextRow {
  readonly title: string;
  /** `src/answer.py · no-dynamic-prefix · suspected` */
  readonly where: string;
  /** `$6.70`: what the fix alone saves, in the period of all amounts; empty where that can't be said. */
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
      return rowOf(step, times, calls, numerals);
    });
  return rows.sort((a, b) => b.usd - a.usd || a.where.localeCompare(b.where, 'en'));
}

/** Rounded as the lens, the fix and the list of savings have it. */
function rowOf(step: NextStep, times: number, calls: EstimatedCalls, numerals: Numerals): NextRow {
  const saved = step.savesUsd && scale(step.savesUsd, times);
  const usd = saved?.value ?? 0;
  return {
    title: step.fix ?? inLists(step.message),
    where: [step.path, step.rule, step.isConfirmed ? '' : 'suspected'].filter(part => part !== '').join(' · '),
    saves: saved !== undefined && usd > 0 ? savedText(saved, inPeriod(numerals, calls)) : '',
    usd,
    at: step.at,
  };
}
