import assert from 'node:assert/strict';
import { lensTitle } from '../../../../src/core/present/lens';
import { measuredLine } from '../../../../src/core/present/measured';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { spendOf, spendText } from '../../../../src/core/present/spend';
import type { Quote } from '../../../../src/core/quote/analysis';
import { isKnown } from '../../../../src/core/quote/basis';
import type { MeasuredCall } from '../../../../src/core/quote/measured';
import type { UsageTarget } from '../../../../src/core/usage/join';
import { measureCalls } from '../../../../src/core/usage/measure-calls';
import { createTally } from '../../../../src/core/usage/tally';
import type { UsageRecord } from '../../../../src/core/usage/usage-record';
import type { WorkspaceFile } from '../../../../src/core/workspace-file/file-schema';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const FOLDER = 'file:///project';
const FILE = `${FOLDER}/answer.py`;
const IDENTITY = 'answer/openai-chat#0';
const TARGET: UsageTarget = { path: 'answer.py', line: 4, endLine: 7, identity: IDENTITY, symbol: 'answer', models: ['gpt-4.1'] };
const CODE = `from openai import OpenAI

def answer():
    return OpenAI().chat.completions.create(model="gpt-4.1", max_completion_tokens=400, messages=[
        {"role": "system", "content": "${'word '.repeat(200)}"},
    ])
`;
const english = numeralsOf();

function records(count: number, more: Partial<UsageRecord> = {}): MeasuredCall {
  const tally = createTally();
  for (let index = 0; index < count; index++)
    tally.add({
      requests: 1,
      model: 'gpt-4.1-2025-04-14',
      inputTokens: 1000,
      cacheReadTokens: 400,
      cacheWriteTokens: 0,
      outputTokens: 30,
      at: new Date(Date.UTC(2026, 9, 1 + (index % 10), 12)).toISOString(),
      names: ['answer'],
      tags: [],
      ...more,
    });
  const [call] = measureCalls(tally.groups(), [TARGET]).calls;
  assert.ok(call);
  const { value, low, high } = call.measured.outputTokens;
  return {
    uri: FILE,
    identity: IDENTITY,
    model: 'gpt-4.1',
    outputTokens: { value, low, high },
    samples: call.measured.requests,
    from: 'usage',
    usage: call.measured,
  };
}

async function quoteOf(measured: readonly MeasuredCall[], file?: WorkspaceFile): Promise<Quote> {
  const stated = file === undefined ? {} : { stated: { folder: FOLDER, ...file } };
  const { analysis } = await analyseIn(new Map([[FILE, CODE]]), FILE, { ...DEFAULT_SETTINGS, ...stated, measured });
  const [quote] = analysis.quotes;
  assert.ok(quote);
  return quote;
}

describe('a call of which usage was imported', () => {
  it('costs what its mean tokens do at the prices of today, where the records name no money', async () => {
    const { measured } = await quoteOf([records(20)]);
    assert.ok(measured !== undefined && isKnown(measured.callUsd));
    // gpt-4.1: $2 in, $0.50 read, $8 out for a million tokens.
    const usd = (600 * 2 + 400 * 0.5 + 30 * 8) / 1e6;
    assert.ok(Math.abs(measured.callUsd.value - usd) < 1e-12, `${measured.callUsd.value} is not ${usd}`);
    assert.match(measured.callUsd.why, /20 calls, at the prices of today/);
    // Ten days of October, two calls on each: 60 calls a month.
    assert.ok(Math.abs((measured.usdPerMonth?.value ?? 0) - usd * 60) < 1e-9);
  });

  it('costs what the records say, where all of them do', async () => {
    const { measured } = await quoteOf([records(4, { usd: 0.25 })]);
    assert.ok(measured !== undefined && isKnown(measured.callUsd));
    assert.deepEqual([measured.callUsd.value, measured.callUsd.basis], [0.25, 'measured']);
  });

  it('is made as often as was measured, until somebody states it', async () => {
    const unstated = await quoteOf([records(20)]);
    assert.equal(unstated.stated?.callsPerMonth?.value, 60);
    assert.equal(unstated.stated?.callsPerDay?.basis, 'measured');
    const stated = await quoteOf([records(20)], { calls: { '**': { callsPerDay: 100 } } });
    assert.equal(stated.stated?.callsPerMonth?.value, 3000);
  });

  it('is not said to be made so often on a day, where the records are of one day only', async () => {
    const { measured, stated } = await quoteOf([records(20, { at: '2026-10-01T12:00:00Z' })]);
    assert.deepEqual([measured?.usage.callsPerDay, measured?.usdPerMonth, stated?.callsPerMonth], [undefined, undefined, undefined]);
  });

  it('is shown as measured beside what is estimated, with how far that is off', async () => {
    const quote = await quoteOf([records(20)]);
    const estimated = quote.inputTokens.high;
    const off = `+${Math.round((1000 / estimated - 1) * 100)}%`;
    const lens = lensTitle(quote, [], { density: 'full', template: '', minimumUsdPerThousandCalls: 0 }, english) ?? '';
    assert.ok(lens.includes(`measured 1,000 in (${off}) → 30 out, $0.00164/call`), lens);
    const hover = measuredLine(quote, english);
    assert.match(hover, /^\*\*Measured\*\* over 20 calls from 2026-10-01 to 2026-10-10: 1,000 tok in \(\+\d+% against the /);
    assert.match(hover, /40% of it read from the cache, 30 out, \$0\.00164 each, \$0\.0984 per month\. Told by name\.$/);
    assert.match(spendText(spendOf([quote]), english), / · measured \$1\.64\/1k$/);
  });

  it('drifts nowhere as long as the measured lies inside of the estimate', async () => {
    const { inputTokens } = await quoteOf([]);
    const quote = await quoteOf([records(20, { inputTokens: inputTokens.value, cacheReadTokens: 0 })]);
    assert.equal(quote.measured?.inputDrift, 0);
    assert.match(measuredLine(quote, english), /\(as estimated\)/);
  });

  it('says nothing of it where nothing was imported', async () => {
    const quote = await quoteOf([]);
    assert.equal(quote.measured, undefined);
    assert.equal(measuredLine(quote, english), '');
  });
});
