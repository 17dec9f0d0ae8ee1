/**
 * Rounds figures to multiples of `quantum` so that the rounded ones add up to their rounded sum: what is printed can be
 * added up by a reader. The largest remainders are rounded up. Returns multiples of `quantum` as whole numbers of it.
 * `total`, in units too, is what they add up to where something else that is printed decides it; less than one unit from their sum.
 */
export function apportion(
  values: readonly number[],
  quantum: number,
  total: number = Math.round(values.reduce((sum, value) => sum + inUnits(value, quantum), 0)),
): { readonly units: readonly number[]; readonly total: number } {
  const exact = values.map(value => inUnits(value, quantum));
  const units = exact.map(Math.floor);
  let left = total - units.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact.map((value, index) => ({ index, remainder: value - Math.floor(value) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    units[index] = (units[index] ?? 0) + 1;
    left--;
  }
  return { units, total };
}

/** Without the dust of binary fractions. */
function inUnits(value: number, quantum: number): number {
  return Number((value / quantum).toPrecision(12));
}
