import type { SpendOfAll } from '../../spend/waterfall';
import { SPEND_PARTS, type SpendPart } from '../../spend/workload';
import type { Numerals } from '../numerals';
import { PART_LABELS } from './labels';
import { figure } from './money';

export interface CompositionRow {
  readonly part: SpendPart;
  readonly label: string;
  readonly todayUsd: number;
  readonly afterUsd: number;
  readonly today: string;
  readonly after: string;
  /** Of today's whole. */
  readonly share: string;
  /** There is more of it than anybody knows. */
  readonly isOpen: boolean;
}

/** What the money is for, in the order of a request; parts that cost nothing are left out. The column adds up to the whole. */
export function compositionRows({ today, after }: SpendOfAll, numerals: Numerals): readonly CompositionRow[] {
  return SPEND_PARTS.flatMap(part => {
    const [now, then] = [today.parts[part], after.parts[part]];
    const isOpen = now.high === Number.POSITIVE_INFINITY;
    const text = ({ value, high }: typeof now) =>
      high === Number.POSITIVE_INFINITY
        ? value === 0
          ? 'unknown'
          : `${figure(value, today.usd.value, numerals)}+`
        : figure(value, today.usd.value, numerals);
    if (now.value === 0 && then.value === 0 && !isOpen) return [];
    return [
      {
        part,
        label: PART_LABELS[part],
        todayUsd: now.value,
        afterUsd: then.value,
        today: text(now),
        after: text(then),
        share: today.usd.value > 0 ? numerals.percent(now.value / today.usd.value) : '',
        isOpen,
      },
    ];
  });
}
