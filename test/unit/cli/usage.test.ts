import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from './run-cli';

const CODE = `from openai import OpenAI

client = OpenAI()


def triage(ticket):
    return client.chat.completions.create(model="gpt-4o", max_tokens=9, messages=[{"role": "user", "content": "Name the department."}])
`;
const RECORDS = [
  { run_type: 'llm', name: 'triage', extra: { metadata: { ls_model_name: 'gpt-4o-2024-08-06' } }, prompt_tokens: 30, completion_tokens: 4 },
  { run_type: 'llm', name: 'other', extra: { metadata: { ls_model_name: 'o9' } }, prompt_tokens: 7, completion_tokens: 1 },
];

describe('promptfare usage', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'usage-'));
    await writeFile(path.join(folder, 'triage.py'), CODE);
    await writeFile(path.join(folder, 'runs.jsonl'), `${RECORDS.map(record => JSON.stringify(record)).join('\n')}\nnonsense\n`);
  });
  after(() => rm(folder, { recursive: true }));

  it('puts what was measured beside what is estimated, and the rest apart', async () => {
    const { exitCode, stdout } = await runCli(['usage', 'runs.jsonl'], { cwd: folder });
    assert.equal(exitCode, 0);
    assert.match(stdout, /triage\.py:7 triage +1 +30 +≈11 +\+173% +0% +4 +\$0\.000115 +name/);
    assert.match(stdout, /o9 \(other\): 1 record, 7 input and 1 output tokens: no call is known to use o9/);
    assert.match(stdout, /1 could not be read: line 3 is no JSON/);
  });

  it('says the same in JSON', async () => {
    const { stdout } = await runCli(['usage', 'runs.jsonl', '--format', 'json'], { cwd: folder });
    const report = JSON.parse(stdout) as {
      calls: { identity: string; measured: { requests: number } }[];
      unmatched: unknown[];
      faults: number;
    };
    assert.deepEqual(
      report.calls.map(({ identity, measured }) => [identity, measured.requests]),
      [['triage/openai-chat#0', 1]],
    );
    assert.deepEqual([report.unmatched.length, report.faults], [1, 1]);
  });

  it('names a file that does not exist', async () => {
    const { exitCode, stderr } = await runCli(['usage', 'none.csv'], { cwd: folder });
    assert.equal(exitCode, 2);
    assert.match(stderr, /no such file: none\.csv/);
  });

  it('says of a file that is there why it can’t be read', async () => {
    const round = path.join(folder, 'round.csv');
    await symlink(round, round);
    const { exitCode, stderr } = await runCli(['usage', 'round.csv'], { cwd: folder });
    await rm(round);
    assert.equal(exitCode, 2);
    assert.match(stderr, /^promptfare: round\.csv can't be read: .+\n$/);
  });

  it('takes no folder for an export', async () => {
    const { exitCode, stderr } = await runCli(['usage', '.'], { cwd: folder });
    assert.equal(exitCode, 2);
    assert.equal(stderr, 'promptfare: . is a folder: name the files in it that a tool exported\n');
  });

  it('says of a file without any usage what is read, and fails', async () => {
    await writeFile(path.join(folder, 'colours.csv'), 'colour,size\nred,2\n');
    const { exitCode, stdout } = await runCli(['usage', 'colours.csv'], { cwd: folder });
    assert.equal(exitCode, 1);
    assert.match(stdout, /^No usage was found there\. 1 row of a kind that is not known was left out\. Exports of OpenAI, .* are read/);
  });
});
