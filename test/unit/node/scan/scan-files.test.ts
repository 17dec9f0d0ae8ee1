import assert from 'node:assert/strict';
import { readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { QuoteSettings } from '../../../../src/core/quote/settings';
import { type ScannedFiles, scanFiles } from '../../../../src/node/scan/scan-files';
import type { StartWorker } from '../../../../src/node/scan/scan-threads';
import { ValuePool } from '../../../../src/node/scan/value-pool';
import { THREADS } from '../../../../src/node/threads';
import { workspaceFiles } from '../../../../src/node/workspace-files';
import { commandLineAndThreads } from '../../bundle';
import { type ProjectFolder, projectFolder } from './project-folder';

const settings: QuoteSettings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: ['**/prompts/*.md'] };
const now = new Date('2026-11-20T12:00:00Z');

const client = `from openai import OpenAI

client = OpenAI()


def ask(question, model):
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": question}], max_tokens=200)
`;
const files = {
  'llm/client.py': client,
  'llm/__init__.py': 'from .client import ask\n',
  'app.py': 'from llm import ask\nfrom names import MODEL\n\nask("Hello", MODEL)\n',
  'names.py': 'MODEL = "gpt-4o-mini"\n',
  'other.py': 'import json\n',
};

describe('scanning files', function () {
  this.timeout(60_000);
  let project: ProjectFolder;
  let cacheFolder: string;
  let startWorker: StartWorker;

  before(async () => {
    const program = await commandLineAndThreads();
    // Nothing of this process, such as a loader of sources, is handed on.
    startWorker = options => new Worker(program, { workerData: options, argv: [THREADS.scan], execArgv: [] });
  });
  beforeEach(async () => {
    project = await projectFolder(files);
    cacheFolder = project.path('.git');
  });
  afterEach(() => project.remove());

  async function scan(circumstances = 'v1', start = startWorker): Promise<ScannedFiles> {
    const found = [];
    for (const file of workspaceFiles(project.root)) found.push({ path: file, named: false });
    return scanFiles(
      found,
      { settings, now },
      { folder: cacheFolder, paths: [project.root], circumstances },
      start === undefined ? {} : { start },
    );
  }

  /** The models of a file's calls, and null for a file that wasn't analysed. */
  function modelsIn(scanned: ScannedFiles, file: string): readonly (string | undefined)[] | null {
    const result = scanned.results.get(project.path(file));
    return result === undefined ? null : (result.analysis?.quotes.map(({ site }) => site.model.value) ?? []);
  }

  it('analyses only what can reach a model', async () => {
    const scanned = await scan();
    assert.deepEqual(modelsIn(scanned, 'app.py'), ['gpt-4o-mini']);
    assert.deepEqual(modelsIn(scanned, 'llm/client.py'), [undefined]);
    assert.equal(modelsIn(scanned, 'other.py'), null);
    assert.equal(modelsIn(scanned, 'names.py'), null);
  });

  it('gives the same again from what was kept', async () => {
    const first = await scan();
    const second = await scan();
    assert.deepEqual([...second.results], [...first.results]);
    assert.deepEqual(second.notes, []);
  });

  it('uses what was kept, and not for other settings, versions or days', async () => {
    await scan();
    await spoilKept();
    assert.deepEqual(modelsIn(await scan(), 'app.py'), ['spoilt model']);
    assert.deepEqual(modelsIn(await scan('v2'), 'app.py'), ['gpt-4o-mini']);
  });

  it('analyses anew what rests on a file that changed, and nothing else', async () => {
    await scan();
    await spoilKept();
    await project.write('names.py', 'MODEL = "gpt-4o"\n');
    const scanned = await scan();
    assert.deepEqual(modelsIn(scanned, 'app.py'), ['gpt-4o']);
    assert.deepEqual(modelsIn(scanned, 'llm/client.py'), ['spoilt model']);
  });

  it('analyses anew what rests on a file that did not exist', async () => {
    await rm(project.path('names.py'));
    assert.deepEqual(modelsIn(await scan(), 'app.py'), [undefined]);
    await project.write('names.py', 'MODEL = "gpt-4o"\n');
    assert.deepEqual(modelsIn(await scan(), 'app.py'), ['gpt-4o']);
  });

  it('sees a file that begins to reach a model through another', async () => {
    await scan();
    await project.write('other.py', 'from app import ask\n\nask("Again", "gpt-4o")\n');
    assert.deepEqual(modelsIn(await scan(), 'other.py'), ['gpt-4o']);
  });

  describe('counts a prompt that names no model', () => {
    const sender = (model: string) => `from pathlib import Path
from llm import ask

ask((Path(__file__).parent / "prompts" / "answer.md").read_text(), "${model}")
`;
    const tokens = (scanned: ScannedFiles) => {
      const [quote] = scanned.results.get(project.path('prompts/answer.md'))?.analysis?.quotes ?? [];
      return quote && [quote.inputTokens.value, quote.inputTokens.basis];
    };

    beforeEach(async () => {
      await project.write('prompts/answer.md', 'Answer in one sentence, and name the order.');
      await project.write('send.py', sender('gpt-4o'));
    });

    it('as the model does that its calls ask, also from what was kept, and anew when they ask another', async () => {
      const first = await scan();
      assert.deepEqual(tokens(first), [10, 'exact']);
      await project.write('other.py', 'import json, os\n');
      assert.deepEqual([...(await scan()).results], [...first.results]);
      await project.write('send.py', sender('claude-sonnet-5-5'));
      assert.equal(tokens(await scan())?.[1], 'estimated');
    });

    it('in a band where its calls ask several models, or none sends it', async () => {
      await project.write('send_too.py', sender('gpt-5-mini'));
      assert.equal(tokens(await scan())?.[1], 'estimated');
      await rm(project.path('send_too.py'));
      assert.deepEqual(tokens(await scan()), [10, 'exact']);
      await rm(project.path('send.py'));
      assert.equal(tokens(await scan())?.[1], 'estimated');
    });
  });

  it('ignores a damaged cache, and says so', async () => {
    await scan();
    const [name] = await readdir(cacheFolder);
    assert.ok(name);
    await writeFile(path.join(cacheFolder, name), 'no cache');
    const scanned = await scan();
    assert.deepEqual(modelsIn(scanned, 'app.py'), ['gpt-4o-mini']);
    assert.match(scanned.notes.join(), /is damaged, so all files were analysed anew/);
    assert.deepEqual((await scan()).notes, []);
  });

  it('says so when nothing can be kept, and goes on', async () => {
    cacheFolder = project.path('names.py');
    const scanned = await scan();
    assert.deepEqual(modelsIn(scanned, 'app.py'), ['gpt-4o-mini']);
    assert.match(scanned.notes.join(), /can't be written/);
  });

  it('removes what no scan has used for a month, and keeps what one has', async () => {
    await scan();
    const [own = ''] = await readdir(cacheFolder);
    const unused = `scan-${'0'.repeat(20)}.bin`;
    for (const name of [own, unused, 'notes.bin']) {
      if (name !== own) await writeFile(path.join(cacheFolder, name), '');
      await utimes(path.join(cacheFolder, name), new Date(0), new Date(0));
    }
    await scan();
    await writeFile(project.path('names.py'), 'MODEL = "gpt-5.4"\n');
    await scan();
    assert.deepEqual((await readdir(cacheFolder)).sort(), ['notes.bin', own].sort());
  });

  it('skips a file of 50 MB with a reason', async () => {
    await project.write('generated.py', '');
    await truncate(project.path('generated.py'), 50_000_000);
    const result = (await scan()).results.get(project.path('generated.py'));
    assert.match(result?.why ?? '', /too large/);
  });

  it('says on several threads what it says on one', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 320 }, (_, index) => [
        `many/use_${index}.py`,
        `from llm import ask\n\nask("Question ${index}", "${index % 2 === 0 ? 'gpt-4o' : 'gpt-4o-mini'}")\n`,
      ]),
    );
    for (const [file, text] of Object.entries(many)) await project.write(file, text);
    const scanned = await scan();
    assert.equal(scanned.results.size, 323);
    for (const index of [0, 1, 123, 319])
      assert.deepEqual(modelsIn(scanned, `many/use_${index}.py`), [index % 2 === 0 ? 'gpt-4o' : 'gpt-4o-mini']);
    assert.deepEqual(scanned.failures, []);
  });

  it('says which files were lost with a thread, and finishes the others', async function () {
    if (os.availableParallelism() < 2) this.skip();
    const many = Array.from({ length: 320 }, (_, index) => `many/use_${index}.py`);
    for (const file of many) await project.write(file, 'from llm import ask\n\nask("Question", "gpt-4o")\n');
    let started = 0;
    const oneDies: StartWorker = options => {
      started += 1;
      return started === 1 ? new Worker('throw new Error("no memory")', { eval: true }) : startWorker(options);
    };
    const scanned = await scan('v1', oneDies);
    assert.match(scanned.failures.join(), /no memory/);
    assert.ok(many.filter(file => modelsIn(scanned, file)?.[0] === 'gpt-4o').length > 100);
  });

  /** Changes what is kept without changing any file, so that its use can be seen. */
  async function spoilKept(): Promise<void> {
    const { deserialize, serialize } = await import('node:v8');
    const { readFile } = await import('node:fs/promises');
    const [name] = await readdir(cacheFolder);
    const file = path.join(cacheFolder, name ?? '');
    const whole = deserialize(await readFile(file));
    const pool = new ValuePool();
    const ids = [...pool.takeIn(whole.kept.values)].map(id => {
      const value = structuredClone(pool.read(id)) as { analysis?: { quotes: { site: { model: { value?: string } } }[] } };
      for (const quote of value.analysis?.quotes ?? []) quote.site.model.value = 'spoilt model';
      return pool.add(value);
    });
    whole.kept.values = pool.pack(ids);
    await writeFile(file, serialize(whole));
  }
});
