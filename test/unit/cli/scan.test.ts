import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ScanReport, scanReport } from '../../../src/cli/reporters/report-schema';
import { type CliRun, runCli } from './run-cli';

const client = `from openai import OpenAI

client = OpenAI()


def ask(question: str, model: str) -> str:
    response = client.chat.completions.create(
        model=model,
        messages=[{"role": "system", "content": "Answer in one sentence."}, {"role": "user", "content": question}],
        max_tokens=200,
    )
    return response.choices[0].message.content
`;
const caller = 'from llm.client import ask\n\n\ndef greet(name):\n    return ask(f"Greet {name}", "gpt-4o-mini")\n';
const prompt = '---\nmodel:\n  id: gpt-4o-mini\n---\nsystem:\nBe kind.\n';

describe('promptfare scan', function () {
  this.timeout(60_000);
  let root: string;
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'promptfare-cli-'));
    await write('llm/client.py', client);
    await write('llm/__init__.py', '');
    await write('app.py', caller);
    await write('unrelated.py', 'import json\n');
    await write('ignored/copy.py', client);
    await write('.gitignore', 'ignored/\n');
    await write('blob.py', 'openai = "\0"\n');
    await write('generated.py', '');
    await truncate(path.join(root, 'generated.py'), 50_000_000);
    await write('greeting.prompty', prompt);
    await write('broken.py', 'import openai\ndef (:\n');
  });
  after(() => rm(root, { recursive: true }));

  describe('as JSON', () => {
    let run: CliRun;
    let report: ScanReport;
    before(async () => {
      run = await runCli(['scan', root, '--format', 'json']);
      report = scanReport.strict().parse(JSON.parse(run.stdout));
    });

    it('lists the calls, those through the wrapper of another file included, with the lines they span', () => {
      assert.equal(report.version, 1);
      const calls = report.callSites.map(({ file, line, endLine, kind, countedBy }) => ({ file, line, endLine, kind, countedBy }));
      assert.deepEqual(calls, [
        { file: 'app.py', line: 5, endLine: 5, kind: 'wrapper-call', countedBy: 'itself' },
        { file: 'llm/client.py', line: 7, endLine: 11, kind: 'call', countedBy: 'callers' },
      ]);
    });

    it('counts a wrapper’s inner call itself where nobody calls the wrapper', async () => {
      const alone = await runCli(['scan', path.join(root, 'llm'), '--format', 'json']);
      const [inner] = scanReport.parse(JSON.parse(alone.stdout)).callSites;
      assert.equal(inner?.countedBy, 'itself');
      assert.doesNotMatch((await runCli(['scan', path.join(root, 'llm')])).stdout, /counted at its callers/);
      assert.match((await runCli(['scan', root])).stdout, /counted at its callers/);
    });

    it('says in the text that a prompt file is counted at the calls that send it, which say its model', async () => {
      const project = await mkdtemp(path.join(tmpdir(), 'promptfare-cli-'));
      try {
        await mkdir(path.join(project, 'prompts'));
        await writeFile(path.join(project, 'prompts/sort.j2'), 'Sort {{ ticket }}.');
        await writeFile(path.join(project, 'prompts/other.j2'), 'Rank {{ ticket }}.');
        await writeFile(
          path.join(project, 'app.py'),
          `from jinja2 import Environment, FileSystemLoader
from openai import OpenAI
env = Environment(loader=FileSystemLoader("prompts"))
OpenAI().responses.create(model="gpt-5.4", input=env.get_template("sort.j2").render(ticket="Lost."))
`,
        );
        const { stdout } = await runCli(['scan', project]);
        assert.match(stdout, /prompts\/sort\.j2:1 \(counted at the calls that send it\)/);
        assert.doesNotMatch(stdout, /sort\.j2:1 {2}model/);
        assert.match(stdout, /prompts\/other\.j2:1 {2,}unknown/);
        assert.match(stdout, /other\.j2:1 {2}model: the file names no model/);
      } finally {
        await rm(project, { recursive: true });
      }
    });

    it('follows what a scanned folder imports to the rest of its repository, and tells of the folder alone', async () => {
      const repository = await mkdtemp(path.join(tmpdir(), 'promptfare-cli-'));
      try {
        await mkdir(path.join(repository, '.git'));
        for (const [file, text] of Object.entries({
          'llm/client.py': client,
          'llm/__init__.py': '',
          'app/main.py': caller,
          'app/other.py': '',
        })) {
          await mkdir(path.dirname(path.join(repository, file)), { recursive: true });
          await writeFile(path.join(repository, file), text);
        }
        const { stdout } = await runCli(['scan', path.join(repository, 'app'), '--format', 'json']);
        const { callSites, coverage } = scanReport.parse(JSON.parse(stdout));
        assert.deepEqual(
          callSites.map(({ file, kind, model, countedBy }) => [file, kind, model.value, countedBy]),
          [['main.py', 'wrapper-call', 'gpt-4o-mini', 'itself']],
        );
        assert.equal(coverage.seen, 2);
      } finally {
        await rm(repository, { recursive: true });
      }
    });

    it('says what each call sends', () => {
      const [through, inner] = report.callSites;
      assert.equal(through?.model.value, 'gpt-4o-mini');
      assert.deepEqual(through?.outputCap.value, 200);
      assert.equal(inner?.model.value, null);
      assert.equal(inner?.outputCap.parameter, 'max_tokens');
      assert.ok((through?.inputTokens.value ?? 0) > 5);
      assert.equal(through?.inputTokens.high, null, 'the name has no known size');
    });

    it('lists prompt files apart', () => {
      assert.deepEqual(
        report.promptFiles.map(({ file }) => file),
        ['greeting.prompty'],
      );
    });

    it('states what was read and what was not', () => {
      assert.equal(report.coverage.seen, 8);
      assert.equal(report.coverage.analysed, 4);
      assert.equal(report.coverage.withoutTrace, 2);
      const skipped = Object.fromEntries(report.coverage.skipped.map(({ file, why }) => [file, why]));
      assert.deepEqual(Object.keys(skipped), ['blob.py', 'generated.py']);
      assert.match(skipped['blob.py'] ?? '', /binary/);
      assert.match(skipped['generated.py'] ?? '', /too large/);
    });

    it('has exit code 1 exactly when there is a warning', () => {
      const warned = report.findings.some(({ severity }) => severity === 'warning' || severity === 'error');
      assert.equal(run.exitCode, warned ? 1 : 0);
    });
  });

  it('says once why a model is unknown, not again why its price is', async () => {
    const folder = path.join(root, 'either');
    await write(
      'either/main.py',
      'import sys\nfrom openai import OpenAI\nmodel = "gpt-4o" if sys.argv else "gpt-4o-mini"\nOpenAI().responses.create(model=model, input="Hello")\n',
    );
    const { stdout } = await runCli(['scan', folder]);
    await rm(folder, { recursive: true });
    assert.equal(stdout.match(/one of gpt-4o, gpt-4o-mini/g)?.length, 1, stdout);
  });

  it('writes an aligned table as text', async () => {
    const { stdout } = await runCli(['scan', root]);
    const lines = stdout.split('\n');
    const [head, ...rows] = lines;
    assert.match(head ?? '', /^WHERE +MODEL +TOKENS IN +CACHEABLE +CAP +INPUT\/CALL +MAX\/CALL +MAX\/1,000 +BASIS$/);
    const row = rows.find(line => line.startsWith('app.py:5'));
    assert.match(row ?? '', /gpt-4o-mini/);
    assert.equal(row?.indexOf('gpt-4o-mini'), head?.indexOf('MODEL'));
    assert.match(stdout, /blob\.py {2}This file looks binary/);
    assert.match(
      stdout,
      /3 call sites and prompt files, 8 files seen, 4 analysed, 2 without a trace of a model, 2 skipped\. Prices of \d{4}-\d\d-\d\d\.\n$/,
    );
  });

  it('says no amount of an object that fixes a model, which sends nothing itself', async () => {
    await write('made/agent.py', 'from langchain_openai import ChatOpenAI\n\nllm = ChatOpenAI(model="gpt-5.4", max_tokens=90)\n');
    const { stdout } = await runCli(['scan', path.join(root, 'made')]);
    assert.match(stdout, /^agent\.py:3 \(counted at the calls on it\) +gpt-5\.4 +90 *$/m);
    await rm(path.join(root, 'made'), { recursive: true });
  });

  it('says once of a retired model that calls of several files are given, where it is set', async () => {
    const project = path.join(root, 'shared');
    await write('shared/settings.py', 'NAME = "desk"\nMODEL = "gpt-4"\n');
    for (const name of ['a', 'b', 'c'])
      await write(
        `shared/${name}.py`,
        'from openai import OpenAI\nfrom settings import MODEL\n\nOpenAI().responses.create(model=MODEL, input="Hi", max_output_tokens=9)\n',
      );
    const { stdout } = await runCli(['scan', project]);
    assert.match(
      stdout,
      /Findings:\n {2}settings\.py:2 {2}warning {2}no-retired-model {2}[^\n]* So it is for the calls at a\.py:4, b\.py:4, c\.py:4\.\n\n/,
    );
    const json = await runCli(['scan', project, '--format', 'json']);
    const { findings } = scanReport.strict().parse(JSON.parse(json.stdout));
    assert.deepEqual(
      findings.map(({ rule, file, line, alsoAt }) => ({ rule, file, line, alsoAt: alsoAt.map(other => `${other.file}:${other.line}`) })),
      [{ rule: 'no-retired-model', file: 'a.py', line: 4, alsoAt: ['b.py:4', 'c.py:4'] }],
    );
    await rm(project, { recursive: true });
  });

  it('tells files of one name in several folders apart', async () => {
    await write('left/main.py', client.replace('model=model', 'model="gpt-4o"'));
    await write('right/main.py', client.replace('model=model', 'model="gpt-4o-mini"'));
    const text = await runCli(['scan', 'left', 'right', 'left/main.py'], { cwd: root });
    assert.match(text.stdout, /^left\/main\.py:7 +gpt-4o /m);
    assert.match(text.stdout, /^right\/main\.py:7 +gpt-4o-mini /m);
    const json = await runCli(['scan', './left', 'right', 'app.py', '--format', 'json'], { cwd: root });
    const { callSites } = scanReport.strict().parse(JSON.parse(json.stdout));
    assert.deepEqual(
      callSites.map(({ folder, file }) => [folder, file]),
      [
        ['.', 'app.py'],
        ['./left', 'main.py'],
        ['right', 'main.py'],
      ],
    );
    for (const folder of ['left', 'right']) await rm(path.join(root, folder), { recursive: true });
  });

  it('finds nothing in an empty folder, and says so', async () => {
    await mkdir(path.join(root, 'empty'), { recursive: true });
    const run = await runCli(['scan', path.join(root, 'empty')]);
    assert.equal(run.exitCode, 0);
    assert.match(run.stdout, /^No call of a model and no prompt file found\./);
  });

  it('ends with 2 and one line for a path that does not exist', async () => {
    const run = await runCli(['scan', path.join(root, 'nowhere')]);
    assert.equal(run.exitCode, 2);
    assert.equal(run.stdout, '');
    assert.match(run.stderr, /^promptfare: no such file or folder: .*nowhere\n$/);
  });

  it('ends with 2 for a format that does not exist', async () => {
    const run = await runCli(['scan', '--format', 'xml']);
    assert.equal(run.exitCode, 2);
    assert.match(run.stderr, /^promptfare: option '-f, --format <format>' [^\n]* \(promptfare scan --help lists what can be asked\)\n$/);
  });

  it('says of a text that is named how it counts as a prompt', async () => {
    await mkdir(path.join(root, 'texts'), { recursive: true });
    const file = path.join(root, 'texts', 'notes.md');
    await writeFile(file, 'Answer in one word.\n');
    const refused = await runCli(['scan', file]);
    assert.equal(refused.exitCode, 2);
    assert.match(refused.stderr, /notes\.md \(it counts as a prompt by --prompt-files "\*\*\/notes\.md"\)\n$/);
    const read = await runCli(['scan', file, '--prompt-files', '**/notes.md']);
    assert.match(read.stdout, /1 call site or prompt file, 1 file seen/);
  });

  it('says how to use it', async () => {
    const run = await runCli(['scan', '--help']);
    assert.equal(run.exitCode, 0);
    assert.match(run.stdout, /Exit codes:/);
    const version = await runCli(['--version']);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(version.exitCode, 0);
  });
});
