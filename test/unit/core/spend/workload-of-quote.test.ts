import assert from 'node:assert/strict';
import { exactly, isKnown } from '../../../../src/core/quote/basis';
import { inputCost } from '../../../../src/core/quote/input-cost';
import { worstCase } from '../../../../src/core/spend/curves';
import { spendOfAll } from '../../../../src/core/spend/waterfall';
import { workloadOf } from '../../../../src/core/spend/workload-of-quote';
import { band, model, quote, unknown } from '../present/quote-sample';
import { find } from './given';

describe('spend/workload-of-quote', () => {
  it('costs what the quote says of 1,000 calls: the input with one miss in a thousand', () => {
    const written = { ...quote, prefix: { ...quote.prefix, writtenTokens: quote.prefix.cachedTokens } };
    const { steadyInputUsd } = inputCost(model, written.inputTokens, written.prefix);
    const { today } = spendOfAll([workloadOf(written, 'src/answer.py', { outputTokens: exactly(0) })], () => ({}), find);
    assert.ok(isKnown(steadyInputUsd));
    assert.ok(Math.abs(today.usd.value - steadyInputUsd.value * 1000) < 1e-9, `${today.usd.value} is not ${steadyInputUsd.value * 1000}`);
    assert.ok(Math.abs(today.usd.high - steadyInputUsd.high * 1000) < 1e-9);
  });

  it('assumes answers of 500 tokens, never more than the cap, and says what to state', () => {
    const capped = workloadOf({ ...quote, outputCapTokens: 300 }, 'src/answer.py', {});
    assert.deepEqual([capped.tokens.output.low, capped.tokens.output.value, capped.tokens.output.high], [50, 300, 300]);
    assert.equal(capped.tokens.output.basis, 'assumed');
    assert.match(capped.tokens.output.why, /state how long they are/);
    assert.equal(workloadOf({ ...quote, outputCapTokens: 0 }, 'src/embed.py', {}).tokens.output.high, 0);
  });

  it('quotes a cap as the worst case', () => {
    const calls = workloadOf(quote, 'src/answer.py', {});
    const worst = worstCase(calls);
    assert.ok(worst);
    assert.equal(spendOfAll([worst], () => ({}), find).today.parts.output.value.toFixed(6), ((1024 * 10) / 1000).toFixed(6));
    const { outputCapTokens: _, ...unbounded } = quote;
    assert.equal(worstCase(workloadOf(unbounded, 'src/answer.py', {})), undefined);
  });

  it('names what has no price, and leaves it out of the money', () => {
    const calls = workloadOf({ ...quote, inputUsd: unknown('model unknown') }, 'src/answer.py', {});
    const { today, unpriced } = spendOfAll([calls], () => ({}), find);
    assert.equal(today.usd.value, 0);
    assert.deepEqual(
      unpriced.map(({ why }) => why),
      ['model unknown'],
    );
  });

  it('keeps the end open where nobody knows the size of a part', () => {
    const parts = quote.parts.map(part => (part.label === 'user' ? { ...part, tokens: band(163, 162, Number.POSITIVE_INFINITY) } : part));
    const { today, steps } = spendOfAll([workloadOf({ ...quote, parts }, 'src/answer.py', {})], () => ({ batch: { share: 1 } }), find);
    assert.equal(today.usd.high, Number.POSITIVE_INFINITY);
    assert.equal(today.parts.query.high, Number.POSITIVE_INFINITY);
    assert.ok(Number.isFinite(today.parts.system.high));
    assert.ok(Number.isFinite(steps[0]?.savesUsd.high ?? Number.NaN));
  });

  it('caches a conversation only where its head stays the same in it', () => {
    const volatile = { ...quote, prefix: { ...quote.prefix, byScope: { ...quote.prefix.byScope, oneConversation: band(10, 10, 10) } } };
    assert.equal(workloadOf(quote, 'a.py', {}).steadyInConversation, true);
    assert.equal(workloadOf(volatile, 'a.py', {}).steadyInConversation, false);
  });
});
