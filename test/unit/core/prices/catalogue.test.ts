import assert from 'node:assert/strict';
import { calcPrice, findProvider } from '@pydantic/genai-prices';
import fc from 'fast-check';
import { createCatalogue } from '../../../../src/core/prices/catalogue';
import { MAKERS } from '../../../../src/core/prices/sellers';

const AT = new Date('2026-11-20T12:00:00Z');
const catalogue = createCatalogue();

function found(provider: string | undefined, id: string, at = AT) {
  const facts = catalogue.find(provider, id, at);
  assert.ok(facts, `${provider ?? ''} ${id} is known`);
  return facts;
}

function priceOf(provider: string | undefined, id: string, at = AT) {
  return found(provider, id, at).price;
}

describe('catalogue: what the bundled data gets wrong', () => {
  it('knows the models it lacks', () => {
    for (const [provider, id] of [
      ['openai', 'gpt-6.1-sol'],
      ['anthropic', 'claude-haiku-5-5'],
      ['anthropic', 'claude-fable-5-2'],
      ['deepseek', 'deepseek-flash'],
      ['google', 'models/gemini-2.5-flash'],
    ] as const) {
      assert.equal(calcPrice({ input_tokens: 1 }, id, { providerId: provider }), null, `${id} is still unknown to the base`);
      assert.ok(priceOf(provider, id));
    }
  });

  it('strips a provider prefix without being told the provider', () => {
    assert.equal(calcPrice({ input_tokens: 1 }, 'openai/gpt-5.4'), null);
    assert.deepEqual(priceOf(undefined, 'openai/gpt-5.4'), { inputUsd: 2.5, outputUsd: 15, cacheReadUsd: 0.25 });
    assert.deepEqual(priceOf(undefined, 'openai:gpt-5.4'), { inputUsd: 2.5, outputUsd: 15, cacheReadUsd: 0.25 });
    assert.deepEqual(priceOf('openai', 'openai:gpt-5.4'), priceOf('openai', 'gpt-5.4'));
    assert.equal(found('google', 'google_genai:gemini-2.5-pro').id, 'gemini-2.5-pro');
    assert.equal(found(undefined, 'models/gemini-2.5-pro').id, 'gemini-2.5-pro');
  });

  it('takes what another seller has behind a colon for a tag, and for no prefix', () => {
    assert.equal(catalogue.find('ollama', 'mistral:7b', AT), undefined);
  });

  it('gives claude-sonnet-5-5 its own cache read, half of claude-sonnet-5', () => {
    assert.equal(
      findProvider({ providerId: 'anthropic' })?.models.some(model => model.id === 'claude-sonnet-5-5'),
      false,
    );
    assert.equal(priceOf('anthropic', 'claude-sonnet-5-5')?.cacheReadUsd, 0.1);
    assert.equal(priceOf('anthropic', 'claude-sonnet-5')?.cacheReadUsd, 0.2);
  });

  it('takes mistral-large-latest for 2512', () => {
    assert.deepEqual(priceOf('mistral', 'mistral-large-latest'), { inputUsd: 0.5, cacheReadUsd: 0.05, outputUsd: 1.5 });
    assert.equal(found('mistral', 'mistral-large-latest').priceSource.thirdParty, true);
    assert.equal(found('mistral', 'mistral-large-2512').priceSource.thirdParty, false);
    assert.equal(priceOf('mistral', 'mistral-large-2411')?.inputUsd, 2);
  });

  it('has no price for deepseek-chat rather than that of 2025', () => {
    assert.equal(priceOf('deepseek', 'deepseek-chat'), undefined);
    assert.equal(priceOf('deepseek', 'deepseek-reasoner'), undefined);
  });

  it('bills deepseek-v4-flash as V4.1 Flash', () => {
    assert.deepEqual(priceOf('deepseek', 'deepseek-v4-flash'), { inputUsd: 0.15, cacheReadUsd: 0.003, outputUsd: 0.6 });
    assert.equal(found('deepseek', 'deepseek-v4-flash').id, 'deepseek-flash');
  });

  it('still charges exactly 272,000 tokens at the short price', () => {
    for (const id of ['gpt-5.4', 'gpt-5.5', 'gpt-5.6-sol', 'gpt-6-astra', 'gpt-6-sol', 'gpt-6.1-terra']) {
      assert.deepEqual(
        found('openai', id).tiers.map(tier => tier.aboveInputTokens),
        [272_000],
        id,
      );
    }
  });

  it('charges xAI from exactly 200,000 tokens on', () => {
    for (const id of ['grok-4.6', 'grok-4.7'])
      assert.deepEqual(
        found('xai', id).tiers.map(tier => tier.aboveInputTokens),
        [199_999],
        id,
      );
  });
});

