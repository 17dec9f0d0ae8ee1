import assert from 'node:assert/strict';
import { sum } from '../../../../src/core/quote/basis';
import { anthropicFraming, anthropicToolSystem, openaiFraming } from '../../../../src/core/tokens/framing';
import { openaiTokensOfEachTool } from '../../../../src/core/tokens/openai-tools';

describe("OpenAI's chat framing", () => {
  it('adds 3 and the role for each message, 1 for a name, 3 for the reply', () => {
    // "hello" (1 token) from one user is 8 input tokens.
    assert.equal(openaiFraming(1).value + 1, 8);
    assert.equal(openaiFraming(2).value, 11);
    assert.equal(openaiFraming(2, 1).value, 12);
    assert.equal(openaiFraming(1).basis, 'estimated');
  });
});

describe("Anthropic's framing", () => {
  it('is a band from nothing up', () => {
    const { low, value, high, basis } = anthropicFraming(3);
    assert.equal(low, 0);
    assert.ok(low <= value && value <= high);
    assert.equal(basis, 'estimated');
  });

  it("adds the tools' system prompt of the model", () => {
    assert.deepEqual(anthropicToolSystem('claude-opus-5', 'auto'), { value: 286, low: 286, high: 286, basis: 'exact', why: '' });
    assert.equal(anthropicToolSystem('claude-opus-4-7', 'forced').value, 804);
    assert.equal(anthropicToolSystem('claude-sonnet-4-0', 'forced').value, 315);
  });

  it('says where the model’s is not known', () => {
    const unknown = anthropicToolSystem('claude-sonnet-5-5', 'auto');
    assert.deepEqual([unknown.low, unknown.high, unknown.basis], [286, 675, 'estimated']);
    assert.match(unknown.why, /claude-sonnet-5-5/);
    assert.equal(anthropicToolSystem('constructor', 'auto').basis, 'estimated');
  });
});

describe("OpenAI's tools", () => {
  /** A token a word, so that the sums below can be done by hand. */
  const words = (text: string) => text.split(/[\s:]+/).filter(word => word !== '').length;
  const weather = {
    name: 'get_weather',
    description: 'Current weather.',
    parameters: {
      type: 'object',
      properties: {
        place: { type: 'string', description: 'City and country.' },
        unit: { type: 'string', enum: ['celsius', 'fahrenheit'] },
      },
      required: ['place'],
    },
  };

  const openaiToolTokens = (...asked: Parameters<typeof openaiTokensOfEachTool>) => sum(openaiTokensOfEachTool(...asked));

  it('follows the published recipe', () => {
    // 7 + [get_weather Current weather = 3] + 3 + place: 3 + [place string City and country = 5] + unit: 3 + [unit string = 2] − 3 + 2 × (3 + 1) + end 12
    const expected = 7 + 3 + 3 + (3 + 5) + (3 + 2 - 3 + 8) + 12;
    const tokens = openaiToolTokens([{ type: 'function', function: weather }], 'o200k_base', words);
    assert.equal(tokens.value, expected);
    assert.equal(tokens.basis, 'estimated');
    assert.equal(tokens.low, 3 + 5 + 2 + 2);
    assert.ok(tokens.high >= tokens.value);
    assert.equal(openaiToolTokens([{ type: 'function', ...weather }], 'o200k_base', words).value, expected);
    assert.equal(openaiToolTokens([{ type: 'function', function: weather }], 'cl100k_base', words).value, expected + 3);
  });

  it('ends the list once, whatever its length', () => {
    const one = openaiToolTokens([weather], 'o200k_base', words).value;
    assert.equal(openaiToolTokens([weather, weather], 'o200k_base', words).value, one * 2 - 12);
    assert.deepEqual(openaiTokensOfEachTool([], 'o200k_base', words), []);
  });

  it('counts nested properties and items', () => {
    const flat = openaiToolTokens([{ name: 'f', parameters: { properties: { a: { type: 'object' } } } }], 'o200k_base', words).value;
    const nested = { name: 'f', parameters: { properties: { a: { type: 'object', properties: { b: { type: 'string' } } } } } };
    assert.equal(openaiToolTokens([nested], 'o200k_base', words).value, flat + 3 + 3 + 2);
    const items = { name: 'f', parameters: { properties: { a: { type: 'object', items: { properties: { b: { type: 'string' } } } } } } };
    assert.equal(openaiToolTokens([items], 'o200k_base', words).value, flat + 3 + 3 + 2);
  });

  it('takes anything for a tool', () => {
    for (const tool of [
      null,
      1,
      'tool',
      [],
      { function: null },
      { name: 1, parameters: { properties: { a: null, b: { enum: [1, null, {}] } } } },
    ]) {
      const { low, value, high } = openaiToolTokens([tool], 'o200k_base', words);
      assert.ok(low <= value && value <= high);
    }
  });
});
