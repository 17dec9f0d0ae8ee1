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

const CENT = 0.01;

/**
 * Parts of a sum, each as it is written by itself, so that those who add up what is printed get the sum as it is printed. Where they would
 * not, whole dollars get cents, so that no row is a dollar off what the call itself says; the rest is rounded to the sum. `undefined` is a part
 * without a price, which the sum leaves out, too.
 */
export function rowsThatAddUp(
  rows: readonly (Estimate | undefined)[],
  sum: Figure | undefined,
  numerals: Numerals,
): readonly (WrittenMoney | undefined)[] {
  const alone = rows.map(row => row && writtenAlone(row, numerals));
  if (sum === undefined || alone.some(row => row !== undefined && row.figure === undefined)) return alone;
  const amounts = rows.map(row => row && numerals.converted(row));
  const { isForced, step, figures } = apportionedRows(amounts, sum.step, sum);
  const apportioned = isForced && step > CENT ? apportionedRows(amounts, CENT, sum).figures : figures;
  return apportioned.map(figure => figure && { text: `${numerals.written(figure.value, figure.step)}${figure.isOpen ? '+' : ''}`, figure });
}

interface Apportioned {
  readonly figures: readonly ((Figure & { readonly isOpen: boolean }) | undefined)[];
  /** Of the coarsest rows. */
  readonly step: number;
  /** A row is written as something else than what it rounds to. */
  readonly isForced: boolean;
}

/** Rows with no digit coarser than `most`. */
function apportionedRows(amounts: readonly (Estimate | undefined)[], most: number, sum: Figure): Apportioned {
  const figures = amounts.map(
    money => money && { value: money.value, step: Math.min(moneyQuantum(money), most), isOpen: isOpenEnded(money) },
  );
  const step = Math.max(0, ...figures.map(figure => figure?.step ?? 0));
  const coarse = figures.filter(figure => figure?.step === step).map(figure => figure?.value ?? 0);
  const fine = figures.reduce((all, figure) => all + (figure === undefined || figure.step === step ? 0 : rounded(figure)), 0);
  const units = [...apportion(coarse, step, unitsOfRest(coarse, step, { ...sum, value: sum.value - fine })).units];
  const written = figures.map(
    figure => figure && { ...figure, value: figure.step === step ? roundTo((units.shift() ?? 0) * step, step) : rounded(figure) },
  );
  const isForced = figures.some((figure, index) => figure !== undefined && rounded(figure) !== written[index]?.value);
  return { figures: written, step, isForced };
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