describe('catalogue: matching', () => {
  it('gives a bare Claude id to its maker, though others sell it too', () => {
    const facts = createCatalogue().find(undefined, 'claude-sonnet-4-5', new Date('2026-11-20'));
    assert.equal(facts?.provider, 'anthropic');
    assert.equal(facts?.price?.inputUsd, 3);
  });

  it('never answers by family', () => {
    for (const [provider, id] of [
      ['anthropic', 'claude-sonnet-5-6'],
      ['anthropic', 'claude-sonnet-5-5-preview'],
      ['anthropic', 'claude-haiku-4-5-turbo'],
      ['openai', 'gpt-5.4-ultra'],
      ['openai', 'gpt-4o-realtime-preview-x'],
      ['google', 'gemini-2.5-pro-001'],
      ['google', 'gemini-3.8-flash-lite'],
      ['deepseek', 'deepseek-v4-pro-max'],
      ['bedrock', 'us.anthropic.claude-opus-4-7-mini-v1:0'],
    ] as const) {
      assert.equal(catalogue.find(provider, id, AT), undefined, id);
    }
  });

  it('strips calendar dates only', () => {
    assert.equal(found('anthropic', 'claude-sonnet-4-20250514').id, 'claude-sonnet-4-0');
    assert.equal(found('openai', 'gpt-6-sol-2026-09-22').id, 'gpt-6-sol');
    assert.equal(found('openai', 'gpt-4o-2024-08-06').id, 'gpt-4o');
    assert.equal(catalogue.find('openai', 'gpt-6-sol-2026-13-22', AT), undefined);
    assert.equal(catalogue.find('openai', 'gpt-6-sol-20260922-x', AT), undefined);
    assert.equal(catalogue.find('openai', 'gpt-6-sol-1234', AT), undefined);
  });

  it('prefers a dated entry of its own to the model without the date', () => {
    assert.equal(priceOf('openai', 'gpt-4o-2024-05-13')?.inputUsd, 5);
    assert.equal(priceOf('openai', 'gpt-4o')?.inputUsd, 2.5);
  });

  it('takes -latest only where it is declared', () => {
    assert.ok(catalogue.find('anthropic', 'claude-3-5-haiku-latest', AT));
    assert.equal(catalogue.find('anthropic', 'claude-opus-5-latest', AT), undefined);
  });

  it('reads Bedrock ids at Bedrock prices, with the maker of the model for the rest', () => {
    const regional = found(undefined, 'us.anthropic.claude-sonnet-4-5-20250929-v1:0');
    assert.equal(regional.provider, 'aws');
    assert.equal(regional.price?.inputUsd, 3.3);
    assert.equal(regional.caching?.minimumTokens, 1024);
    assert.equal(regional.counting?.factor, 1.2);
    assert.equal(priceOf('anthropic', 'global.anthropic.claude-sonnet-4-5-20250929-v1:0')?.inputUsd, 3);
    assert.equal(priceOf('bedrock', 'anthropic.claude-3-5-sonnet-20241022-v2:0')?.inputUsd, 3);
    const profile = 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-3-5-sonnet-20241022-v2:0';
    assert.equal(priceOf('bedrock', profile)?.inputUsd, 3);
  });

  it("doesn't put Anthropic's price on a Bedrock model whose price is unknown", () => {
    const facts = found('bedrock', 'us.anthropic.claude-sonnet-5-5-v1:0');
    assert.equal(facts.price, undefined);
    assert.deepEqual(facts.tiers, []);
    assert.equal(facts.caching?.minimumTokens, 512);
    assert.ok(facts.counting);
  });

  it('reads Vertex ids', () => {
    assert.equal(priceOf('vertex', 'claude-opus-4-1@20250805')?.inputUsd, 15);
    assert.equal(priceOf('anthropic', 'claude-sonnet-5-5@20261001')?.inputUsd, 2);
    assert.equal(found(undefined, 'publishers/google/models/gemini-2.5-flash').provider, 'google');
    assert.equal(found('google', 'projects/p/locations/europe-west4/publishers/google/models/gemini-2.5-flash').id, 'gemini-2.5-flash');
  });

  it('keeps the prices of resellers apart', () => {
    assert.equal(found('groq', 'openai/gpt-oss-120b').provider, 'groq');
    assert.equal(found(undefined, 'openrouter/openai/gpt-6-sol').provider, 'openrouter');
    assert.equal(found('litellm', 'groq/llama-3.3-70b-versatile').provider, 'groq');
    assert.equal(found('openrouter', 'openai/gpt-6.1-sol').price, undefined);
    // Someone behind OpenAI's API sells Claude: its tokens are known, what is charged for them is not.
    assert.equal(found('openai', 'anthropic/claude-opus-5').price, undefined);
  });

  it("doesn't take an Azure deployment's name for a model", () => {
    assert.equal(catalogue.find('azure', 'gpt-4o', AT), undefined);
    assert.equal(catalogue.find(undefined, 'azure/gpt-4o', AT), undefined);
  });

  it('has no price where calls cost more than their tokens', () => {
    assert.equal(catalogue.find('perplexity', 'sonar', AT)?.price, undefined);
  });

  it('has no price, never zero, where the source gives none', () => {
    assert.equal(found('google', 'gemma-3').price, undefined);
  });

  it('charges embeddings for what goes in alone', () => {
    assert.deepEqual(priceOf('openai', 'text-embedding-3-small'), { inputUsd: 0.02, outputUsd: 0 });
    assert.deepEqual(priceOf(undefined, 'text-embedding-ada-002'), { inputUsd: 0.1, outputUsd: 0 });
    assert.deepEqual(priceOf('voyageai', 'voyage-code-3'), { inputUsd: 0.18, outputUsd: 0 });
  });

  it('suggests ids for a slip of the keyboard', () => {
    assert.equal(catalogue.nearest('claude-sonet-5-5')[0], 'claude-sonnet-5-5');
    assert.equal(catalogue.nearest('openai/gpt-6-sool')[0], 'gpt-6-sol');
    assert.deepEqual(catalogue.nearest('our-own-model-of-the-house'), []);
  });
});

