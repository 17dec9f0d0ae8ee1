import assert from 'node:assert/strict';
import type { Quote } from '../../../../src/core/quote/analysis';
import { isKnown } from '../../../../src/core/quote/basis';
import type { MeasuredCall } from '../../../../src/core/quote/measured';
import type { WorkspaceFile } from '../../../../src/core/workspace-file/file-schema';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const FOLDER = 'file:///project';
const FILE = `${FOLDER}/answer.py`;
const IDENTITY = 'answer/openai-chat#0';

const codeFor = (model: string, prompt = 'You sort tickets into three classes.') => `from openai import OpenAI

def answer(ticket):
    return OpenAI().chat.completions.create(model="${model}", max_completion_tokens=400, messages=[
        {"role": "system", "content": "${prompt}"},
        {"role": "user", "content": ticket},
    ])
`;

const MEASURED: MeasuredCall = {
  uri: FILE,
  identity: IDENTITY,
  model: 'gpt-4.1',
  outputTokens: { value: 20, low: 18, high: 22 },
  samples: 50,
  from: 'verification',
};

async function quoteOf(measured: readonly MeasuredCall[], code = codeFor('gpt-4.1'), file?: WorkspaceFile): Promise<Quote> {
  const stated = file === undefined ? {} : { stated: { folder: FOLDER, ...file } };
  const { analysis } = await analyseIn(new Map([[FILE, code]]), FILE, { ...DEFAULT_SETTINGS, ...stated, measured });
  const [quote] = analysis.quotes;
  assert.ok(quote);
  return quote;
}

describe('a call whose answers were measured', () => {
  it('has answers of the measured length, and says of how many they are the mean', async () => {
    const { stated } = await quoteOf([MEASURED]);
    assert.deepEqual(stated?.outputTokens, {
      value: 20,
      low: 18,
      high: 22,
      basis: 'measured',
      why: 'mean of 50 answers when it was verified',
    });
    assert.ok(stated !== undefined && isKnown(stated.meanCallUsd) && stated.of === 'call');
  });

  it('takes records of real calls before samples', async () => {
    const usage: MeasuredCall = { ...MEASURED, from: 'usage', samples: 1200, outputTokens: { value: 31, low: 31, high: 31 } };
    const { stated } = await quoteOf([MEASURED, usage]);
    assert.equal(stated?.outputTokens?.value, 31);
    assert.match(stated?.outputTokens?.why ?? '', /1,200 answers in imported usage/);
  });

  it('takes what the workspace file states before what was measured', async () => {
    const { stated } = await quoteOf([MEASURED], undefined, { calls: { '**': { outputTokens: 100 } } });
    assert.equal(stated?.outputTokens?.value, 100);
    assert.equal(stated?.outputTokens?.basis, 'assumed');
  });

  it('is not known by what another model answered, or another call, or an earlier prompt', async () => {
    const others: readonly MeasuredCall[] = [
      { ...MEASURED, model: 'gpt-4.1-mini' },
      { ...MEASURED, identity: 'other/openai-chat#0' },
      { ...MEASURED, uri: `${FOLDER}/other.py` },
      { ...MEASURED, fingerprint: 'of an earlier prompt' },
    ];
    for (const other of others) assert.equal((await quoteOf([other])).stated, undefined);
  });

  it('never answers beyond its cap', async () => {
    const { stated } = await quoteOf([{ ...MEASURED, outputTokens: { value: 500, low: 380, high: 600 } }]);
    assert.deepEqual([stated?.outputTokens?.low, stated?.outputTokens?.value, stated?.outputTokens?.high], [380, 400, 400]);
  });

  it('counts the input of a family without public tokenizer as it was billed', async () => {
    const factor = { value: 1.4, low: 1.38, high: 1.42 };
    const code = codeFor('claude-sonnet-4-5', 'word '.repeat(1000))
      .replace('openai import OpenAI', 'anthropic import Anthropic')
      .replace('OpenAI().chat.completions', 'Anthropic().messages')
      .replace('max_completion_tokens', 'max_tokens');
    const plain = await quoteOf([], code);
    const measured: MeasuredCall = { ...MEASURED, identity: plain.site.identity, model: plain.model?.id ?? '', inputFactor: factor };
    const counted = await quoteOf([measured], code);
    const [was, is] = [plain, counted].map(({ parts }) => parts.find(({ label }) => label.startsWith('system'))?.tokens);
    assert.ok(was !== undefined && is !== undefined);
    assert.equal(was.basis, 'estimated');
    assert.equal(is.basis, 'measured');
    assert.match(is.why, /50 real calls were billed/);
    assert.ok(is.high - is.low < was.high - was.low);
    const exact = await quoteOf([{ ...MEASURED, inputFactor: factor }]);
    assert.equal(exact.parts[0]?.tokens.value, (await quoteOf([])).parts[0]?.tokens.value);
  });
});
