import type { Basis, Estimate } from '../quote/basis';

/** A figure is worked out three times: with everything at its low end, at its value, and at its high end. Ends move together. */
export type Corner = 'low' | 'value' | 'high';

export const CORNERS: readonly Corner[] = ['low', 'value', 'high'];

export type AtCorners<T> = Readonly<Record<Corner, T>>;

/** A figure at the low end, the middle and the high end of what it rests on. */
export function atCorners<T>(of: (corner: Corner) => T): AtCorners<T> {
  return { low: of('low'), value: of('value'), high: of('high') };
}

/** The end of an estimate that makes a corner's cost. What nobody knows the end of counts as what is known of it. */
export function costEnd(estimate: Estimate, corner: Corner): number {
  return Number.isFinite(estimate[corner]) ? estimate[corner] : estimate.value;
}

/** The end of a share that saves: where all is cheap, it is high. */
export function savingEnd(estimate: Estimate, corner: Corner): number {
  return estimate[corner === 'low' ? 'high' : corner === 'high' ? 'low' : 'value'];
}

/** Thresholds and tiers may turn the ends around, so the band is whatever the corners span. */
export function spanned(figures: AtCorners<number>, basis: Basis, why: string): Estimate {
  const { low, value, high } = figures;
  return { value, low: Math.min(low, value, high), high: Math.max(low, value, high), basis, why };
}
