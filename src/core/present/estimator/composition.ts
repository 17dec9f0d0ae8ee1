import type { Estimate } from '../../quote/basis';
import type { SpendOfAll } from '../../spend/waterfall';
import { SPEND_PARTS, type SpendPart } from '../../spend/workload';
import { isOpenEnded, type Numerals } from '../numerals';
import { PART_LABELS } from './labels';
import { addends } from './money';

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

/** What the money is for, in the order of a request; parts that cost nothing are left out. The columns add up to their wholes. */
export function compositionRows({ today, after }: SpendOfAll, numerals: Numerals): readonly CompositionRow[] {
  const whole = today.usd.value;
  const columns = [today, after].map(({ usd, parts }) => {
    const values = SPEND_PARTS.map(part => parts[part].value);
    return addends(values, usd.value, whole, numerals);
  });
  return SPEND_PARTS.flatMap((part, index) => {
    const [now, then] = [today.parts[part], after.parts[part]];
    const isOpen = isOpenEnded(now);
    if (now.value === 0 && then.value === 0 && !isOpen) return [];
    const [todayText = '', afterText = ''] = columns.map(column => column[index] ?? '');
    return [
      {
        part,
        label: PART_LABELS[part],
        todayUsd: now.value,
        afterUsd: then.value,
        today: withEnd(now, todayText),
        after: withEnd(then, afterText),
        share: whole > 0 ? numerals.percent(now.value / whole) : '',
        isOpen,
      },
    ];
  });
}

function withEnd(usd: Estimate, text: string): string {
  if (!isOpenEnded(usd)) return text;
  return usd.value === 0 ? 'unknown' : `${text}+`;
}