describe('catalogue: dates', () => {
  it('shows an announced price as announced until its day', () => {
    const before = found('google', 'gemini-4-argon', new Date('2026-11-30T23:59:59Z'));
    assert.deepEqual(before.price, { inputUsd: 2, cacheReadUsd: 0.1, outputUsd: 10 });
    assert.deepEqual(
      before.announced.map(({ from, price }) => [from, price.inputUsd]),
      [['2026-12-01', 4]],
    );
    const after = found('google', 'gemini-4-argon', new Date('2026-12-01T00:00:00Z'));
    assert.deepEqual(after.price, { inputUsd: 4, cacheReadUsd: 0.2, outputUsd: 20 });
    assert.deepEqual(after.announced, []);
  });

  it('resolves dates of the bundled data', () => {
    assert.equal(priceOf('openai', 'o3', new Date('2025-06-09T12:00:00Z'))?.inputUsd, 10);
    assert.equal(priceOf('openai', 'o3', new Date('2025-06-10T00:00:00Z'))?.inputUsd, 2);
    assert.equal(found('google', 'gemini-3.7-flash').announced[0]?.from, '2027-01-01');
  });

  it("doubles DeepSeek's prices at peak hours of weekdays", () => {
    const cases: readonly (readonly [string, number])[] = [
      ['2026-11-20T00:59:59Z', 0.66],
      ['2026-11-20T01:00:00Z', 1.32],
      ['2026-11-20T03:59:59Z', 1.32],
      ['2026-11-20T04:00:00Z', 0.66],
      ['2026-11-20T06:00:00Z', 1.32],
      ['2026-11-20T10:00:00Z', 0.66],
      ['2026-11-21T02:00:00Z', 0.66],
      ['2026-11-22T07:00:00Z', 0.66],
      ['2026-11-23T07:00:00Z', 1.32],
    ];
    for (const [at, usd] of cases) assert.equal(priceOf('deepseek', 'deepseek-v4-pro', new Date(at))?.inputUsd, usd, at);
  });

  it('answers for the past from whichever source knows that day', () => {
    const at = (id: string, when: string) => priceOf('deepseek', id, new Date(when));
    // Until 2026-08-17 there were no peak hours; 02:00 UTC is one since then.
    assert.deepEqual(at('deepseek-v4-pro', '2026-08-14T02:00:00Z'), { inputUsd: 0.435, cacheReadUsd: 0.003625, outputUsd: 0.87 });
    assert.deepEqual(at('deepseek-v4-pro', '2026-08-17T00:00:00Z'), { inputUsd: 0.66, cacheReadUsd: 0.022, outputUsd: 1.98 });
    assert.deepEqual(at('deepseek-v4-flash', '2026-08-14T02:00:00Z'), { inputUsd: 0.14, cacheReadUsd: 0.0028, outputUsd: 0.28 });
    assert.deepEqual(at('deepseek-v4-flash', '2026-09-22T02:00:00Z'), { inputUsd: 0.44, cacheReadUsd: 0.014, outputUsd: 1.32 });
    assert.deepEqual(at('deepseek-v4-flash', '2026-11-20T12:00:00Z'), { inputUsd: 0.15, cacheReadUsd: 0.003, outputUsd: 0.6 });
  });

  it('knows the cache read of claude-sonnet-5-5 only from the day on that somebody dates it', () => {
    assert.equal(priceOf('anthropic', 'claude-sonnet-5-5', new Date('2026-10-06T23:59:59Z'))?.cacheReadUsd, undefined);
    assert.equal(priceOf('anthropic', 'claude-sonnet-5-5', new Date('2026-10-07T00:00:00Z'))?.cacheReadUsd, 0.1);
  });

  it('says from when a price holds', () => {
    const from = (provider: string, id: string, when: string) => found(provider, id, new Date(when)).priceSource.effectiveFrom;
    assert.equal(from('openai', 'o3', '2025-06-09T12:00:00Z'), undefined);
    assert.equal(from('openai', 'o3', '2026-11-20T12:00:00Z'), '2025-06-10');
    assert.equal(from('google', 'gemini-4-argon', '2026-12-01T00:00:00Z'), '2026-12-01');
  });

  it('survives a date that is none', () => {
    assert.equal(priceOf('google', 'gemini-4-argon', new Date(Number.NaN))?.inputUsd, 2);
  });

  it('says how old the data is', () => {
    assert.equal(catalogue.date, '2026-11-20');
    assert.equal(found('openai', 'gpt-4o').priceSource.checked, '2026-09-23');
    assert.equal(found('openai', 'gpt-4o').priceSource.layer, 'base');
  });
});

