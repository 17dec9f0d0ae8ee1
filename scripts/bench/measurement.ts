/** One line of the bench. Lower is better. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | '%' | 'bytes';
  /** The same machine's time for something that is not ours, taken in the same run: ratios compare across machines. */
  readonly baseline?: { readonly name: string; readonly value: number };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('There is no percentile of nothing');
  return value;
}

/** Median of several runs in milliseconds, after one that warms up. */
export async function medianTime(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const started = performance.now();
    await work();
    if (run > 0) times.push(performance.now() - started);
  }
  return percentile(times, 0.5);
}
