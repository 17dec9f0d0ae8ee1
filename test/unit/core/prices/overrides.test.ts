import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalogue } from '../../../../src/core/prices/catalogue';

const AT = new Date('2026-11-20T12:00:00Z');

describe('price overrides', () => {
  it('take the place of the whole price, and leave the other facts', () => {
    const facts = createCatalogue({ userPrices: { 'gpt-6-sol': { inputUsd: 1.5, outputUsd: 8 } } }).find('openai', 'gpt-6-sol', AT);
    assert.deepEqual(facts?.price, { inputUsd: 1.5, outputUsd: 8 });
    assert.deepEqual(facts?.tiers, []);
    assert.equal(facts?.priceSource.layer, 'user');
    assert.equal(facts?.contextTokens, 1_050_000);
    assert.equal(facts?.caching?.minimumTokens, 1024);
  });

  it('of the workspace count before those of the user, those before all published prices', () => {
    const userPrices = { 'gpt-6-sol': { inputUsd: 1, outputUsd: 1 }, 'gpt-4o': { inputUsd: 1, outputUsd: 1 } };
    const catalogue = createCatalogue({ userPrices, workspacePrices: { 'gpt-6-sol': { inputUsd: 3, outputUsd: 3 } } });
    assert.equal(catalogue.find('openai', 'gpt-6-sol', AT)?.price?.inputUsd, 3);
    assert.equal(catalogue.find('openai', 'gpt-4o', AT)?.price?.inputUsd, 1);
  });

  it('hold for the declared aliases of a model, yet not for a dated model with a price of its own', () => {
    const catalogue = createCatalogue({ userPrices: { 'gpt-4o': { inputUsd: 1, outputUsd: 1 } } });
    assert.equal(catalogue.find('openai', 'gpt-4o-2024-08-06', AT)?.price?.inputUsd, 1);
    assert.equal(catalogue.find('openai', 'gpt-4o-2024-05-13', AT)?.price?.inputUsd, 5);
  });

  it('can be for one provider only', () => {
    const catalogue = createCatalogue({ userPrices: { 'google/claude-opus-5': { inputUsd: 4.5, outputUsd: 20 } } });
    assert.equal(catalogue.find('vertex', 'claude-opus-5', AT)?.price?.inputUsd, 4.5);
    assert.equal(catalogue.find('anthropic', 'claude-opus-5', AT)?.price?.inputUsd, 5);
  });

  it('can state a model nobody knows', () => {
    const catalogue = createCatalogue({ workspacePrices: { 'House-Model-1': { inputUsd: 0.2, outputUsd: 0.4, maxOutputTokens: 4096 } } });
    for (const provider of [undefined, 'openai', 'our-proxy'])
      assert.equal(catalogue.find(provider, 'house-model-1', AT)?.maxOutputTokens, 4096);
    assert.deepEqual(catalogue.nearest('house-model-2'), ['house-model-1']);
  });

  it('can say what a deployment stands for', () => {
    const catalogue = createCatalogue({
      userPrices: { 'azure/prod': { model: 'gpt-6-sol' }, 'azure/cheap': { model: 'openai/gpt-6-luna', inputUsd: 0.09, outputUsd: 0.4 } },
    });
    const prod = catalogue.find('azure', 'prod', AT);
    assert.equal(prod?.provider, 'azure');
    assert.equal(prod?.price?.inputUsd, 2);
    assert.equal(prod?.tiers.length, 1);
    assert.equal(prod?.counting?.encoding, 'o200k_base');
    assert.equal(prod?.reasoning, true);
    const cheap = catalogue.find('azure', 'cheap', AT);
    assert.equal(cheap?.price?.inputUsd, 0.09);
    assert.equal(cheap?.contextTokens, 1_050_000);
    assert.equal(catalogue.find('openai', 'prod', AT), undefined);
    const wrong = createCatalogue({ userPrices: { 'azure/prod': { model: 'gpt-9' } } });
    assert.equal(wrong.find('azure', 'prod', AT)?.counting, undefined);
  });

  it('can have tiers, whose prices say what differs', () => {
    const tiers = [
      { aboveInputTokens: 200, inputUsd: 3 },
      { aboveInputTokens: 100, inputUsd: 2, cacheReadUsd: 0.5 },
    ];
    const facts = createCatalogue({ userPrices: { m: { inputUsd: 1, outputUsd: 4, cacheReadUsd: 0.1, tiers } } }).find('x', 'm', AT);
    assert.deepEqual(facts?.tiers, [
      { aboveInputTokens: 100, price: { inputUsd: 2, outputUsd: 4, cacheReadUsd: 0.5 } },
      { aboveInputTokens: 200, price: { inputUsd: 3, outputUsd: 4, cacheReadUsd: 0.1 } },
    ]);
  });

  it('that are wrong are named with their place, and the rest counts', () => {
    const catalogue = createCatalogue({
      userPrices: {
        'gpt-4o': { inputUsd: -1, outputUsd: 1 },
        'gpt-6-sol': { inputUsd: 1 },
        'gpt-6-luna': { inputUSD: 1 },
        'gpt-5': { tiers: [{ aboveInputTokens: 5, inputUsd: 1 }] },
        o3: { inputUsd: 1, outputUsd: 2, checked: 'yesterday' },
        'gpt-4.1': { inputUsd: 1, outputUsd: 2 },
      },
      workspacePrices: ['nonsense'],
    });
    assert.equal(catalogue.problems.length, 6);
    for (const [index, place] of [
      'Workspace prices',
      'gpt-4o → inputUsd',
      'gpt-6-sol',
      'gpt-6-luna',
      'gpt-5 → tiers',
      'o3 → checked',
    ].entries()) {
      assert.ok(catalogue.problems[index]?.includes(place), catalogue.problems[index]);
    }
    assert.equal(catalogue.find('openai', 'gpt-4o', AT)?.price?.inputUsd, 2.5);
    assert.equal(catalogue.find('openai', 'gpt-6-sol', AT)?.price?.inputUsd, 2);
    assert.equal(catalogue.find('openai', 'gpt-4.1', AT)?.price?.inputUsd, 1);
  });

  it('may be anything at all', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        fc.anything(),
        fc.anything(),
        (userPrices, workspacePrices, refreshedPrices) => {
          const catalogue = createCatalogue({ userPrices, workspacePrices, refreshedPrices });
          assert.equal(catalogue.find('openai', 'gpt-6-sol', AT)?.id, 'gpt-6-sol');
        },
      ),
    );
    const catalogue = createCatalogue({ userPrices: JSON.parse('{"__proto__": {"inputUsd": 1, "outputUsd": 1}, "constructor": 1}') });
    assert.equal(catalogue.problems.length, 1);
  });
});

