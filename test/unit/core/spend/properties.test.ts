import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Estimate } from '../../../../src/core/quote/basis';
import { exactly } from '../../../../src/core/quote/basis';
import type { Levers } from '../../../../src/core/spend/scenario';
import { leversSchema } from '../../../../src/core/spend/scenario';
import { type Spend, spendOfAll } from '../../../../src/core/spend/waterfall';
import { INPUT_PARTS, OUTPUT_PARTS, type RequestPart, SPEND_PARTS, type Workload } from '../../../../src/core/spend/workload';
import { find, model, workload } from './given';

const MODELS = ['claude-sonnet-5-5', 'claude-haiku-5-5', 'gpt-6-sol', 'gpt-6-luna', 'gpt-5.4', 'deepseek-flash'];

const share = fc.double({ min: 0, max: 1, noNaN: true });
const shares = fc.oneof(
  share,
  fc.tuple(share, share).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
);
const size = fc.integer({ min: 0, max: 200_000 });
const sized = fc.tuple(size, size, size).map(([a, b, c]): Estimate => {
  const [low = 0, value = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
  return { low, value, high, basis: 'estimated', why: 'generated' };
});
const modelId = fc.constantFrom(...MODELS);

const workloads: fc.Arbitrary<Workload> = fc
  .record({
    id: modelId,
    parts: fc.record({ tools: sized, system: sized, history: sized, retrieved: sized, query: sized, output: sized, reasoning: sized }),
    calls: fc.option(fc.integer({ min: 0, max: 1e7 }), { nil: undefined }),
    values: fc.integer({ min: 1, max: 1000 }),
    turns: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    retries: fc.double({ min: 0, max: 5, noNaN: true }),
    conversation: fc.boolean(),
  })
  .map(({ id, parts, calls, values, turns, retries, conversation }) => {
    const prefix = parts.system;
    return workload(
      {},
      {
        model: model(id),
        tokens: parts,
        prefixTokens: prefix,
        prefixValues: values,
        retriesPerCall: exactly(retries),
        caching: { readTokens: exactly(0), writtenTokens: exactly(0), longTtl: false, coversConversation: conversation },
        ...(calls === undefined ? {} : { callsPerMonth: exactly(calls) }),
        ...(turns === undefined ? {} : { conversation: { turns } }),
      },
    );
  });

const levers: fc.Arbitrary<Levers> = fc
  .record(
    {
      semanticCache: fc.record({ hitRate: shares, lookupUsdPerThousandCalls: share }),
      retries: fc.record({ perCall: shares }),
      routing: fc.tuple(modelId, share).map(([id, part]) => [{ model: id, share: part }]),
      dynamicRouting: fc.record({ model: modelId, share: shares, classifierUsdPerThousandCalls: share }),
      cascade: fc.record({ model: modelId, escalationRate: shares, scorerUsdPerThousandCalls: share }),
      batch: fc.record({ share: share.map(part => part / 2) }),
      flex: fc.record({ share: share.map(part => part / 2), priceFactor: share }),
      compression: fc.record({ system: shares, retrieved: shares, query: shares }),
      retrieval: fc.record({ keep: shares }),
      history: fc.oneof(
        fc.record({ strategy: fc.constant('window' as const), turns: fc.integer({ min: 0, max: 20 }) }),
        fc.record({
          strategy: fc.constant('summary' as const),
          everyTurns: fc.integer({ min: 1, max: 20 }),
          summaryTokens: fc.integer({ min: 0, max: 2000 }),
        }),
        fc.record({ strategy: fc.constant('retrieval' as const), turns: fc.integer({ min: 0, max: 20 }) }),
      ),
      output: fc.record({ tokens: fc.integer({ min: 0, max: 2000 }) }),
      caching: fc.record({ covers: fc.constantFrom('prefix' as const, 'conversation' as const), hitRate: shares }),
    },
    { requiredKeys: [] },
  )
  .map(generated => leversSchema.parse(generated));

function close(a: number, b: number, scale: number): void {
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(scale)), `${a} is not ${b}`);
}

