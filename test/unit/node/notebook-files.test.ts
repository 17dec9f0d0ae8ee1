import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createPromptReader } from '../../../src/core/compression/prompt-reader';
import * as pipeline from '../../../src/core/pipeline';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import type { Span } from '../../../src/core/source/span';
import { analyseFile } from '../../../src/node/analyse-file';
import { DocumentStore } from '../../../src/node/document-store';
import { loadCounters } from '../../../src/node/encodings';
import { createEnvironment } from '../../../src/node/environment';
import { createGrammars } from '../../../src/node/grammars';
import { sdkGate } from '../../../src/node/sdk-gate';

const ROOT = path.resolve(__dirname, '../../..');

async function analyse(file: string) {
  const uri = pathToFileURL(path.join(ROOT, file)).href;
  const failures: unknown[] = [];
  const store = new DocumentStore({
    summarize: pipeline.summarize,
    grammars: createGrammars(),
    gate: sdkGate,
    promptFiles: [],
    failed: (_, error) => failures.push(error),
  });
  const settings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] };
  const now = new Date('2026-11-20T12:00:00Z');
  const textOf = (asked: string) => store.textOf(asked);
  const environment = createEnvironment({
    catalogue: createCatalogue(),
    counters: loadCounters(),
    reader: createPromptReader(),
    settings,
    now,
    textOf,
  });
  const analysed = await analyseFile(uri, store, pipeline, environment);
  assert.ok(analysed);
  assert.deepEqual(failures, []);
  /** First and last line in the file, 1-based. */
  const linesOf = (at: Span) => {
    const { text, start, end } = store.inFile(at);
    return [text.slice(0, start).split('\n').length, text.slice(0, end).split('\n').length];
  };
  return { analysis: analysed.analysis, linesOf, problem: store.problemOf(uri)?.message };
}

describe('a notebook on disk', function () {
  this.timeout(60_000);

  it('has what it runs of other notebooks and files, and what its cells set', async () => {
    const { analysis } = await analyse('test/fixtures/notebooks/ledger/asking.ipynb');
    const calls = analysis.quotes.map(({ site }) => [site.kind, site.model.value, site.outputCap.value]);
    assert.deepEqual(calls, [
      ['call', 'gpt-5.4', undefined],
      ['wrapper-call', 'gpt-5.4', 300],
      ['call', 'gpt-5.4-nano', 80],
    ]);
  });

  it('has its calls where the lines of their source stand in the JSON, and only those its kernel runs', async () => {
    const { analysis, linesOf } = await analyse('test/fixtures/notebooks/triage.ipynb');
    const calls = analysis.quotes.map(({ site }) => {
      return [site.api, site.model.value, site.outputCap.value, linesOf(site.at)];
    });
    assert.deepEqual(calls, [
      ['openai-chat', 'gpt-6-luna', 200, [70, 77]],
      ['openai-responses', 'gpt-5.4', undefined, [137, 137]],
    ]);
  });

  it('keeps what looks like magic in a prompt', async () => {
    const { analysis } = await analyse('test/fixtures/notebooks/triage.ipynb');
    // As js-tiktoken's own encoder counts the text with its lines that begin with ! and %.
    assert.equal(analysis.quotes[0]?.parts[0]?.tokens.value, 19);
    assert.equal(analysis.quotes[0]?.parts[0]?.tokens.basis, 'exact');
  });

  it('of the example follows the project around it, and finds the clock', async () => {
    const { analysis, linesOf } = await analyse('examples/evaluation/answer_quality.ipynb');
    const models = analysis.quotes.map(({ site }) => [site.model.value, site.kind]);
    assert.deepEqual(models, [
      ['claude-opus-5-5', 'call'],
      ['claude-sonnet-5-5', 'wrapper-call'],
    ]);
    const [clock] = analysis.findings.filter(({ rule }) => rule === 'no-dynamic-prefix');
    assert.ok(clock);
    assert.equal(clock.certainty, 'confirmed');
    assert.deepEqual(linesOf(clock.at), [122, 122]);
    const warnings = analysis.findings.filter(({ severity }) => severity === 'warning');
    assert.ok(warnings.every(({ site }) => site === clock.site));
  });

  it('that is broken is a problem', async () => {
    const { analysis, problem } = await analyse('test/fixtures/notebooks/conflict.ipynb');
    assert.match(problem ?? '', /not valid JSON \([a-z ]+, line 6\)/);
    assert.deepEqual(
      analysis.problems.map(({ message }) => message),
      [problem],
    );
  });
});
