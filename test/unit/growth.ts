import assert from 'node:assert/strict';

const LONGER = 8;
/** Three times the proportion: room for caches that overflow, none for a square (64 times). */
const BOUND = 3 * LONGER;
/** Shorter times say nothing. */
const LEAST_MS = 1;
/** What is out of proportion for so long, in as many runs as fit, stays so. */
const LONG_ENOUGH_MS = 1000;

/**
 * Fails where input eight times as long takes out of all proportion longer. `work(units)` does it on that many units. No absolute time
 * counts: the least processor time of several runs is compared, with more runs only where the first are too slow. One step out of
 * proportion may be memory that begins to be collected; a square is out of proportion at the next step, too.
 */
export function assertInProportion(units: number, work: (units: number) => unknown, what = 'the work'): void {
  const first = outOfProportion(units, work);
  const next = first && outOfProportion(units * LONGER, work);
  if (next) assert.fail(`${LONGER} times the input took ${what} ${first}, and again ${next} of processor time`);
}

function outOfProportion(units: number, work: (units: number) => unknown): string | undefined {
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let spent = 0; spent < LONG_ENOUGH_MS; spent += short + long) {
    short = Math.min(
      short,
      milliseconds(() => work(Math.ceil(units / LONGER))),
    );
    long = Math.min(
      long,
      milliseconds(() => work(units)),
    );
    if (long <= BOUND * Math.max(short, LEAST_MS)) return undefined;
  }
  return `${short.toFixed(1)} → ${long.toFixed(1)} ms`;
}

/** Both kinds of time together: the system divides them by samples. */
function milliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
