import assert from 'node:assert/strict';
import { exactly } from '../../../../src/core/quote/basis';
import { breakEvenShare, cachingBreakEven, fineTuneBreakEvenCalls } from '../../../../src/core/spend/break-even';
import { type SelfHost, selfHostBreakEvenTokens, selfHostCost, selfHostUsd } from '../../../../src/core/spend/self-host';
import { spendOfAll } from '../../../../src/core/spend/waterfall';
import { find, model, workload } from './given';

const HOST: SelfHost = {
  gpuUsdPerHour: 2,
  gpuMemoryGb: 80,
  parametersBillions: 8,
  quantisation: 'fp16',
  tokensPerSecond: 2000,
  utilisation: 1,
};

describe('break-evens', () => {
  it('of caching: two calls at a write of 1.25, three at a write of 2 and a read of 0.1', () => {
    const price = { inputUsd: 1, outputUsd: 5, cacheReadUsd: 0.1, cacheWriteUsd: 1.25, cacheWriteLongUsd: 2 };
    assert.equal(cachingBreakEven(price, false)?.calls, 2);
    assert.equal(cachingBreakEven(price, true)?.calls, 3);
    assert.equal(cachingBreakEven(price, false)?.hitRate.toFixed(4), (0.25 / 1.15).toFixed(4));
    assert.equal(cachingBreakEven({ inputUsd: 1, outputUsd: 5 }, false), undefined);
  });

  it('of tuning: training and hosting over what a call costs less', () => {
    const tune = { trainingUsd: 6000, months: 6, hostingUsdPerMonth: 200, usdPerThousandCalls: 2 };
    assert.equal(fineTuneBreakEvenCalls(tune, 14), 1200 / 0.012);
    assert.equal(fineTuneBreakEvenCalls(tune, 2), undefined);
  });

  it('of a classifier: its cost over what it saves', () => {
    assert.equal(breakEvenShare(0.5, 10), 0.05);
    assert.equal(breakEvenShare(0.5, 0), undefined);
  });

  it('of a GPU of one’s own: never, where it costs more than what it serves would', () => {
    assert.equal(selfHostBreakEvenTokens(HOST, 0.2), undefined);
    const tokens = selfHostBreakEvenTokens({ ...HOST, operationsUsdPerMonth: 3000 }, 3) ?? 0;
    assert.ok(Math.abs(selfHostUsd({ ...HOST, operationsUsdPerMonth: 3000 }, tokens) - (tokens * 3) / 1e6) < 1e-6);
  });
});

/** Cases that calculators on the web publish with their results, so that anybody can compare. Read on 2026-11-21. */
describe('published calculators', () => {
  it('tools.gera.services: $2 an hour at 2,000 tokens a second is $0.28 a million, at 20% of use five times that', () => {
    assert.equal(selfHostCost(HOST).usdPerMillion.toFixed(2), '0.28');
    assert.equal(selfHostCost({ ...HOST, utilisation: 0.2 }).usdPerMillion.toFixed(2), '1.39');
  });

  it('llmtco.com: 70B parameters need 140 GB and headroom at fp16, and 42 GB at int4, which one card of 48 GB holds', () => {
    const large = { ...HOST, parametersBillions: 70 };
    assert.equal(selfHostCost(large).memoryGb.toFixed(0), '168');
    const small = selfHostCost({ ...large, quantisation: 'int4', gpuMemoryGb: 48 });
    assert.equal(small.memoryGb.toFixed(0), '42');
    assert.equal(small.gpus, 1);
  });

  it('llmtco.com: $320 a month against $3 a million breaks even at 106.7 million tokens', () => {
    const tokens = selfHostBreakEvenTokens({ ...HOST, gpuUsdPerHour: 320 / 730 }, 3) ?? 0;
    assert.equal((tokens / 1e6).toFixed(1), '106.7');
  });

  it('induwara.lk: a month of $998.46 against $110 for 160 million tokens breaks even at 1.45 billion', () => {
    const host = { ...HOST, gpuUsdPerHour: 998.46 / 730, tokensPerSecond: 2500 };
    const tokens = selfHostBreakEvenTokens(host, 110 / 160) ?? 0;
    assert.equal((tokens / 1e9).toFixed(2), '1.45');
    assert.equal(selfHostCost(host).capacityTokens.toPrecision(3), '6.57e+9');
  });

  it('opcmake.com: a chat, a review and a text on gpt-5.4 cost $0.00575, $0.01950 and $0.03050', () => {
    const usd = (query: number, output: number) => {
      const calls = workload({ query, output }, { model: model('gpt-5.4'), callsPerMonth: exactly(1) });
      return spendOfAll([calls], () => ({}), find).today.usd.value.toFixed(5);
    };
    assert.deepEqual([usd(500, 300), usd(3000, 800), usd(200, 2000)], ['0.00575', '0.01950', '0.03050']);
  });

  it('opcmake.com: at 80% of hits and reads of a tenth, input costs 28% of its price', () => {
    const calls = workload({ system: 10_000 }, { model: model('gpt-5.4'), callsPerMonth: exactly(1000) });
    const { today, after } = spendOfAll([calls], () => ({ caching: { hitRate: 0.8 } }), find);
    assert.equal((after.usd.value / today.usd.value).toFixed(2), '0.28');
  });
});
