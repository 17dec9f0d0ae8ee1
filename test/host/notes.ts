import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { type HostEvent, hostEventsFile } from '../../scripts/suites/host-events';

/** Says something beside the results of a run: a figure that was measured. */
export function note(text: string): void {
  const event: HostEvent = { kind: 'note', text };
  appendFileSync(path.join(__dirname, hostEventsFile), `${JSON.stringify(event)}\n`);
}