describe('a refreshed copy', () => {
  const provider = (models: readonly unknown[]) => ({ fetched: '2026-11-21', providers: [{ id: 'openai', api_pattern: '', models }] });
  const price = { input_mtok: 7, output_mtok: 9 };

  it('counts before the overlay where it has news', () => {
    const refreshedPrices = provider([
      { id: 'gpt-6-sol', match: { equals: 'gpt-6-sol' }, prices: price },
      { id: 'gpt-7', match: { starts_with: 'gpt-7' }, prices: price },
    ]);
    const catalogue = createCatalogue({ refreshedPrices });
    assert.deepEqual(catalogue.problems, []);
    assert.deepEqual(catalogue.find('openai', 'gpt-6-sol', AT)?.price, { inputUsd: 7, outputUsd: 9 });
    assert.equal(catalogue.find('openai', 'gpt-6-sol', AT)?.priceSource.layer, 'refreshed');
    assert.equal(catalogue.find('openai', 'gpt-7', AT)?.priceSource.checked, '2026-11-21');
    assert.equal(catalogue.find('openai', 'gpt-7-mini', AT), undefined);
    assert.equal(catalogue.date, '2026-11-21');
  });

  it('is corrected by the overlay where it only repeats the bundled data', () => {
    const large = {
      id: 'mistral-large',
      match: { or: [{ equals: 'mistral-large' }, { equals: 'mistral-large-latest' }] },
      prices: { input_mtok: 2, output_mtok: 6 },
    };
    const catalogue = createCatalogue({ refreshedPrices: { fetched: '2026-11-21', providers: [{ id: 'mistral', models: [large] }] } });
    assert.equal(catalogue.find('mistral', 'mistral-large-latest', AT)?.price?.inputUsd, 0.5);
  });

  it('reads constraints with and without their type', () => {
    const prices = [
      { prices: price },
      { constraint: { start_date: '2026-01-01' }, prices: { input_mtok: 8, output_mtok: 9 } },
      {
        constraint: { type: 'time_of_date', start_time: '20:00:00-02:00', end_time: '23:30:00Z' },
        prices: { input_mtok: 9, output_mtok: 9 },
      },
    ];
    const catalogue = createCatalogue({ refreshedPrices: provider([{ id: 'gpt-7', match: { equals: 'gpt-7' }, prices }]) });
    const inputUsd = (at: string) => catalogue.find('openai', 'gpt-7', new Date(at))?.price?.inputUsd;
    assert.deepEqual(
      ['2025-12-31T12:00:00Z', '2026-01-01T12:00:00Z', '2026-01-01T22:00:00Z', '2026-01-01T23:30:00Z'].map(inputUsd),
      [7, 8, 9, 8],
    );
  });

  it('is used as far as it can be read', () => {
    const broken = [1, 2, 3, 4, 5].map(index => ({ id: `m${index}`, match: {}, prices: { input_mtok: 'free' } }));
    const catalogue = createCatalogue({
      refreshedPrices: provider([...broken, { id: 'gpt-7', match: { equals: 'gpt-7' }, prices: price }]),
    });
    assert.equal(catalogue.problems.length, 4);
    assert.match(catalogue.problems[0] ?? '', /openai → model 1/);
    assert.ok(catalogue.find('openai', 'gpt-7', AT));
  });

  it('that is no copy is said to be none', () => {
    for (const refreshedPrices of ['x', [], { fetched: 'today', providers: [] }])
      assert.equal(createCatalogue({ refreshedPrices }).problems.length, 1);
  });
});
