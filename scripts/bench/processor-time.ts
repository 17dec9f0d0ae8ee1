import { existsSync, readFileSync } from 'node:fs';

/** Linux tells how long the main thread was on a processor, in nanoseconds: what else a machine does is left out. */
const SCHEDULE = '/proc/self/schedstat';
const hasSchedule = existsSync(SCHEDULE);

/** Of the main thread, in milliseconds; elsewhere than on Linux that of the clock. */
export function ownProcessorTime(): number {
  return hasSchedule ? Number(readFileSync(SCHEDULE, 'utf8').split(' ')[0]) / 1e6 : performance.now();
}
