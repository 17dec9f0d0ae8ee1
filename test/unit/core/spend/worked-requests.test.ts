import assert from 'node:assert/strict';
import { costOf } from '../../../../src/core/prices/cost';
import { exactly, isKnown } from '../../../../src/core/quote/basis';
import { usdAtHitRate } from '../../../../src/core/spend/curves';
import type { Levers } from '../../../../src/core/spend/scenario';
import { spendOfAll } from '../../../../src/core/spend/waterfall';
import type { Workload } from '../../../../src/core/spend/workload';
import { find, model, workload } from './given';

const DAYS = 365 / 12;

function usd(calls: Workload, levers: Levers = {}): number {
  return spendOfAll([calls], () => levers, find).after.usd.value;
}

/** To the cent. */
function isCents(actual: number, expected: number): void {
  assert.equal(actual.toFixed(2), expected.toFixed(2));
}

// Every expectation here is worked out by hand from prices of 2026-11-20: claude-sonnet-5-5 $2 in, $0.10 read, $2.50 written, $10 out
// for a million tokens.
describe('spend, on the requests that are worked out by hand', () => {
  it('prices system 2,000 + retrieved 3,000 + history 5,000 + query 100 at 100,000 requests a day', () => {
    const calls = workload({ system: 2000, retrieved: 3000, history: 5000, query: 100 }, { callsPerMonth: exactly(100_000 * DAYS) });
    // 10,100 tokens × $2 per million = $0.0202 a call.
    const { today } = spendOfAll([calls], () => ({}), find);
    isCents(today.usd.value, 0.0202 * 100_000 * DAYS);
    isCents(today.parts.system.value, 0.004 * 100_000 * DAYS);
    isCents(today.parts.retrieved.value, 0.006 * 100_000 * DAYS);
    isCents(today.parts.history.value, 0.01 * 100_000 * DAYS);
    isCents(today.parts.query.value, 0.0002 * 100_000 * DAYS);
    assert.equal(today.usd.basis, 'exact');
    // System and history are about 70% of the input, the user's query under 2%.
    const share = (today.parts.system.value + today.parts.history.value) / today.usd.value;
    assert.ok(share > 0.65 && share < 0.75, String(share));
    assert.ok(today.parts.query.value / today.usd.value < 0.02);
  });

  it('prices a system prompt of 4,000 tokens at 100 requests a minute: 400,000 tokens a minute', () => {
    const perMonth = 100 * 60 * 730;
    const calls = workload({ system: 4000 }, { callsPerMonth: exactly(perMonth) });
    isCents(usd(calls), ((400_000 * 2) / 1e6) * 60 * 730);
  });

  it('lets 1,000 calls an hour on 3,000 tokens fall to the read price: 2.7 million tokens an hour at hits of 90%', () => {
    const calls = workload({ system: 3000 }, { callsPerMonth: exactly(1000 * 730) });
    // Per hour: 2.7M read at $0.10 and 0.3M written at $2.50.
    isCents(usd(calls, { caching: { hitRate: 0.9 } }), (2.7 * 0.1 + 0.3 * 2.5) * 730);
    // At 1,000 calls an hour an entry of 5 minutes is always found: λτ = 83.
    isCents(usd(calls, { caching: {} }), 3 * 0.1 * 730);
  });

  it('finds that caching a prefix called once an hour loses money: hits of 8% at 5 minutes', () => {
    const calls = workload({ system: 3000 }, { callsPerMonth: exactly(730) });
    const hit = 1 - Math.exp(-5 / 60);
    assert.equal(hit.toFixed(2), '0.08');
    const cached = (hit * 0.1 + (1 - hit) * 2.5) * 0.003 * 730;
    isCents(usd(calls, { caching: {} }), cached);
    assert.ok(cached > usd(calls));
    const [step] = spendOfAll([calls], () => ({ caching: {} }), find).steps;
    isCents(step?.savesUsd.value ?? 0, 2 * 0.003 * 730 - cached);
    assert.ok((step?.savesUsd.value ?? 0) < 0);
  });

  it('spreads calls over the values of a prefix: one user’s prefix is found as often as that user calls', () => {
    const calls = workload({ system: 3000 }, { callsPerMonth: exactly(730 * 1000), prefixValues: 1000 });
    const hit = 1 - Math.exp(-5 / 60);
    isCents(usd(calls, { caching: {} }), (hit * 0.1 + (1 - hit) * 2.5) * 0.003 * 730_000);
  });

  it('shows what a timestamp costs that takes hits from 94% to 15%', () => {
    const calls = workload({ system: 3000 }, { callsPerMonth: exactly(1e6) });
    const at = (hit: number) => (hit * 0.1 + (1 - hit) * 2.5) * 3000;
    isCents(usdAtHitRate([calls], {}, 0.94, find).value, at(0.94));
    isCents(usdAtHitRate([calls], {}, 0.15, find).value, at(0.15));
  });

  it('caches nothing below the model’s minimum of 512 tokens, and says so', () => {
    const calls = workload({ system: 500 }, { callsPerMonth: exactly(1e6) });
    const result = spendOfAll([calls], () => ({ caching: {} }), find);
    assert.equal(result.steps.length, 0);
    assert.match(result.priced[0]?.notes.join() ?? '', /shorter than the 512 tokens/);
  });

  it('wastes 2,000 tokens where 1 of 5 chunks of 500 is relevant', () => {
    const calls = workload({ retrieved: 2500 }, { callsPerMonth: exactly(1000) });
    const [step] = spendOfAll([calls], () => ({ retrieval: { keep: 0.2 } }), find).steps;
    isCents(step?.savesUsd.value ?? 0, (2000 * 2 * 1000) / 1e6);
  });

  it('halves input and output in a batch, and composes that with caching', () => {
    const calls = workload({ system: 3000, output: 100 }, { callsPerMonth: exactly(1000) });
    isCents(usd(calls, { batch: { share: 1 } }), ((3000 * 2 + 100 * 10) / 1e6) * 1000 * 0.5);
    isCents(usd(calls, { batch: { share: 1 }, caching: { hitRate: 1 } }), ((3000 * 0.1 + 100 * 10) / 1e6) * 1000 * 0.5);
  });

  it('sends the whole context again with each retry', () => {
    const calls = workload({ system: 3000, output: 100 }, { callsPerMonth: exactly(1000), retriesPerCall: exactly(5) });
    const once = (3000 * 2 + 100 * 10) / 1000;
    isCents(usd(calls), once * 6);
    isCents(spendOfAll([calls], () => ({}), find).today.parts.retries.value, once * 5);
    isCents(usd(calls, { retries: { perCall: 0.1 } }), once * 1.1);
  });

  it('answers from a semantic cache what would have been called, and pays each look-up', () => {
    const calls = workload({ query: 1000, output: 500 }, { callsPerMonth: exactly(100_000) });
    const left = 100_000 * (1 - 0.688) * ((1000 * 2 + 500 * 10) / 1e6);
    isCents(usd(calls, { semanticCache: { hitRate: 0.688, lookupUsdPerThousandCalls: 0.02 } }), left + 100 * 0.02);
  });

  it('routes 40% of the calls to a model of a twentieth of the price', () => {
    const calls = workload({ query: 1000, output: 500 }, { model: model('gpt-6-sol'), callsPerMonth: exactly(100_000) });
    const large = (1000 * 2 + 500 * 10) / 1e6;
    const small = (1000 * 0.1 + 500 * 0.5) / 1e6;
    isCents(usd(calls, { routing: [{ model: 'gpt-6-luna', share: 0.4 }] }), 100_000 * (0.6 * large + 0.4 * small));
    const dynamic: Levers = { dynamicRouting: { model: 'gpt-6-luna', share: 0.4, classifierUsdPerThousandCalls: 0.05 } };
    isCents(usd(calls, dynamic), 100_000 * (0.6 * large + 0.4 * small) + 100 * 0.05);
  });

  it('pays a cascade’s first model and scorer for all calls, and the large model for those that escalate', () => {
    const calls = workload({ query: 1000, output: 500 }, { model: model('gpt-6-sol'), callsPerMonth: exactly(100_000) });
    const large = (1000 * 2 + 500 * 10) / 1e6;
    const small = (1000 * 0.1 + 500 * 0.5) / 1e6;
    const cascade: Levers = { cascade: { model: 'gpt-6-luna', escalationRate: 0.2, scorerUsdPerThousandCalls: 0.1 } };
    isCents(usd(calls, cascade), 100_000 * (small + 0.2 * large) + 100 * 0.1);
  });

  it('charges the whole request at the long-context tier: twice the input and half as much again for the output', () => {
    const at = (tokens: number) =>
      usd(workload({ query: tokens, output: 1000 }, { model: model('gpt-6-sol'), callsPerMonth: exactly(1000) }));
    isCents(at(272_000), ((272_000 * 2 + 1000 * 10) / 1e6) * 1000);
    isCents(at(272_001), ((272_001 * 4 + 1000 * 15) / 1e6) * 1000);
  });

  it('prices at what is announced for a later day', () => {
    const calls = workload({ query: 1000 }, { model: model('gemini-4-argon'), callsPerMonth: exactly(1e6) });
    const [announced] = calls.model?.announced ?? [];
    assert.equal(announced?.from, '2026-12-01');
    const later = find('gemini-4-argon', new Date('2026-12-01T00:00:00Z'));
    assert.ok(later);
    isCents(usd({ ...calls, model: later }), usd(calls) * 2);
  });

  it('charges one call as a quote does', () => {
    const calls = workload({ tools: 300, system: 2000, query: 150, output: 700 }, { callsPerMonth: exactly(1) });
    const quoted = costOf(calls.model, { inputTokens: 2450, outputTokens: 700 }).totalUsd;
    assert.ok(isKnown(quoted));
    assert.ok(Math.abs(usd(calls) - quoted.value) < 1e-12);
  });
});
