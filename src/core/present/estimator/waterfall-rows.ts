import type { Estimate } from '../../quote/basis';
import type { SpendOfAll } from '../../spend/waterfall';
import { isOpenEnded, type Numerals } from '../numerals';
import { LEVER_LABELS } from './labels';
import { addends, amountOf, figure } from './money';

export interface WaterfallRow {
  readonly label: string;
  readonly kind: 'total' | 'saves' | 'costs';
  /** Where its bar begins and ends, in US dollars. */
  readonly fromUsd: number;
  readonly toUsd: number;
  /** With its sign: what is taken off, or the whole. */
  readonly text: string;
  readonly range: string;
  /** Of today's bill. */
  readonly share: string;
}

/** From today's bill to what the levers leave of it. */
export function waterfallRows({ today, steps, after }: SpendOfAll, numerals: Numerals): readonly WaterfallRow[] {
  const whole = today.usd.value;
  const share = (usd: number) => (whole > 0 ? numerals.percent(usd / whole) : '');
  let left = whole;
  const saves = steps.map(({ savesUsd }) => savesUsd.value);
  const written = addends(saves, whole, whole, numerals, after.usd.value);
  const between = steps.map(({ lever, savesUsd }, index): WaterfallRow => {
    const from = left;
    left -= savesUsd.value;
    return {
      label: LEVER_LABELS[lever],
      kind: savesUsd.value >= 0 ? 'saves' : 'costs',
      fromUsd: from,
      toUsd: left,
      text: `${savesUsd.value >= 0 ? '−' : '+'}${written[index]}`,
      range:
        savesUsd.low === savesUsd.high ? '' : `${figure(savesUsd.low, whole, numerals)} to ${figure(savesUsd.high, whole, numerals)} saved`,
      share: share(savesUsd.value),
    };
  });
  const total = (label: string, spend: SpendOfAll['today']): WaterfallRow => ({
    label,
    kind: 'total',
    fromUsd: 0,
    toUsd: spend.usd.value,
    text: figure(spend.usd.value, whole, numerals),
    range: rangeText(spend.usd, whole, numerals),
    share: share(spend.usd.value),
  });
  return [total('Today', today), ...between, total('With these levers', after)];
}

function rangeText(usd: Estimate, whole: number, numerals: Numerals): string {
  if (usd.low === usd.high) return '';
  return isOpenEnded(usd) ? `at least ${figure(usd.low, whole, numerals)}` : amountOf(usd, numerals).text;
}