function isWhole(spend: Spend): void {
  close(
    SPEND_PARTS.reduce((total, part) => total + spend.parts[part].value, 0),
    spend.usd.value,
    spend.usd.value,
  );
  for (const part of [spend.usd, ...SPEND_PARTS.map(name => spend.parts[name])]) {
    assert.ok(part.low <= part.value && part.value <= part.high, JSON.stringify(part));
    assert.ok(part.low >= -1e-9 && Number.isFinite(part.value));
  }
}

function usdAfter(calls: Workload, pulled: Levers): number {
  return spendOfAll([calls], () => pulled, find).after.usd.value;
}

describe('spend, whatever is sent and whatever is pulled', () => {
  it('has parts that add up to the whole, in ranges in order, before and after', () => {
    fc.assert(
      fc.property(fc.array(workloads, { minLength: 1, maxLength: 3 }), levers, (calls, pulled) => {
        const result = spendOfAll(calls, () => pulled, find);
        isWhole(result.today);
        isWhole(result.after);
        assert.equal(result.priced.length + result.unpriced.length, calls.length);
      }),
    );
  });

  it('has savings that add up to what today costs more than afterwards', () => {
    fc.assert(
      fc.property(fc.array(workloads, { minLength: 1, maxLength: 3 }), levers, (calls, pulled) => {
        const { today, steps, after: then } = spendOfAll(calls, () => pulled, find);
        const saved = steps.reduce((total, step) => total + step.savesUsd.value, 0);
        close(saved, today.usd.value - then.usd.value, today.usd.value + then.usd.value);
        for (const { savesUsd } of steps) assert.ok(savesUsd.low <= savesUsd.value && savesUsd.value <= savesUsd.high);
      }),
    );
  });

  it('does not change with levers that are pulled by nothing', () => {
    const nothing: Levers = {
      semanticCache: { hitRate: 0 },
      routing: [{ model: 'gpt-6-luna', share: 0 }],
      dynamicRouting: { model: 'gpt-6-luna', share: 0 },
      batch: { share: 0 },
      flex: { share: 0, priceFactor: 0.5 },
      compression: { tools: 0, system: 0, history: 0, retrieved: 0, query: 0 },
      retrieval: { keep: 1 },
      output: {},
    };
    fc.assert(fc.property(workloads, calls => close(usdAfter(calls, nothing), usdAfter(calls, {}), usdAfter(calls, {}))));
  });

  it('costs no more the further a lever that only saves is pulled', () => {
    const pulls: readonly ((part: number) => Levers)[] = [
      part => ({ semanticCache: { hitRate: part } }),
      part => ({ batch: { share: part } }),
      part => ({ flex: { share: part, priceFactor: 0.5 } }),
      part => ({ retries: { perCall: 1 - part } }),
      part => ({ output: { tokens: 1000 * (1 - part) } }),
      part => ({ retrieval: { keep: 1 - part } }),
      part => ({ compression: { query: part } }),
      part => ({ caching: { hitRate: part } }),
      part => ({ cascade: { model: 'gpt-6-luna', escalationRate: 1 - part } }),
    ];
    // Semantic hits and fewer retries thin out the calls and with them the hits of a cache by cadence, so the rate is stated here.
    fc.assert(
      fc.property(workloads, share, share, fc.constantFrom(...pulls), (calls, a, b, pull) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const uncached = { ...calls, caching: { ...calls.caching, coversConversation: false } };
        const dear = usdAfter(uncached, pull(less));
        assert.ok(usdAfter(uncached, pull(more)) <= dear * (1 + 1e-9) + 1e-12);
      }),
    );
  });

  it('costs no less with any part of the request longer', () => {
    const parts: readonly RequestPart[] = [...INPUT_PARTS, ...OUTPUT_PARTS];
    fc.assert(
      fc.property(workloads, fc.constantFrom(...parts), size, (calls, part, more) => {
        const { low, value, high } = calls.tokens[part];
        const longer = { ...calls.tokens[part], low: low + more, value: value + more, high: high + more };
        assert.ok(usdAfter({ ...calls, tokens: { ...calls.tokens, [part]: longer } }, {}) >= usdAfter(calls, {}) * (1 - 1e-9));
      }),
    );
  });
});