describe('catalogue: properties', () => {
  const knownIds = MAKERS.flatMap(maker => (findProvider({ providerId: maker })?.models ?? []).map(model => [maker, model.id] as const));

  it('finds every id of the makers', () => {
    assert.ok(knownIds.length > 200);
    for (const [maker, id] of knownIds) assert.ok(catalogue.find(maker, id, AT), id);
  });

  it('agrees with genai-prices wherever it names a model in full and nothing of ours corrects it', () => {
    let compared = 0;
    for (const [maker, id] of knownIds) {
      const facts = catalogue.find(maker, id, AT);
      const model = findProvider({ providerId: maker })?.models.find(candidate => candidate.id === id);
      if (facts?.priceSource.layer !== 'base' || facts.price === undefined || model === undefined) continue;
      const theirs = calcPrice({ input_tokens: 1000, output_tokens: 1000 }, id, {
        provider: { id: maker, name: maker, api_pattern: '', models: [model] },
        timestamp: AT,
      });
      // Its own matching may not find a model by its own id.
      if (theirs === null) continue;
      compared++;
      assert.ok(Math.abs(theirs.total_price - (facts.price.inputUsd + facts.price.outputUsd) / 1000) < 1e-12, id);
    }
    assert.ok(compared > 150, `${compared} compared`);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
        fc.string({ unit: 'binary' }),
        fc.date({ noInvalidDate: false }),
        (provider, id, at) => {
          catalogue.find(provider, id, at);
          catalogue.nearest(id);
        },
      ),
    );
    for (const id of ['__proto__', 'constructor', 'toString', '/', 'models/', 'openai/', '@', 'a'.repeat(100_000)]) {
      assert.equal(catalogue.find(undefined, id, AT), undefined, id.slice(0, 20));
      assert.equal(catalogue.find(id, 'gpt-4o', AT), undefined, id.slice(0, 20));
    }
  });

  it('knows nothing of known ids with something behind them', () => {
    const declared = new Set(knownIds.map(([, id]) => id));
    const suffix = fc.stringMatching(/^[-.][a-z]{1,3}[0-9]{0,3}q$/);
    fc.assert(
      fc.property(fc.constantFrom(...knownIds), suffix, ([maker, id], end) => {
        fc.pre(!declared.has(id + end));
        assert.equal(catalogue.find(maker, id + end, AT), undefined);
      }),
      { numRuns: 1000 },
    );
  });
});
