import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { followEvents } from '../../../../scripts/suites/follow-events';
import type { HostEvent } from '../../../../scripts/suites/host-events';

describe('following the events of the extension host', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-events-'));
    file = path.join(folder, 'events.ndjson');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const write = async (...events: HostEvent[]) => {
    for (const event of events) await appendFile(file, `${JSON.stringify(event)}\n`);
  };
  const patience = { firstSeconds: 0.3, nextSeconds: 0.3 };

  it('counts and names each test, while the file is still growing', async () => {
    const said: string[] = [];
    // Nothing here is waited for in vain, so it may take as long as a busy machine takes.
    const outcome = followEvents(file, { firstSeconds: 30, nextSeconds: 30 }, line => said.push(line));
    await write({ kind: 'start', title: 'a' }, { kind: 'passed', title: 'a', milliseconds: 3 }, { kind: 'skipped', title: 'b' });
    await write({ kind: 'failed', title: 'c', error: 'Error: no\n  at x' }, { kind: 'end', failures: 1 });
    assert.deepEqual(await outcome, { passed: 1, failed: 1, skipped: 1, failures: ['c — Error: no'] });
    assert.deepEqual(said, ['  ✔ a (3 ms)', '  - b', '  ✖ c\n      Error: no\n        at x']);
  });

  it('fails a run that falls silent, naming the test it was in', async () => {
    await write({ kind: 'start', title: 'endless' });
    assert.deepEqual(await followEvents(file, patience, () => undefined), {
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [],
      note: 'the extension host fell silent, last in "endless"',
    });
  });

  it('fails a run that reports nothing, and waits for the rest of a half-written line', async () => {
    await appendFile(file, '{"kind":"end"');
    const outcome = await followEvents(file, patience, () => undefined);
    assert.equal(outcome.failed, 1);
    assert.equal(outcome.note, 'the extension host reported nothing');
  });
});
