import assert from 'node:assert/strict';
import { exactly, isKnown } from '../../../../src/core/quote/basis';
import { inputCost } from '../../../../src/core/quote/input-cost';
import type { StatedQuote } from '../../../../src/core/quote/stated-quote';
import { worstCase } from '../../../../src/core/spend/curves';
import { spendOfAll } from '../../../../src/core/spend/waterfall';
import { workloadOf } from '../../../../src/core/spend/workload-of-quote';
import { band, model, quote, unknown } from '../present/quote-sample';
import { find } from './given';

const stated: StatedQuote = { meanCallUsd: unknown('not asked'), of: 'call', hoursPerMonth: 720, distinctPrefixes: 1 };

describe('spend/workload-of-quote', () => {
  it('costs what the quote says of 1,000 calls: the input with one miss in a thousand', () => {
    const written = { ...quote, prefix: { ...quote.prefix, writtenTokens: quote.prefix.cachedTokens } };
    const { steadyInputUsd } = inputCost(model, written.inputTokens, written.prefix);
    const { today } = spendOfAll(
      [workloadOf({ ...written, stated: { ...stated, outputTokens: exactly(0) } }, 'src/answer.py')],
      () => ({}),
      find,
    );
    assert.ok(isKnown(steadyInputUsd));
    assert.ok(Math.abs(today.usd.value - steadyInputUsd.value * 1000) < 1e-9, `${today.usd.value} is not ${steadyInputUsd.value * 1000}`);
    assert.ok(Math.abs(today.usd.high - steadyInputUsd.high * 1000) < 1e-9);
  });

  it('takes answers to be as long as their cap, and without one assumes 500 tokens; both say what to state', () => {
    const length = (cap: number | undefined) => {
      const { outputCapTokens: _, ...unbounded } = quote;
      return workloadOf(cap === undefined ? unbounded : { ...unbounded, outputCapTokens: cap }, 'src/answer.py').tokens.output;
    };
    assert.deepEqual([length(300).low, length(300).value, length(300).high, length(300).basis], [0, 300, 300, 'estimated']);
    assert.deepEqual(
      [length(undefined).low, length(undefined).value, length(undefined).high, length(undefined).basis],
      [50, 500, 2000, 'assumed'],
    );
    assert.match(length(300).why, /state how long they are/);
    assert.match(length(undefined).why, /state how long they are/);
    assert.equal(length(0).high, 0);
  });

  it('has the month that the workspace file states, as a lens says it', () => {
    const calls = { value: 30_000, low: 30_000, high: 30_000, basis: 'assumed' as const, why: '' };
    const traffic = { ...stated, callsPerMonth: calls, outputTokens: exactly(200), hoursPerMonth: 720 };
    const { today } = spendOfAll([workloadOf({ ...quote, stated: traffic }, 'src/answer.py')], () => ({}), find);
    // 1,000 calls a day come within 5 minutes of each other nearly always: 1 − e^(−3.47).
    const hit = 1 - Math.exp((-1000 / 24 / 60) * 5);
    const input = (163 * 2 + 1980 * (hit * 0.1 + (1 - hit) * 2)) / 1e6;
    assert.equal(today.usd.value.toFixed(2), ((input + (200 * 10) / 1e6) * 30_000).toFixed(2));
  });

  it('quotes a cap as the worst case', () => {
    const calls = workloadOf(quote, 'src/answer.py');
    const worst = worstCase(calls);
    assert.ok(worst);
    assert.equal(spendOfAll([worst], () => ({}), find).today.parts.output.value.toFixed(6), ((1024 * 10) / 1000).toFixed(6));
    const { outputCapTokens: _, ...unbounded } = quote;
    assert.equal(worstCase(workloadOf(unbounded, 'src/answer.py')), undefined);
  });

  it('names what has no price, and leaves it out of the money', () => {
    const calls = workloadOf({ ...quote, inputUsd: unknown('model unknown') }, 'src/answer.py');
    const { today, unpriced } = spendOfAll([calls], () => ({}), find);
    assert.equal(today.usd.value, 0);
    assert.deepEqual(
      unpriced.map(({ why }) => why),
      ['model unknown'],
    );
  });

  it('keeps the end open where nobody knows the size of a part', () => {
    const parts = quote.parts.map(part => (part.label === 'user' ? { ...part, tokens: band(163, 162, Number.POSITIVE_INFINITY) } : part));
    const { today, steps } = spendOfAll([workloadOf({ ...quote, parts }, 'src/answer.py')], () => ({ batch: { share: 1 } }), find);
    assert.equal(today.usd.high, Number.POSITIVE_INFINITY);
    assert.equal(today.parts.query.high, Number.POSITIVE_INFINITY);
    assert.ok(Number.isFinite(today.parts.system.high));
    assert.ok(Number.isFinite(steps[0]?.savesUsd.high ?? Number.NaN));
  });

  it('caches a conversation only where its head stays the same in it', () => {
    const volatile = { ...quote, prefix: { ...quote.prefix, byScope: { ...quote.prefix.byScope, oneConversation: band(10, 10, 10) } } };
    assert.equal(workloadOf(quote, 'a.py').steadyInConversation, true);
    assert.equal(workloadOf(volatile, 'a.py').steadyInConversation, false);
  });
});
