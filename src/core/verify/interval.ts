/** Where a share lies with a certainty of 95%, 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's 97.5% quantile. */
const Z = 1.959963984540054;

/** Wilson's score interval (E. B. Wilson, 1927) of `hits` in `trials`: right for few trials and at both ends, where the plain one is not. */
export function wilsonInterval(hits: number, trials: number): Interval {
  if (trials <= 0) return { low: 0, high: 1 };
  const share = hits / trials;
  const squared = Z * Z;
  const middle = (share + squared / (2 * trials)) / (1 + squared / trials);
  const half = (Z / (1 + squared / trials)) * Math.sqrt((share * (1 - share)) / trials + squared / (4 * trials * trials));
  // At the ends the formula is exact, and rounding is not.
  return { low: hits === 0 ? 0 : Math.max(0, middle - half), high: hits === trials ? 1 : Math.min(1, middle + half) };
}

/** Most samples that are worth asking for. */
const MOST_SAMPLES = 100_000;

/** How many samples would clear a bar, if the share stays as it is; undefined: none would. */
export function samplesToClear(share: number, bar: number): number | undefined {
  if (share < bar || (share <= bar && share < 1)) return undefined;
  if (wilsonInterval(MOST_SAMPLES * share, MOST_SAMPLES).low < bar) return undefined;
  let [few, many] = [1, MOST_SAMPLES];
  while (few < many) {
    const half = Math.floor((few + many) / 2);
    if (wilsonInterval(half * share, half).low >= bar) many = half;
    else few = half + 1;
  }
  return few;
}

/** The mean of measured amounts, with the band of 95% in which it lies: by Student's t, as samples are few. */
export function meanOf(amounts: readonly number[]): { readonly value: number; readonly low: number; readonly high: number } | undefined {
  const count = amounts.length;
  if (count === 0) return undefined;
  const value = amounts.reduce((sum, amount) => sum + amount, 0) / count;
  const smallest = Math.min(...amounts);
  const largest = Math.max(...amounts);
  if (count === 1) return { value, low: smallest, high: largest };
  const variance = amounts.reduce((sum, amount) => sum + (amount - value) ** 2, 0) / (count - 1);
  const half = studentT(count - 1) * Math.sqrt(variance / count);
  return { value, low: Math.max(0, value - half), high: value + half };
}

/** The 97.5% quantile of Student's t: the first are exact, the rest by the series in the degrees of freedom (Abramowitz and Stegun, 26.7.5). */
function studentT(freedom: number): number {
  const exact = FEW_FREEDOMS[freedom - 1];
  if (exact !== undefined) return exact;
  const z = Z;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}

const FEW_FREEDOMS: readonly number[] = [12.706204736432095, 4.302652729911275, 3.182446305284263, 2.7764451051977987];

/** The median of some amounts, in their unit; undefined of none. */
export function medianOf(amounts: readonly number[]): number | undefined {
  const sorted = [...amounts].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
