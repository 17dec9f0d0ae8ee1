import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ScanReport, scanReport } from '../../../src/cli/reporters/report-schema';
import { requestFingerprint } from '../../../src/core/verify/fingerprint';
import { analyseIn, DEFAULT_SETTINGS } from '../core/rules/fixture/project';
import { runCli } from './run-cli';

const CALL = `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4.1", messages=[{"role": "user", "content": "Name a lamp."}], max_completion_tokens=100)
`;

describe('promptfare scan with a workspace file', function () {
  this.timeout(60_000);
  let root: string;
  const write = async (file: string, content: unknown) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
  };
  const scan = (...args: readonly string[]) => runCli(['scan', '--no-cache', ...args], { cwd: root });
  const reportOf = async (...args: readonly string[]): Promise<ScanReport> =>
    scanReport.strict().parse(JSON.parse((await scan('--format', 'json', ...args)).stdout));

  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'promptfare-file-'));
    await write('src/app.py', CALL);
    await write('promptfare.json', {
      features: { lamps: ['src/**'] },
      // 0.0008 + some 0.00003 a call, 30,000 calls a month.
      calls: { 'src/**': { callsPerDay: 1000, outputTokens: 100, hoursPerDay: 99 } },
      tasks: { name: { calls: { 'feature:lamps': 2 }, tasksPerUserAndDay: 1 } },
      budgets: { usdPerMonth: { warn: 10, error: 20 }, features: { lamps: { usdPerMonth: { error: 1000 } } } },
      rules: { 'no-over-budget': 'off' },
    });
  });
  after(() => rm(root, { recursive: true }));

  it('says per month what is stated, and what is wrong in the file', async () => {
    const report = await reportOf();
    const stated = report.callSites[0]?.stated;
    assert.equal(stated?.feature, 'lamps');
    assert.equal(stated.callsPerMonth?.value, 30_000);
    const month = stated.usdPerMonth?.value ?? 0;
    assert.ok(month > 24 && month < 25.5, `${month}`);
    assert.equal(stated.usdPerMonth?.basis, 'assumed');
    const [file, ...more] = report.workspaceFiles;
    assert.deepEqual(more, []);
    assert.equal(file?.file, 'promptfare.json');
    assert.deepEqual(
      file.problems.map(({ message }) => message),
      ['"hoursPerDay" must be a number above 0, and 24 at most. It is left out; the rest counts.'],
    );
    assert.deepEqual(
      file.budgets.map(({ feature, level, limitUsd, certain, spend }) => [
        feature,
        level,
        limitUsd,
        certain,
        spend.calls,
        spend.callsKnown,
      ]),
      [
        [null, 'error', 20, true, 1, 1],
        ['lamps', 'within', null, false, 1, 1],
      ],
    );
    assert.equal(file.tasks[0]?.task, 'name');
    const perCall = stated.usdPerCall.value ?? 0;
    assert.ok(Math.abs((file.tasks[0]?.usdPerTask.value ?? 0) - 2 * perCall) < 1e-12);
    assert.ok(Math.abs((file.tasks[0]?.usdPerUserAndMonth?.value ?? 0) - 60 * perCall) < 1e-9);
  });

  it('says it as text, too', async () => {
    const { stdout } = await scan();
    assert.match(stdout, /PER MONTH/);
    assert.match(stdout, /\$2\d\.\d\d\/month/);
    assert.match(stdout, /promptfare\.json:1 {2}"hoursPerDay" must be/);
    assert.match(stdout, /budget {2}All calls: \$2\d\.\d\d per month, more than the \$20\.00 that is an error/);
    assert.match(stdout, /task {2}name: \$0\.00\d+ each, over 1 call, .* per user and month/);
  });

  it('finds the file above a folder in the same repository, and leaves it aside when told to', async () => {
    assert.equal((await reportOf('src')).workspaceFiles[0]?.file, 'promptfare.json');
    const without = await reportOf('src', '--no-workspace-file');
    assert.deepEqual(without.workspaceFiles, []);
    assert.equal(without.callSites[0]?.stated, null);
    assert.doesNotMatch((await scan('--no-workspace-file')).stdout, /month/i);
  });

  it('fails with --budget where an error limit is exceeded, and says which', async () => {
    const { exitCode, stderr } = await scan('--budget');
    assert.equal(exitCode, 1);
    assert.match(stderr, /^promptfare: over budget: promptfare\.json {2}All calls: \$2\d\.\d\d per month, more than the \$20\.00/);
  });

  it('fails with --budget for a call over its own budget, and not for a warning', async () => {
    const withBudgets = async (budgets: object, text = CALL) => {
      await write('one/app.py', text);
      await write('one/promptfare.json', { budgets });
      return scan('one', '--budget');
    };
    const dear = await withBudgets({ usdPerCall: { error: 0.0001 } });
    assert.equal(dear.exitCode, 1);
    assert.match(dear.stderr, /over budget: app\.py:3 {2}This costs .* a call, which may be more than the \$0\.0001/);
    assert.equal((await withBudgets({ usdPerCall: { warn: 0.0001, error: 1 } })).exitCode, 0);
    const silenced = CALL.replace('OpenAI().', '# promptfare-ignore no-over-budget\nOpenAI().');
    assert.equal((await withBudgets({ usdPerCall: { error: 0.0001 } }, silenced)).exitCode, 0);
  });

  it('ends with 2 where --budget has nothing to check', async () => {
    await write('two/promptfare.json', {});
    const none = await scan('two', '--budget');
    assert.equal(none.exitCode, 2);
    assert.match(none.stderr, /no budget is stated in promptfare\.json/);
    await write('two/promptfare.json', { version: 2, budgets: { usdPerMonth: { error: 1 } } });
    const newer = await scan('two', '--budget');
    assert.equal(newer.exitCode, 2);
    assert.match(newer.stderr, /two\/promptfare\.json: A newer Promptfare made this file/);
  });

  it('counts with what verifications showed, which are kept beside it', async () => {
    await write('verified/promptfare.json', { calls: { '**': { callsPerDay: 10 } } });
    await write('verified/app.py', CALL);
    const costOf = async () => {
      const site = (await reportOf('verified')).callSites[0];
      assert.ok(site);
      return { identity: site.identity, why: JSON.stringify(site.stated) };
    };
    const { identity, why } = await costOf();
    assert.doesNotMatch(why, /verified/);
    // Of whatever it says: the fingerprint is the request's own.
    const side = { model: 'gpt-4.1', outputTokens: { value: 7, low: 6, high: 8 }, samples: 50 };
    const result = (fingerprint: string) => ({
      path: 'app.py',
      identity,
      at: '2026-11-21T10:00:00.000Z',
      change: 'model',
      criterion: 'exact',
      bar: 0.9,
      compared: 50,
      agreeing: 50,
      interval: { low: 0.9, high: 1 },
      verdict: 'met',
      today: { ...side, fingerprint },
      changed: { ...side, fingerprint, model: 'gpt-4.1-mini' },
      spentUsd: 0,
    });
    await write('verified/promptfare.verify.json', { version: 1, results: [result('another')] });
    assert.doesNotMatch((await costOf()).why, /when it was verified/);
    const fingerprint = await fingerprintOf(path.join(root, 'verified/app.py'));
    await write('verified/promptfare.verify.json', { version: 1, results: [result(fingerprint)] });
    assert.match((await costOf()).why, /mean of 50 answers when it was verified/);
  });
});

/** The fingerprint of the file's one call. */
async function fingerprintOf(file: string): Promise<string> {
  const uri = `file://${file}`;
  const { quotes } = await analyseIn(new Map([[uri, CALL]]), uri, DEFAULT_SETTINGS);
  assert.ok(quotes[0]);
  return requestFingerprint(quotes[0].site);
}
