import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { usageReader } from '../../bundle';

const run = promisify(execFile);
const MEGABYTE = 1024 * 1024;
/** Of the process that reads, with all its code. */
const MEMORY_MB = 72;
const RECORDS = 112_000;
/** So that each line is a kilobyte, most of it text that must not be kept. */
const TEXT = 'What is said here is nobody’s business. '.repeat(20);

function* lines(): Generator<string> {
  for (let index = 0; index < RECORDS; index++) {
    if (index % 1000 === 7) yield 'broken\n';
    // Every call has a name of its own.
    const row = { run_type: 'llm', name: `call ${index}`, extra: { metadata: { ls_model_name: 'gpt-4o' } }, prompt_tokens: 10 };
    yield `${JSON.stringify({ ...row, completion_tokens: 5, inputs: { text: TEXT } })}\n`;
  }
}

/** Runs in a process with little memory, and prints what it read. */
const SCRIPT = `
const [reader, file] = process.argv.slice(1);
require(reader).readUsageFiles([file]).then(({ groups, ...counts }) => {
  const inputTokens = groups.reduce((total, group) => total + group.inputTokens, 0);
  console.log(JSON.stringify({ ...counts, groups: groups.length, inputTokens }));
});`;

describe('a usage file that is larger than memory', function () {
  this.timeout(180_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'large-usage-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('is read to its end in bounded memory, and none of its sums is lost', async () => {
    const file = path.join(folder, 'runs.jsonl');
    await pipeline(Readable.from(lines()), createWriteStream(file));
    assert.ok((await stat(file)).size > 1.3 * MEMORY_MB * MEGABYTE);
    const flags = [`--max-old-space-size=${MEMORY_MB}`, '--eval', SCRIPT];
    const { stdout } = await run(process.execPath, [...flags, await usageReader(), file]);
    const read = JSON.parse(stdout) as { records: number; faults: number; groups: number; ungrouped: number; inputTokens: number };
    assert.deepEqual([read.records, read.faults, read.inputTokens], [RECORDS, RECORDS / 1000, RECORDS * 10]);
    assert.ok(read.groups <= 20_001, `${read.groups} groups are held`);
    assert.equal(read.ungrouped, RECORDS - 20_000);
  });
});
