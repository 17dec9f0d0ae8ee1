import assert from 'node:assert/strict';

const LONGER = 8;
/** Three times the proportion: room for caches that overflow, none for a square (64 times). */
const BOUND = 3 * LONGER;
/** Shorter times say nothing. */
const LEAST_MS = 1;
const ROUNDS = 8;

/**
 * Fails where input eight times as long takes out of all proportion longer. `work(units)` does it on that many units, `units` being the
 * longest. No absolute time counts: the least processor time of several runs is compared, with more runs only where the first are too slow.
 */
export function assertInProportion(units: number, work: (units: number) => unknown, what = 'the work'): void {
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    short = Math.min(
      short,
      milliseconds(() => work(Math.ceil(units / LONGER))),
    );
    long = Math.min(
      long,
      milliseconds(() => work(units)),
    );
    if (long <= BOUND * Math.max(short, LEAST_MS)) return;
  }
  assert.fail(`${LONGER} times the input took ${what} ${short.toFixed(1)} → ${long.toFixed(1)} ms of processor time`);
}

/** Both kinds of time together: the system divides them by samples. */
function milliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
