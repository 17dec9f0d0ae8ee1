import { scale } from '../quote/basis';
import type { Workload } from './workload';

/** A workload as its traffic will be, if it grows as stated: calls·(1 + growth)^months. More calls also find the cache more often. */
export function inMonths(workload: Workload, months: number): Workload {
  const { callsPerMonth, growthPerMonth = 0 } = workload;
  if (callsPerMonth === undefined || growthPerMonth === 0 || months === 0) return workload;
  const grown = scale(callsPerMonth, (1 + growthPerMonth) ** months);
  return {
    ...workload,
    callsPerMonth: { ...grown, basis: 'assumed', why: `${callsPerMonth.why}; growing as stated for ${months} months` },
  };
}
