import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { HostEvent } from './host-events';
import { failureLine, type Outcome } from './outcome';

export interface Patience {
  /** Longest wait for the first event: the window has to open and the extension host to start. */
  readonly firstSeconds: number;
  /** Longest wait from one event to the next. */
  readonly nextSeconds: number;
}

/** Reads the events of a run as they are written, says each test, and counts. A run that stops reporting has failed. */
export async function followEvents(file: string, patience: Patience, say: (line: string) => void): Promise<Outcome> {
  let read = 0;
  let passed = 0;
  const failures: string[] = [];
  let skipped = 0;
  let running = '';
  let deadline = performance.now() + patience.firstSeconds * 1000;
  for (;;) {
    const lines = await completeLines(file);
    for (const line of lines.slice(read)) {
      const event: HostEvent = JSON.parse(line);
      if (event.kind === 'start') running = event.title;
      if (event.kind === 'passed') say(`  ✔ ${event.title} (${event.milliseconds} ms)`);
      if (event.kind === 'note') say(`    ${event.text}`);
      if (event.kind === 'skipped') say(`  - ${event.title}`);
      if (event.kind === 'failed') say(`  ✖ ${event.title}\n${event.error.replace(/^/gm, '      ')}`);
      if (event.kind === 'passed') passed++;
      if (event.kind === 'failed') failures.push(failureLine(event.title, event.error));
      if (event.kind === 'skipped') skipped++;
      if (event.kind === 'end') return { passed, failed: failures.length, skipped, failures };
    }
    if (lines.length > read) deadline = performance.now() + patience.nextSeconds * 1000;
    read = lines.length;
    if (performance.now() > deadline) {
      const where = read === 0 ? 'the extension host reported nothing' : `the extension host fell silent, last in "${running}"`;
      return { passed, failed: failures.length + 1, skipped, failures, note: where };
    }
    await delay(200);
  }
}

async function completeLines(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  // What follows the last line end is still being written.
  return text.split('\n').slice(0, -1);
}
