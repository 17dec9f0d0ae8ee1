import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalogue } from '../../../../src/core/prices/catalogue';
import { type CallTokens, costOf, pricePerMillionAt } from '../../../../src/core/prices/cost';
import type { ModelFacts } from '../../../../src/core/prices/model';
import { type Estimate, isKnown, type Money } from '../../../../src/core/quote/basis';

const AT = new Date('2026-11-20T12:00:00Z');
const catalogue = createCatalogue();

function model(provider: string, id: string): ModelFacts {
  const facts = catalogue.find(provider, id, AT);
  assert.ok(facts);
  return facts;
}

function known(money: Money): Estimate {
  assert.ok(isKnown(money), money.why);
  return money;
}

function near(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}

const band = (low: number, value: number, high: number): Estimate => ({ low, value, high, basis: 'estimated', why: 'a band' });

describe('cost of a call', () => {
  it('charges input and output by the million', () => {
    const cost = costOf(model('openai', 'gpt-4o'), { inputTokens: 2000, outputTokens: 500 });
    near(known(cost.inputUsd).value, 0.005);
    near(known(cost.outputUsd).value, 0.005);
    near(known(cost.totalUsd).value, 0.01);
    assert.equal(known(cost.totalUsd).basis, 'exact');
    assert.equal(known(cost.totalUsd).why, '');
  });

  it('spans the hours where the price depends on them, whichever it is now', () => {
    for (const hour of ['02', '12']) {
      const facts = catalogue.find('deepseek', 'deepseek-v4-pro', new Date(`2026-11-20T${hour}:00:00Z`));
      const { totalUsd } = costOf(facts, { inputTokens: 1_000_000 });
      const { low, value, high, basis, why } = known(totalUsd);
      near(low, 0.66);
      near(value, 0.66);
      near(high, 1.32);
      assert.equal(basis, 'estimated');
      assert.match(why, /the hour of the call/);
    }
  });

  it('never charges cached tokens twice', () => {
    // $51.08 shown for about $8: 10 million tokens, nearly all read from the cache.
    const cost = costOf(model('anthropic', 'claude-opus-4-5'), { inputTokens: 10_000_000, cacheReadTokens: 9_500_000 });
    near(known(cost.inputUsd).value, 0.5 * 5 + 9.5 * 0.5);
  });

  it('charges writes at their own price, the longer cache at its own', () => {
    const sonnet = model('anthropic', 'claude-sonnet-4-6');
    near(known(costOf(sonnet, { inputTokens: 3000, cacheWriteTokens: 2000 }).inputUsd).value, (1000 * 3 + 2000 * 3.75) / 1e6);
    near(known(costOf(sonnet, { inputTokens: 3000, cacheWriteLongTokens: 2000 }).inputUsd).value, (1000 * 3 + 2000 * 6) / 1e6);
  });

  it('charges what an automatic cache writes as input where writes are free', () => {
    near(known(costOf(model('openai', 'gpt-4o'), { inputTokens: 3000, cacheWriteTokens: 2000 }).inputUsd).value, (3000 * 2.5) / 1e6);
    near(
      known(costOf(model('openai', 'gpt-6-sol'), { inputTokens: 3000, cacheWriteTokens: 2000 }).inputUsd).value,
      (1000 * 2 + 2000 * 2.5) / 1e6,
    );
  });

  it('takes no more out of the cache than there is input', () => {
    near(
      known(costOf(model('openai', 'gpt-4o'), { inputTokens: 1000, cacheReadTokens: 5000, cacheWriteTokens: 5000 }).inputUsd).value,
      0.00125,
    );
  });

  it('says which price is missing', () => {
    const cost = costOf(model('openai', 'gpt-5-pro'), { inputTokens: 1000, cacheReadTokens: 500, outputTokens: 10 });
    assert.deepEqual(cost.inputUsd, { basis: 'unknown', why: 'gpt-5-pro has no known price for cached input' });
    near(known(cost.outputUsd).value, 0.0012);
    assert.equal(isKnown(cost.totalUsd), false);
  });

  it('has no cost, never zero, without a price', () => {
    for (const facts of [undefined, model('deepseek', 'deepseek-chat')]) {
      const cost = costOf(facts, { inputTokens: 0, outputTokens: 0 });
      for (const money of Object.values(cost) as Money[]) assert.equal(isKnown(money), false);
    }
    assert.deepEqual(costOf(model('deepseek', 'deepseek-chat'), { inputTokens: 1 }).inputUsd, {
      basis: 'unknown',
      why: 'deepseek-chat has no known price',
    });
  });

  it("weakens to estimated where the price is a third party's reading", () => {
    assert.equal(known(costOf(model('openai', 'gpt-6.1-sol'), { inputTokens: 10 }).inputUsd).basis, 'estimated');
    const sonnet = model('anthropic', 'claude-sonnet-5-5');
    assert.equal(known(costOf(sonnet, { inputTokens: 10 }).inputUsd).basis, 'exact');
    const cached = known(costOf(sonnet, { inputTokens: 10, cacheReadTokens: 5 }).inputUsd);
    assert.equal(cached.basis, 'estimated');
    assert.match(cached.why, /cached input: a third party/);
  });

  it('takes an announced price for an estimate, even when its day has come', () => {
    const cost = (at: string) => {
      const facts = catalogue.find('google', 'gemini-3.8-flash', new Date(at));
      return known(costOf(facts, { inputTokens: 1_000_000 }).inputUsd);
    };
    assert.deepEqual([cost('2026-12-31T23:59:59Z').value, cost('2026-12-31T23:59:59Z').basis], [0.75, 'exact']);
    assert.deepEqual([cost('2027-01-01T00:00:00Z').value, cost('2027-01-01T00:00:00Z').basis], [1.5, 'estimated']);
    assert.match(cost('2027-01-01T00:00:00Z').why, /announced for 2027-01-01/);
  });

  it('carries the basis and the reason of the tokens', () => {
    const cost = known(costOf(model('openai', 'gpt-4o'), { inputTokens: band(90, 100, 110), outputTokens: 1 }).totalUsd);
    assert.equal(cost.basis, 'estimated');
    assert.equal(cost.why, 'a band');
    near(cost.low, (90 * 2.5 + 10) / 1e6);
    near(cost.high, (110 * 2.5 + 10) / 1e6);
  });

  it('keeps an endless band endless, and a number a number', () => {
    const open = { ...band(10, 20, Number.POSITIVE_INFINITY) };
    const cost = known(costOf(model('openai', 'gpt-4o'), { inputTokens: open, cacheReadTokens: open }).inputUsd);
    assert.equal(cost.high, Number.POSITIVE_INFINITY);
    assert.ok(Number.isFinite(cost.value));
  });
});

