import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from './run-cli';

describe('promptfare tokens', function () {
  this.timeout(60_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-tokens-'));
    await writeFile(path.join(folder, 'hello.txt'), 'hello world');
    await writeFile(path.join(folder, 'empty.txt'), '');
  });
  after(() => rm(folder, { recursive: true }));

  it('counts files with an encoding, exactly', async () => {
    const run = await runCli(['tokens', 'hello.txt', 'empty.txt', '--encoding', 'cl100k_base'], { cwd: folder });
    assert.equal(run.exitCode, 0);
    assert.match(run.stdout, /^ +2 {2}exact +hello\.txt$/m);
    assert.match(run.stdout, /^ +0 {2}exact +empty\.txt$/m);
  });

  it('counts standard input as a model does, with its band where the tokenizer is not public', async () => {
    const run = await runCli(['tokens', '--model', 'claude-opus-4-5'], { input: 'hello world '.repeat(100) });
    assert.equal(run.exitCode, 0);
    assert.match(run.stdout, /estimated +\d+–\d+ +- +Claude has no public tokenizer/);
  });

  it('refuses what it cannot know, in one line', async () => {
    for (const [args, message] of [
      [['tokens', '--model', 'gpt-4o-minni'], /^promptfare: unknown model gpt-4o-minni; did you mean gpt-4o-mini/],
      [['tokens'], /^promptfare: give --model, or --encoding/],
      [['tokens', '--model', 'gpt-4o', '--encoding', 'o200k_base'], /^promptfare: give --model or --encoding, not both\n$/],
      [['tokens', 'none.txt', '--model', 'gpt-4o'], /^promptfare: none\.txt can't be read/],
    ] as const) {
      const run = await runCli(args, { cwd: folder });
      assert.equal(run.exitCode, 2);
      assert.match(run.stderr, message);
      assert.equal(run.stderr.trimEnd().split('\n').length, 1);
    }
  });
});
