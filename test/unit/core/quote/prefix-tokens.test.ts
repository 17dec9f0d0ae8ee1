import assert from 'node:assert/strict';
import { analyseIn } from '../rules/fixture/project';

const FILE = 'file:///project/ask.py';

const TOOL = `{"type": "function", "name": "find_order", "description": "Finds an order.", "parameters": {"type": "object", "properties": {"number": {"type": "string", "description": "The number on the invoice."}}, "required": ["number"]}}`;
const CALLS = {
  'OpenAI, one tool': `from openai import OpenAI\nOpenAI().responses.create(model="gpt-5.4", instructions="Be brief.", tools=[${TOOL}], input="Where is it?")\n`,
  'OpenAI, two tools': `from openai import OpenAI\nOpenAI().responses.create(model="gpt-5.4", instructions="Be brief.", tools=[${TOOL}, ${TOOL}], input="Where is it?")\n`,
  Anthropic: `import anthropic\nanthropic.Anthropic().messages.create(model="claude-opus-4-5", max_tokens=9, system="Be brief.", tools=[${TOOL.replace('"type": "function", ', '').replace('parameters', 'input_schema')}], messages=[{"role": "user", "content": "Where is it?"}])\n`,
};

describe('the cacheable prefix of a request with tools', () => {
  for (const [name, source] of Object.entries(CALLS))
    it(`counts them as the request does: ${name}`, async () => {
      const [quote] = (await analyseIn(new Map([[FILE, source]]), FILE)).analysis.quotes;
      assert.ok(quote);
      const { parts, inputTokens, prefix } = quote;
      const cacheable = parts.filter(({ cacheable }) => cacheable).reduce((sum, { tokens }) => sum + tokens.value, 0);
      assert.equal(prefix.tokens.value, cacheable);
      assert.equal(prefix.tokens.basis, 'estimated');
      for (const bound of ['low', 'value', 'high'] as const) assert.ok(prefix.tokens[bound] <= inputTokens[bound], bound);
    });
});

describe('the cacheable prefix of a request with a part that isn’t always sent', () => {
  it('may be as short as the request may be', async () => {
    const source = `from openai import OpenAI
def ask(question, detailed):
    messages = []
    if detailed:
        messages.append({"role": "system", "content": f"Answer at length, with all that the customer may want to know. {question}"})
    messages.append({"role": "user", "content": question})
    return OpenAI().chat.completions.create(model="gpt-5.4", messages=messages)
`;
    const [quote] = (await analyseIn(new Map([[FILE, source]]), FILE)).analysis.quotes;
    assert.deepEqual([quote?.prefix.tokens.low, quote?.prefix.tokens.value, quote?.prefix.tokens.basis], [0, 15, 'estimated']);
  });
});
