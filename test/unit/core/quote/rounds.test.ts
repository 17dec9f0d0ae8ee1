import assert from 'node:assert/strict';
import type { Quote } from '../../../../src/core/quote/analysis';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const FILE = 'file:///project/texts.py';

/** The quote of the only call through which the texts are sent. */
async function quoteOf(code: string): Promise<Quote> {
  const source = `from openai import OpenAI

TEXTS = ["one", "one two three", "one two three four five"]
RULES = "${'Answer in one word. '.repeat(300)}"


def ask(model, text):
    return OpenAI().chat.completions.create(model=model, max_completion_tokens=9, messages=[
        {"role": "system", "content": RULES},
        {"role": "user", "content": text},
    ])


${code}
`;
  const { analysis } = await analyseIn(new Map([[FILE, source]]), FILE, DEFAULT_SETTINGS);
  const quote = analysis.quotes.find(({ site }) => !site.isWrapper);
  assert.ok(quote);
  return quote;
}

const WAYS = {
  'a loop over texts': 'for text in TEXTS:\n    ask("gpt-4.1", text)',
  'a comprehension': '[ask("gpt-4.1", text.strip()) for text in TEXTS]',
  'a loop over records': 'for case in [{"q": text} for text in TEXTS]:\n    ask("gpt-4.1", case["q"])',
  'a loop over pairs': 'for name, text in [("a", TEXTS[0]), ("b", TEXTS[1]), ("c", TEXTS[2])]:\n    ask("gpt-4.1", text)',
};

describe('texts of which each round of a loop sends one', () => {
  for (const [name, code] of Object.entries(WAYS)) {
    it(`counts their mean, and none of them as a prefix: ${name}`, async () => {
      const { inputTokens, prefix } = await quoteOf(code);
      const alone = await quoteOf('ask("gpt-4.1", "one two three")');
      assert.deepEqual(
        [inputTokens.value, inputTokens.low, inputTokens.high].map(each => each - alone.inputTokens.value),
        [0, -2, 2],
      );
      assert.match(inputTokens.why, /the mean of 3 texts, one in each round of the loop/);
      const rules = alone.prefix.tokens.value - 3;
      assert.deepEqual([prefix.tokens.value, prefix.tokens.low, prefix.tokens.high], [rules, rules, rules + 5]);
      assert.match(prefix.tokens.why, /of which each round differs, runs again soon/);
      assert.equal(prefix.state, 'cached');
    });
  }

  it('counts one of several texts as before where a list may hold any of them', async () => {
    const { inputTokens } = await quoteOf(
      'import sys\nfor text in [TEXTS[0] if len(sys.argv) > 1 else TEXTS[2]]:\n    ask("gpt-4.1", text)',
    );
    assert.match(inputTokens.why, /one of 2 texts/);
  });

  it('counts one of two branches as before: either may be sent always', async () => {
    const { inputTokens, prefix } = await quoteOf('import sys\nask("gpt-4.1", TEXTS[0] if len(sys.argv) > 1 else TEXTS[2])');
    assert.match(inputTokens.why, /one of 2 texts/);
    assert.equal(prefix.tokens.value - prefix.tokens.low, 4);
  });
});
