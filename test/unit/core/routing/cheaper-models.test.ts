import assert from 'node:assert/strict';
import type { CheaperModel } from '../../../../src/core/quote/analysis';
import { analyseIn } from '../rules/fixture/project';

async function cheaper(model: string, options = '', client = 'OpenAI()'): Promise<readonly CheaperModel[] | undefined> {
  const uri = 'file:///project/call.py';
  const text = `from openai import AzureOpenAI, OpenAI

client = ${client}
client.responses.create(model="${model}", input="Say hello to the people of Ghent, in the name of all of us."${options})
`;
  const [quote] = (await analyseIn(new Map([[uri, text]]), uri)).analysis.quotes;
  assert.ok(quote);
  return quote.cheaper;
}

describe('cheaper models for a request', () => {
  it('are the cheapest of all, and the cheapest that its maker puts no lower', async () => {
    const found = await cheaper('gpt-5.5', ', max_output_tokens=5000');
    assert.deepEqual(
      found?.map(({ id, of }) => [id, of]),
      [
        ['gpt-6.1-sol', 'call'],
        ['gpt-6-luna', 'call'],
      ],
    );
  });

  it('cost what the quote says: tokens times prices, the answer at its cap', async () => {
    const [luna] = (await cheaper('gpt-6-sol', ', max_output_tokens=5000')) ?? [];
    assert.equal(luna?.id, 'gpt-6-luna');
    const input = 18 * 0.1;
    assert.ok(Math.abs(luna.usd.value * 1e6 - (input + 5000 * 0.5)) < 1, `${luna.usd.value}`);
    assert.ok(Math.abs(luna.saves - 0.95) < 0.001);
  });

  it('are compared by the input where the answer has no bound', async () => {
    const found = await cheaper('gpt-6-sol');
    assert.deepEqual(
      found?.map(({ id, of }) => [id, of]),
      [['gpt-6-luna', 'input']],
    );
  });

  it('are none where a parameter stands against them', async () => {
    assert.equal(await cheaper('gpt-6-sol', ', reasoning={"effort": "minimal"}'), undefined);
    assert.equal(await cheaper('gpt-6-sol', ', service_tier="flex"'), undefined);
  });

  it('are none for the cheapest, for unknown models, and where another sells', async () => {
    assert.equal(await cheaper('gpt-6-luna'), undefined);
    assert.equal(await cheaper('a-model-nobody-knows'), undefined);
    assert.equal(
      await cheaper('gpt-6-sol', '', 'AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2025-04-01")'),
      undefined,
    );
    assert.equal(await cheaper('gpt-6-sol', '', 'OpenAI(base_url="http://127.0.0.1:8000/v1")'), undefined);
  });
});
