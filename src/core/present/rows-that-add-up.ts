import type { Estimate } from '../quote/basis';
import { apportion } from './apportion';
import { isOpenEnded, isWide, moneyQuantum, type Numerals, roundTo } from './numerals';

/** Money as a row writes it. */
export interface WrittenMoney {
  readonly text: string;
  /** Absent where it is a range, or not known at all: nobody adds these up. */
  readonly figure?: Figure;
}

/** An amount of the currency that is written, with no digit finer than `step`. */
export interface Figure {
  readonly value: number;
  readonly step: number;
}

/**
 * Parts of a sum, each as it is written by itself, but rounded so that those who add up what is printed get the sum as it is printed. What
 * is finer than the coarsest row stays as it is. `undefined` is a part without a price, which the sum leaves out, too.
 */
export function rowsThatAddUp(
  rows: readonly (Estimate | undefined)[],
  sum: Figure | undefined,
  numerals: Numerals,
): readonly (WrittenMoney | undefined)[] {
  const alone = rows.map(row => row && writtenAlone(row, numerals));
  if (sum === undefined || alone.some(row => row !== undefined && row.figure === undefined)) return alone;
  const figures = rows.map(row => {
    const money = row && numerals.converted(row);
    return money && { value: money.value, step: Math.min(moneyQuantum(money), sum.step), isOpen: isOpenEnded(money) };
  });
  const step = Math.max(0, ...figures.map(figure => figure?.step ?? 0));
  const coarse = figures.filter(figure => figure?.step === step).map(figure => figure?.value ?? 0);
  const fine = figures.reduce((all, figure) => all + (figure === undefined || figure.step === step ? 0 : rounded(figure)), 0);
  const units = [...apportion(coarse, step, unitsOfRest(coarse, step, { ...sum, value: sum.value - fine })).units];
  return figures.map(figure => {
    if (figure === undefined) return undefined;
    const value = figure.step === step ? roundTo((units.shift() ?? 0) * step, step) : rounded(figure);
    return { text: `${numerals.written(value, figure.step)}${figure.isOpen ? '+' : ''}`, figure: { value, step: figure.step } };
  });
}

/** As many as they are when rounded together, or as few more or less as the rounding of the sum allows. */
function unitsOfRest(values: readonly number[], step: number, sum: Figure): number {
  const inUnits = (value: number) => Number((value / step).toPrecision(12));
  const least = Math.ceil(inUnits(sum.value - sum.step / 2));
  const most = Math.floor(inUnits(sum.value + sum.step / 2));
  return Math.min(most, Math.max(least, apportion(values, step).total));
}

function writtenAlone(row: Estimate, numerals: Numerals): WrittenMoney {
  const money = numerals.converted(row);
  const text = numerals.usd(row);
  if (isOpenEnded(money) ? money.value <= 0 : isWide(money)) return { text };
  const step = moneyQuantum(money);
  return { text, figure: { value: roundTo(money.value, step), step } };
}

function rounded({ value, step }: Figure): number {
  return roundTo(value, step);
}
