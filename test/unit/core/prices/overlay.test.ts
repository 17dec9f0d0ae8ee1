import assert from 'node:assert/strict';
import { createCatalogue } from '../../../../src/core/prices/catalogue';
import { UNKNOWN_TOKENIZER } from '../../../../src/core/prices/family-counting';
import { overlayEntries } from '../../../../src/core/prices/overlay/entries';

const AT = new Date('2026-11-20T12:00:00Z');
const catalogue = createCatalogue();

/** Written down by hand from the price lists: input, cache read, output, then write and long write; the same above the tier. */
const PRICE_LIST: readonly (readonly [
  provider: string,
  id: string,
  thirdParty: boolean,
  short: readonly (number | undefined)[],
  above?: number,
  long?: readonly (number | undefined)[],
])[] = [
  ['openai', 'gpt-6.1-sol', true, [2, 0.1, 10, 2.5, 5], 272_000, [4, 0.2, 15, 5, 10]],
  ['openai', 'gpt-6.1-terra', true, [1, 0.05, 5, 1.25, 2.5], 272_000, [2, 0.1, 7.5, 2.5, 5]],
  ['openai', 'gpt-6-sol', false, [2, 0.2, 10, 2.5, 5], 272_000, [4, 0.4, 15, 5, 10]],
  ['openai', 'gpt-6-luna', false, [0.1, 0.01, 0.5, 0.125, 0.25], 272_000, [0.2, 0.02, 0.75, 0.25, 0.5]],
  ['openai', 'gpt-6-astra', false, [10, 1, 50, 12.5, 25], 272_000, [20, 2, 75, 25, 50]],
  ['anthropic', 'claude-fable-5-2', true, [8, 0.2, 40, 10, 16]],
  ['anthropic', 'claude-opus-5-5', false, [4, 0.2, 20, 5, 8]],
  ['anthropic', 'claude-sonnet-5-5', false, [2, 0.1, 10, 2.5, 4]],
  ['anthropic', 'claude-haiku-5-5', false, [0.1, 0.01, 0.5, 0.125, 0.2], 100_000, [0.5, 0.05, 2.5, 0.625, 1]],
  ['google', 'gemini-4-argon', true, [2, 0.1, 10, undefined, undefined]],
  ['google', 'gemini-4-hydrogen', true, [1.5, undefined, 7.5, undefined, undefined]],
  ['google', 'gemini-3.8-flash', false, [0.75, 0.075, 3.75, undefined, undefined]],
  ['x-ai', 'grok-4.7', true, [2, 0.5, 6, undefined, undefined], 199_999, [4, 1, 12, undefined, undefined]],
  ['deepseek', 'deepseek-flash', false, [0.15, 0.003, 0.6, undefined, undefined]],
  ['deepseek', 'deepseek-v4-pro', false, [0.66, 0.022, 1.98, undefined, undefined]],
];

describe('overlay', () => {
  for (const [provider, id, thirdParty, short, above, long] of PRICE_LIST) {
    it(`has ${id} as the price list has it`, () => {
      const facts = catalogue.find(provider, id, AT);
      assert.ok(facts);
      const amounts = (price = facts.price) => [
        price?.inputUsd,
        price?.cacheReadUsd,
        price?.outputUsd,
        price?.cacheWriteUsd,
        price?.cacheWriteLongUsd,
      ];
      assert.deepEqual(amounts(), short);
      assert.deepEqual(
        facts.tiers.map(tier => [tier.aboveInputTokens, amounts(tier.price)]),
        above === undefined ? [] : [[above, long]],
      );
      assert.equal(facts.priceSource.layer, 'overlay');
      assert.equal(facts.priceSource.thirdParty, thirdParty);
    });
  }

  it('dates and sources every entry, under lower-case ids that are unique per seller', () => {
    const seen = new Set<string>();
    for (const entry of overlayEntries) {
      assert.match(entry.checked, /^\d{4}-\d{2}-\d{2}$/);
      assert.notEqual(entry.source, '');
      for (const id of [entry.id, ...entry.aliases]) {
        assert.equal(id, id.toLowerCase());
        assert.equal(seen.has(`${entry.provider}/${id}`), false, id);
        seen.add(`${entry.provider}/${id}`);
      }
    }
  });

  it("marks the one price of claude-sonnet-5-5 that is a third party's reading", () => {
    assert.deepEqual(catalogue.find('anthropic', 'claude-sonnet-5-5', AT)?.priceSource.thirdPartyPrices, ['cacheReadUsd']);
  });
});

