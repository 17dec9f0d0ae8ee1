import assert from 'node:assert/strict';
import { analyseIn } from '../rules/fixture/project';

const FILE = 'file:///project/embed.py';
const SOURCE = `from openai import OpenAI

OpenAI().embeddings.create(model="text-embedding-3-small", input="A lamp of brass")
`;

describe('an embedding', () => {
  it('costs what its text costs, without framing, answer or anything that could be cached', async () => {
    const [quote] = (await analyseIn(new Map([[FILE, SOURCE]]), FILE)).analysis.quotes;
    assert.ok(quote);
    const { inputTokens, maxCallUsd, prefix } = quote;
    assert.deepEqual([inputTokens.value, inputTokens.basis], [4, 'exact']);
    assert.ok('value' in maxCallUsd && Math.abs(maxCallUsd.value - (4 * 0.02) / 1e6) < 1e-15, JSON.stringify(maxCallUsd));
    assert.deepEqual([prefix.tokens.value, prefix.state], [0, 'unsupported']);
  });
});
