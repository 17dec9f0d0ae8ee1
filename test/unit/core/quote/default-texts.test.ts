import assert from 'node:assert/strict';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const PYTHON = `from openai import OpenAI

RULES = "You help the customers of a shop. Never promise a refund before the order was looked up."


def answer(question, rules=RULES):
    return OpenAI().chat.completions.create(model="gpt-5.4", max_completion_tokens=300, messages=[
        {"role": "system", "content": rules},
        {"role": "user", "content": question},
    ])
`;

const TYPESCRIPT = `import OpenAI from 'openai';

const RULES = 'You help the customers of a shop. Never promise a refund before the order was looked up.';

export function answer(question: string, rules = RULES) {
  return new OpenAI().responses.create({ model: 'gpt-5.4', max_output_tokens: 300, instructions: rules, input: question });
}
`;

async function quotesOf(file: string, code: string) {
  const uri = `file:///project/${file}`;
  const { analysis } = await analyseIn(new Map([[uri, code]]), uri, DEFAULT_SETTINGS);
  return analysis.quotes;
}

describe('a text that is sent unless a caller passes another', () => {
  for (const [file, code] of [
    ['answer.py', PYTHON],
    ['answer.ts', TYPESCRIPT],
  ] as const) {
    it(`is counted, and said to be the default (${file})`, async () => {
      const [quote] = await quotesOf(file, code);
      const part = quote?.parts.find(({ why }) => /default/.test(why));
      assert.equal(part?.why, 'with the default of rules');
      assert.ok((part?.tokens.value ?? 0) > 15);
      assert.equal(part?.tokens.high, Number.POSITIVE_INFINITY);
    });
  }

  it('is no default any more to a caller who leaves it at that', async () => {
    const quotes = await quotesOf('answer.py', `${PYTHON}\n\nanswer("Where is my parcel?")\n`);
    const quote = quotes.find(({ site }) => !site.isWrapper);
    assert.doesNotMatch(quote?.inputTokens.why ?? '?', /default|one of/);
  });
});
