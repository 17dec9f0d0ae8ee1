import assert from 'node:assert/strict';
import type { PromptTarget } from '../../../../src/core/quote/prompt-target';
import type { QuoteSettings } from '../../../../src/core/quote/settings';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const NAMELESS = 'file:///project/prompts/answer.md';
const NAMED = 'file:///project/prompts/greet.prompty';
const FILES = new Map([
  [NAMELESS, 'Answer in one sentence, and name the order.'],
  [NAMED, '---\nmodel:\n  api: chat\n  configuration:\n    type: openai\n    model: gpt-5-mini\n---\nsystem:\nGreet people by name.\n'],
]);
const quoteOf = async (uri: string, settings: Partial<QuoteSettings>) => {
  const [quote] = (await analyseIn(FILES, uri, { ...DEFAULT_SETTINGS, ...settings })).analysis.quotes;
  assert.ok(quote);
  return quote;
};
const sentTo = (model: string, uri = NAMELESS): { promptTargets: readonly PromptTarget[] } => ({
  promptTargets: [{ uri, provider: 'openai', model }],
});

describe('a prompt file that names no model', () => {
  it('is counted in a band while nobody knows who sends it', async () => {
    const { inputTokens } = await quoteOf(NAMELESS, {});
    assert.ok(inputTokens.low < inputTokens.value && inputTokens.value < inputTokens.high, JSON.stringify(inputTokens));
  });

  it('is counted as the model counts that its calls ask, which pay for it', async () => {
    const { inputTokens, inputUsd, model, modelAssumed } = await quoteOf(NAMELESS, sentTo('gpt-5-mini'));
    assert.deepEqual([inputTokens.value, inputTokens.low, inputTokens.high, inputTokens.basis], [10, 10, 10, 'exact']);
    assert.deepEqual([inputUsd.basis, model, modelAssumed], ['unknown', undefined, false]);
  });

  it('is so even where a reference model is chosen', async () => {
    const { inputTokens, modelAssumed } = await quoteOf(NAMELESS, { ...sentTo('gpt-5-mini'), referenceModel: 'claude-sonnet-5-5' });
    assert.deepEqual([inputTokens.basis, modelAssumed], ['exact', false]);
  });

  it('stays a band where the catalogue doesn’t know that model, or the target is another file’s', async () => {
    for (const settings of [sentTo('no-such-model'), sentTo('gpt-5-mini', NAMED)])
      assert.notEqual((await quoteOf(NAMELESS, settings)).inputTokens.basis, 'exact');
  });
});

describe('a prompt file with a model of its own', () => {
  it('is counted for that, whoever sends it', async () => {
    const own = await quoteOf(NAMED, {});
    const sent = await quoteOf(NAMED, sentTo('claude-sonnet-5-5', NAMED));
    assert.deepEqual(sent.inputTokens, own.inputTokens);
  });
});
