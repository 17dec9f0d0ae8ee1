import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pythonSample } from '../../../scripts/bench/python-sample';
import { WorkerClient } from '../../../scripts/bench/worker-client';
import type { Analysis } from '../../../src/core/quote/analysis';
import { commandLineAndThreads } from '../bundle';

describe('the worker in its thread', function () {
  this.timeout(60_000);
  let client: WorkerClient;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-thread-'));
    client = new WorkerClient(await commandLineAndThreads());
    const ready = await client.configure();
    assert.match(ready.catalogueDate, /^\d{4}-\d\d-\d\d$/);
  });
  after(async () => {
    await client.end();
    await rm(folder, { recursive: true });
  });

  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  async function analysisOf(uri: string, version: number): Promise<Analysis> {
    const { analysis } = await client.next('analysis', posted => posted.analysis.uri === uri && posted.analysis.version === version);
    return analysis;
  }

  it('finds every call of a large file, posts no prompt text, and follows edits', async () => {
    const { text, editAt, callSites } = pythonSample();
    assert.equal(text.split('\n').length, 2001);
    const uri = uriOf('large.py');
    const half = text.length >> 1;
    const first = analysisOf(uri, 1);
    client.post({ type: 'open', uri, languageId: 'python', version: 1, chunk: text.slice(0, half), first: true, last: false });
    client.post({ type: 'open', uri, languageId: 'python', version: 1, chunk: text.slice(half), first: false, last: true });
    const analysis = await first;
    assert.equal(analysis.quotes.length, callSites);
    assert.ok(analysis.quotes.every(quote => quote.model !== undefined && quote.inputTokens.value > 200));
    assert.ok(!JSON.stringify(analysis).includes('never promise a date'));

    const edited = analysisOf(uri, 2);
    client.post({ type: 'change', uri, version: 2, changes: [{ start: editAt, removed: 0, inserted: 'Use very many words. ' }] });
    const grown = (await edited).quotes.filter((quote, index) => quote.textTokens.value > (analysis.quotes[index]?.textTokens.value ?? 0));
    assert.equal(grown.length, 1);
  });

  it('follows a wrapper into a file on disk, and its change there', async () => {
    const wrapper = (model: string) =>
      `from openai import OpenAI\n\ndef ask(text):\n    return OpenAI().chat.completions.create(model="${model}", messages=[{"role": "user", "content": text}])\n`;
    await writeFile(path.join(folder, 'llm.py'), wrapper('gpt-4o'));
    const uri = uriOf('app.py');
    const before = client.next('analysis', ({ analysis }) => analysis.uri === uri && analysis.quotes.length > 0);
    client.post({
      type: 'open',
      uri,
      languageId: 'python',
      version: 1,
      chunk: 'from llm import ask\n\nask("hi")\n',
      first: true,
      last: true,
    });
    assert.equal((await before).analysis.quotes[0]?.site.model.value, 'gpt-4o');
    await writeFile(path.join(folder, 'llm.py'), wrapper('gpt-4o-mini'));
    const after = analysisOf(uri, 1);
    client.post({ type: 'changed-on-disk', uris: [uriOf('llm.py')] });
    assert.equal((await after).quotes[0]?.site.model.value, 'gpt-4o-mini');
  });

  it('survives what breaks parsers', async () => {
    const texts = [
      '',
      '\ufeff',
      'def (:\r\n"""',
      '\ud83d'.repeat(100),
      `x = "${'a'.repeat(20_000)}"`,
      `${'('.repeat(5_000)}`,
      'f("\ude00", {\r',
    ];
    for (const [index, chunk] of texts.entries()) {
      const uri = uriOf(`bad${index}.py`);
      const posted = analysisOf(uri, 1);
      client.post({ type: 'open', uri, languageId: 'python', version: 1, chunk, first: true, last: true });
      assert.deepEqual((await posted).quotes, [], JSON.stringify(chunk.slice(0, 20)));
    }
  });

  it('lists the models to choose from, each once, by its price', async () => {
    const listed = client.next('models');
    client.post({ type: 'models', request: 9 });
    const { models } = await listed;
    const known = models.find(({ id }) => id === 'gpt-4o-mini');
    assert.deepEqual(known, { id: 'gpt-4o-mini', provider: 'openai', inputUsd: 0.15, outputUsd: 0.6 });
    assert.equal(new Set(models.map(({ id }) => id)).size, models.length);
  });

  it('counts a selection and makes an offered edit', async () => {
    const counted = client.next('count');
    client.post({ type: 'count', request: 1, text: 'hello world', models: ['gpt-4o'] });
    const { counts } = await counted;
    assert.equal(counts[0]?.tokens.value, 2);
    assert.ok(counts[0]?.inputUsd.basis !== 'unknown');

    const uri = uriOf('fix.py');
    const chunk =
      'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Say hi."}])\n';
    const posted = analysisOf(uri, 1);
    client.post({ type: 'open', uri, languageId: 'python', version: 1, chunk, first: true, last: true });
    const fix = (await posted).findings.find(finding => finding.rule === 'require-output-cap')?.fixes[0];
    assert.ok(fix !== undefined);
    const made = client.next('edit');
    client.post({ type: 'edit', request: 2, uri, version: 1, fixId: fix.id });
    const { result } = await made;
    assert.ok(Array.isArray(result) && result.length > 0);
    const refused = client.next('edit');
    client.post({ type: 'edit', request: 3, uri, version: 9, fixId: fix.id });
    assert.deepEqual((await refused).result, { refused: 'The document changed meanwhile; try again.' });
  });
});