describe('facts by family', () => {
  const minimum = (id: string) => catalogue.find('anthropic', id, AT)?.caching?.minimumTokens;

  it("has Anthropic's minimum for each model", () => {
    const minimums: Readonly<Record<string, number | undefined>> = {
      'claude-fable-5': 512,
      'claude-fable-5-1': 512,
      'claude-opus-5': 512,
      'claude-opus-5-5': 512,
      'claude-sonnet-5-5': 512,
      'claude-haiku-5-5': 512,
      'claude-opus-4-8': 1024,
      'claude-opus-4-1': 1024,
      'claude-opus-4-20250514': 1024,
      'claude-sonnet-5': 1024,
      'claude-sonnet-4-6': 1024,
      'claude-sonnet-4-5-20250929': 1024,
      'claude-sonnet-4-20250514': 1024,
      'claude-opus-4-7': 2048,
      'claude-3-5-haiku-20241022': 2048,
      'claude-opus-4-6': 4096,
      'claude-opus-4-5': 4096,
      'claude-haiku-4-5-20251001': 4096,
      'claude-fable-5-2': undefined,
    };
    for (const [id, tokens] of Object.entries(minimums)) assert.equal(minimum(id), tokens, id);
    assert.equal(catalogue.find('anthropic', 'claude-fable-5-2', AT)?.caching?.mode, 'explicit');
  });

  it('has OpenAI write whole requests only from 5.6 on', () => {
    const wholeOnly = (id: string) => catalogue.find('openai', id, AT)?.caching?.wholeRequestOnly;
    for (const id of ['gpt-4o', 'gpt-4.1', 'gpt-5', 'gpt-5.4', 'gpt-5.5', 'o3']) assert.equal(wholeOnly(id), false, id);
    for (const id of ['gpt-5.6-sol', 'gpt-6-luna', 'gpt-6.1-sol']) assert.equal(wholeOnly(id), true, id);
    assert.equal(catalogue.find('openai', 'gpt-4-turbo', AT)?.caching?.mode, 'none');
    assert.equal(catalogue.find('openai', 'gpt-5-pro', AT)?.caching, undefined);
  });

  it("has Gemini's minimum by generation", () => {
    const geminis = ['gemini-2.5-flash', 'gemini-3.8-flash', 'gemini-4-argon', 'gemini-2.0-flash'].map(
      id => catalogue.find('google', id, AT)?.caching,
    );
    assert.deepEqual(
      geminis.map(facts => facts?.minimumTokens),
      [2048, 4096, undefined, undefined],
    );
    assert.deepEqual(
      geminis.map(facts => facts?.mode),
      ['automatic', 'automatic', 'automatic', undefined],
    );
  });

  it('counts OpenAI exactly, Claude by generation, and says so', () => {
    const counting = (provider: string, id: string) => catalogue.find(provider, id, AT)?.counting;
    for (const id of ['gpt-3.5-turbo', 'gpt-4', 'gpt-4-turbo', 'gpt-4-0613'])
      assert.equal(counting('openai', id)?.encoding, 'cl100k_base', id);
    for (const id of [
      'gpt-4o',
      'chatgpt-4o-latest',
      'gpt-4.1',
      'gpt-4.5-preview',
      'o1',
      'o3-mini',
      'o4-mini',
      'gpt-5',
      'gpt-5.6-sol',
      'gpt-6.1-sol',
      'gpt-oss-120b',
    ]) {
      assert.equal(counting('openai', id)?.encoding, 'o200k_base', id);
    }
    for (const id of ['gpt-4', 'gpt-4o', 'gpt-6-sol'])
      assert.deepEqual([counting('openai', id)?.factorLow, counting('openai', id)?.factorHigh, counting('openai', id)?.why], [1, 1, '']);
    for (const id of [
      'claude-2',
      'claude-3-haiku',
      'claude-3-5-sonnet',
      'claude-opus-4-0',
      'claude-sonnet-4-5',
      'claude-haiku-4-5',
      'claude-opus-4-6',
      'claude-sonnet-4-6',
    ]) {
      assert.equal(counting('anthropic', id)?.factor, 1.2, id);
    }
    for (const id of ['claude-opus-4-7', 'claude-opus-4-8', 'claude-opus-5', 'claude-sonnet-5-5', 'claude-haiku-5-5', 'claude-fable-5']) {
      assert.deepEqual([counting('anthropic', id)?.factorLow, counting('anthropic', id)?.factorHigh], [1.25, 1.56], id);
    }
    assert.equal(counting('google', 'gemini-2.5-pro')?.factor, 1.08);
    assert.match(counting('x-ai', 'grok-4.7')?.why ?? '', /no ratio is published/);
    assert.equal(counting('cohere', 'command-r'), undefined);
  });

  it('gives each band a low, a value and a high in order', () => {
    for (const [provider, id] of [
      ['openai', 'gpt-4o'],
      ['anthropic', 'claude-opus-4-6'],
      ['anthropic', 'claude-sonnet-5-5'],
      ['google', 'gemini-2.5-pro'],
      ['mistral', 'mistral-large-2512'],
    ] as const) {
      const counting = catalogue.find(provider, id, AT)?.counting;
      assert.ok(counting && counting.factorLow <= counting.factor && counting.factor <= counting.factorHigh, id);
    }
  });

  it('counts an unknown tokenizer in a band that holds every known one', () => {
    for (const [provider, id] of [
      ['openai', 'gpt-4o'],
      ['anthropic', 'claude-3-5-sonnet'],
      ['anthropic', 'claude-sonnet-5-5'],
      ['google', 'gemini-2.5-pro'],
      ['mistral', 'mistral-large-2512'],
      ['x-ai', 'grok-4.7'],
    ] as const) {
      const counting = catalogue.find(provider, id, AT)?.counting;
      assert.ok(counting && UNKNOWN_TOKENIZER.factorLow <= counting.factorLow && counting.factorHigh <= UNKNOWN_TOKENIZER.factorHigh, id);
    }
    assert.match(UNKNOWN_TOKENIZER.why, new RegExp(`×${UNKNOWN_TOKENIZER.factorLow}–${UNKNOWN_TOKENIZER.factorHigh}`));
  });

  it('knows which models think', () => {
    const reasoning = (provider: string, id: string) => catalogue.find(provider, id, AT)?.reasoning;
    assert.deepEqual(
      ['gpt-4o', 'gpt-4.1', 'gpt-5', 'o3', 'gpt-6.1-sol'].map(id => reasoning('openai', id)),
      [false, false, true, true, true],
    );
    assert.deepEqual(
      ['claude-3-5-sonnet', 'claude-3-7-sonnet-latest', 'claude-sonnet-4-5', 'claude-haiku-5-5'].map(id => reasoning('anthropic', id)),
      [false, true, true, true],
    );
    assert.deepEqual(
      ['gemini-2.0-flash', 'gemini-2.5-flash'].map(id => reasoning('google', id)),
      [false, true],
    );
  });

  it('knows output limits, those of aliases included', () => {
    const limit = (id: string) => catalogue.find('openai', id, AT)?.maxOutputTokens;
    assert.equal(limit('gpt-4o-2024-11-20'), 16_384);
    assert.equal(limit('gpt-4o-2024-05-13'), 4_096);
    assert.equal(limit('gpt-5.1'), 128_000);
    assert.equal(limit('gpt-5.1-chat-latest'), 16_384);
    assert.equal(limit('gpt-6.1-sol'), undefined);
  });
});
