import assert from 'node:assert/strict';
import type { Quote } from '../../../../src/core/quote/analysis';
import { isKnown, type Money } from '../../../../src/core/quote/basis';
import { cacheHitShare } from '../../../../src/core/quote/cache-hits';
import type { WorkspaceFile } from '../../../../src/core/workspace-file/file-schema';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const FOLDER = 'file:///project';
const FILE = `${FOLDER}/src/answer.py`;
/** 4,000 words, some 4,000 tokens: enough for any cache. */
const RULES = 'word '.repeat(4000);

const CODE = `from openai import OpenAI

def answer(docs):
    return OpenAI().chat.completions.create(model="gpt-4.1", max_completion_tokens=400, messages=[
        {"role": "system", "content": "${RULES}"},
        {"role": "user", "content": docs},
    ])
`;

async function quoteOf(file: WorkspaceFile, code = CODE): Promise<Quote> {
  const { analysis } = await analyseIn(new Map([[FILE, code]]), FILE, { ...DEFAULT_SETTINGS, stated: { folder: FOLDER, ...file } });
  const [quote] = analysis.quotes;
  assert.ok(quote);
  return quote;
}

function usd(money: Money | undefined): { readonly value: number; readonly low: number; readonly high: number } {
  assert.ok(money !== undefined && isKnown(money));
  return money;
}

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) <= Math.abs(expected) * 1e-9, `${actual} is not ${expected}`);
}

describe('a call of which the workspace file says something', () => {
  it('says nothing per month where no traffic is stated', async () => {
    assert.equal((await quoteOf({})).stated?.usdPerMonth, undefined);
    const { stated } = await quoteOf({ calls: { 'src/**': { outputTokens: 100 } } });
    assert.equal(stated?.usdPerMonth, undefined);
    assert.equal(stated?.callsPerMonth, undefined);
  });

  it('is charged per month for what each of its calls costs', async () => {
    // One prefix per call: none is ever found in the cache.
    const calls = { 'src/**': { callsPerDay: 100, distinctPrefixes: 1e12, outputTokens: 200, holes: { docs: 1000 } } };
    const { stated, inputTokens } = await quoteOf({ calls });
    assert.equal(stated?.callsPerMonth?.value, 3000);
    assert.equal(stated?.of, 'call');
    assert.equal(inputTokens.high, inputTokens.value);
    // gpt-4.1: $2 in, $8 out per million tokens.
    const perCall = (inputTokens.value * 2 + 200 * 8) / 1e6;
    assert.ok(Math.abs(usd(stated?.usdPerMonth).value - perCall * 3000) < 0.01);
    assert.equal(stated?.usdPerMonth?.basis, 'assumed');
    assert.match(stated?.usdPerMonth?.why ?? '', /promptfare\.json, "src\/\*\*"; on 30 days/);
  });

  it('carries ranges through', async () => {
    const calls = {
      'src/**': {
        callsPerDay: [100, 200] as [number, number],
        distinctPrefixes: 1e12,
        outputTokens: [100, 300] as [number, number],
        holes: { docs: 0 },
      },
    };
    const { stated, inputTokens } = await quoteOf({ traffic: { daysPerMonth: 20 }, calls });
    const { low, value, high } = usd(stated?.usdPerMonth);
    const perCall = (output: number) => (inputTokens.value * 2 + output * 8) / 1e6;
    assert.ok(Math.abs(low - perCall(100) * 2000) < 0.01);
    assert.ok(Math.abs(value - perCall(200) * 3000) < 0.01);
    assert.ok(Math.abs(high - perCall(300) * 4000) < 0.01);
  });

  it('has an answer between nothing and its cap, where its length is not stated', async () => {
    const { stated } = await quoteOf({ calls: { 'src/**': { callsPerDay: 1, distinctPrefixes: 1e12, holes: { docs: 0 } } } });
    const { low, value } = usd(stated?.meanCallUsd);
    close(value - low, (400 * 8) / 1e6);
    assert.match(stated?.meanCallUsd.why ?? '', /"outputTokens" in promptfare\.json would state its length/);
  });

  it('has an answer that ends at its cap, whatever is stated', async () => {
    const { stated } = await quoteOf({ calls: { 'src/**': { outputTokens: 5000 } } });
    assert.equal(stated?.outputTokens?.value, 400);
  });

  it('is charged for the input alone where nothing bounds the answer', async () => {
    const code =
      'from openai import OpenAI\n\nOpenAI().chat.completions.create(model="our-own", messages=[{"role": "user", "content": "Hi"}])\n';
    const catalogue = { prices: { 'our-own': { inputUsd: 1, outputUsd: 2 } } };
    const settings = { ...DEFAULT_SETTINGS, ...catalogue, stated: { folder: FOLDER, calls: { '**': { callsPerDay: 10 } } } };
    const { analysis } = await analyseIn(new Map([[FILE, code]]), FILE, settings);
    assert.equal(analysis.quotes[0]?.stated?.of, 'input');
  });

  it('reads the cache as often as its traffic lets it', async () => {
    const mean = async (callsPerDay: number) => {
      const calls = { 'src/**': { callsPerDay, outputTokens: 0, holes: { docs: 0 } } };
      const quote = await quoteOf({ calls });
      assert.equal(quote.prefix.state, 'cached');
      return { mean: usd(quote.stated?.meanCallUsd).value, none: usd(quote.inputUsd).value, all: usd(quote.cachedInputUsd).value };
    };
    const rare = await mean(1);
    assert.ok(rare.mean > rare.none * 0.99);
    const often = await mean(1e6);
    close(often.mean, often.all);
    assert.ok(often.all < often.none / 2);
  });

  it('is not one, where the file says so, and is one again where it says that', async () => {
    const quotes = async (file: WorkspaceFile, notCalls: readonly string[]) => {
      const settings = { ...DEFAULT_SETTINGS, notCalls, stated: { folder: FOLDER, ...file } };
      return (await analyseIn(new Map([[FILE, CODE]]), FILE, settings)).analysis.quotes.length;
    };
    assert.equal(await quotes({ calls: { 'src/**': { notAnLlmCall: true } } }, []), 0);
    assert.equal(await quotes({}, ['answer/openai-chat#0']), 0);
    assert.equal(await quotes({ calls: { 'src/**': { notAnLlmCall: false } } }, ['answer/openai-chat#0']), 1);
  });
});

describe('the share of calls that hit the cache', () => {
  it('is that of a Poisson process: once an hour with five minutes to live, 8%', () => {
    const hourly = cacheHitShare({ callsPerDay: 24, hoursPerDay: 24, distinctPrefixes: 1 }, 300);
    close(hourly, 1 - Math.exp(-1 / 12));
    assert.equal(Math.round(hourly * 100), 8);
  });

  it('falls with the prefixes that share the traffic, and rises with the hours into which it is packed', () => {
    const share = (hoursPerDay: number, distinctPrefixes: number) =>
      cacheHitShare({ callsPerDay: 240, hoursPerDay, distinctPrefixes }, 300);
    assert.equal(share(24, 10), cacheHitShare({ callsPerDay: 24, hoursPerDay: 24, distinctPrefixes: 1 }, 300));
    assert.ok(share(8, 1) > share(24, 1));
    assert.equal(cacheHitShare({ callsPerDay: 0, hoursPerDay: 24, distinctPrefixes: 1 }, 300), 0);
  });
});
