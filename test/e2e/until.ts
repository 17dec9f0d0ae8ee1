import { setTimeout as delay } from 'node:timers/promises';

/** Reads again and again until it is as wanted, and gives what was read last, which is something else when that took too long. */
export async function until<T>(read: () => Promise<T>, isWanted: (found: T) => boolean, seconds = 60): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const found = await read();
    if (isWanted(found) || performance.now() > end) return found;
    await delay(100);
  }
}
