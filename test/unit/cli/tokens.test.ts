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

  it('answers lines of JSON, each counted as it asks', async () => {
    const lines = [
      { encoding: 'cl100k_base', text: 'hello world' },
      { model: 'gpt-4o', text: 'two\u2028lines\nand more' },
      { encoding: 'o200k_base', text: '' },
      { model: 'claude-opus-4-5', encoding: null, text: 'hello world '.repeat(100) },
      { text: 'hello world' },
      { model: 'gpt-4o', encoding: 'o200k_base', text: 'hello' },
      { model: 'gpt-4o' },
      { encoding: 'p50k_base', text: 'hello' },
      { model: 4, text: 'hello' },
      { model: '', text: 'hello' },
      ['hello'],
    ];
    const input = lines.map(line => JSON.stringify(line)).join('\n');
    const run = await runCli(['tokens', '--jsonl'], { input });
    assert.equal(run.exitCode, 1);
    const answers = run.stdout
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(answers[0], { tokens: 2, basis: 'exact' });
    assert.deepEqual(answers[1], { tokens: 6, basis: 'exact' });
    assert.deepEqual(answers[2], { tokens: 0, basis: 'exact' });
    assert.equal(answers[3]?.basis, 'estimated');
    assert.ok(Number(answers[3]?.low) < Number(answers[3]?.tokens));
    assert.deepEqual(
      answers.slice(4).map(answer => String(answer.error)),
      [
        'give model, or encoding: o200k_base or cl100k_base',
        'give model or encoding, not both',
        'text: must be the text to count',
        'encoding: must be o200k_base or cl100k_base',
        'model: must be a text',
        'model is empty',
        'the line: must be an object with a text',
      ],
    );
    assert.equal(answers.length, lines.length);
  });

  it('answers a line whose model nobody knows: how many tokens it has is unknown, which is no fault of the line', async () => {
    const run = await runCli(['tokens', '--jsonl'], { input: '{"model":"gpt-4o-minni","text":"hello"}\n' });
    assert.equal(run.exitCode, 0);
    const why = /^unknown model gpt-4o-minni; did you mean gpt-4o-mini/;
    const answer = JSON.parse(run.stdout) as Record<string, unknown>;
    assert.deepEqual({ ...answer, why: why.test(String(answer.why)) }, { tokens: null, basis: 'unknown', why: true });
  });

  it('takes the option for lines that name neither model nor encoding', async () => {
    const run = await runCli(['tokens', '--jsonl', '--encoding', 'cl100k_base'], { input: '{"text":"hello world"}\n' });
    assert.equal(run.exitCode, 0);
    assert.equal(run.stdout, '{"tokens":2,"basis":"exact"}\n');
  });

  it('refuses what it cannot know, in one line', async () => {
    for (const [args, message] of [
      [['tokens', '--model', 'gpt-4o-minni'], /^promptfare: unknown model gpt-4o-minni; did you mean gpt-4o-mini/],
      [['tokens'], /^promptfare: give --model, or --encoding/],
      [['tokens', '--model', 'gpt-4o', '--encoding', 'o200k_base'], /^promptfare: give --model or --encoding, not both\n$/],
      [['tokens', 'hello.txt', '--jsonl'], /^promptfare: --jsonl reads standard input; name no files\n$/],
      [['tokens', '--jsonl', '--model', 'gpt-4o-minni'], /^promptfare: unknown model gpt-4o-minni/],
      [['tokens', 'none.txt', '--model', 'gpt-4o'], /^promptfare: no such file: none\.txt\n$/],
      [['tokens', '.', '--model', 'gpt-4o'], /^promptfare: \. is a folder: name the files in it/],
    ] as const) {
      const run = await runCli(args, { cwd: folder });
      assert.equal(run.exitCode, 2);
      assert.match(run.stderr, message);
      assert.equal(run.stderr.trimEnd().split('\n').length, 1);
    }
  });
});