describe('tiers', () => {
  const sol = model('openai', 'gpt-6-sol');

  it('charges the whole request at the tier, from the first token above the boundary', () => {
    assert.equal(pricePerMillionAt(sol, 272_000)?.inputUsd, 2);
    assert.equal(pricePerMillionAt(sol, 272_001)?.inputUsd, 4);
    near(known(costOf(sol, { inputTokens: 272_000, outputTokens: 1000 }).totalUsd).value, 0.544 + 0.01);
    near(known(costOf(sol, { inputTokens: 272_001, outputTokens: 1000 }).totalUsd).value, 1.088004 + 0.015);
  });

  it('counts cached input towards the tier', () => {
    near(known(costOf(sol, { inputTokens: 300_000, cacheReadTokens: 300_000 }).inputUsd).value, 0.12);
  });

  it('takes each end of a straddling band at its own price, and says so', () => {
    const cost = costOf(sol, { inputTokens: band(250_000, 270_000, 290_000), outputTokens: 1000 });
    near(known(cost.inputUsd).low, 0.5);
    near(known(cost.inputUsd).value, 0.54);
    near(known(cost.inputUsd).high, 1.16);
    near(known(cost.outputUsd).low, 0.01);
    near(known(cost.outputUsd).high, 0.015);
    assert.equal(known(cost.outputUsd).basis, 'estimated');
    assert.match(known(cost.outputUsd).why, /above 272,000 input tokens/);
  });

  it('takes the highest tier that holds, whatever their order', () => {
    const price = { inputUsd: 1, outputUsd: 1 };
    const tiers = [30, 10, 20].map(aboveInputTokens => ({ aboveInputTokens, price: { inputUsd: aboveInputTokens, outputUsd: 1 } }));
    const tiered: ModelFacts = { ...sol, price, tiers };
    assert.deepEqual(
      [10, 11, 20, 21, 31].map(tokens => pricePerMillionAt(tiered, tokens)?.inputUsd),
      [1, 10, 10, 20, 30],
    );
  });
});

describe('cost: properties', () => {
  const models = ['gpt-6-sol', 'gpt-4o', 'gpt-5.6-sol']
    .map(id => model('openai', id))
    .concat(model('anthropic', 'claude-haiku-5-5'), model('google', 'gemini-2.5-pro'));
  const tokens = fc.record({ inputTokens: fc.nat(400_000), outputTokens: fc.nat(100_000) });

  it('grows with the tokens', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...models),
        tokens,
        fc.nat(100_000),
        fc.nat(1000),
        (facts, { inputTokens, outputTokens }, moreInput, moreOutput) => {
          const less = known(costOf(facts, { inputTokens, outputTokens }).totalUsd).value;
          const more = known(
            costOf(facts, { inputTokens: inputTokens + moreInput, outputTokens: outputTokens + moreOutput }).totalUsd,
          ).value;
          assert.ok(more >= less - 1e-12);
        },
      ),
    );
  });

  it('is never more with a cache read, never less with a cache write', () => {
    fc.assert(
      fc.property(fc.constantFrom(...models), tokens, fc.double({ min: 0, max: 1, noNaN: true }), (facts, call, share) => {
        const cached = Math.floor(call.inputTokens * share);
        const cost = (extra: Partial<CallTokens>) => known(costOf(facts, { ...call, ...extra }).totalUsd).value;
        assert.ok(cost({ cacheReadTokens: cached }) <= cost({}) + 1e-12);
        if (facts.caching?.mode === 'explicit' || facts.price?.cacheWriteUsd !== undefined)
          assert.ok(cost({ cacheWriteTokens: cached }) >= cost({}) - 1e-12);
      }),
    );
  });

  it('keeps low, value and high in order, and the total at the sum of its parts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...models),
        fc.tuple(fc.nat(400_000), fc.nat(400_000), fc.nat(400_000)),
        fc.nat(5000),
        (facts, ends, outputTokens) => {
          const [low = 0, value = 0, high = 0] = [...ends].sort((a, b) => a - b);
          const cost = costOf(facts, { inputTokens: band(low, value, high), outputTokens });
          const [input, output, total] = [known(cost.inputUsd), known(cost.outputUsd), known(cost.totalUsd)];
          assert.ok(total.low <= total.value && total.value <= total.high);
          near(total.value, input.value + output.value);
          near(total.low, input.low + output.low);
          near(total.high, input.high + output.high);
        },
      ),
    );
  });
});
