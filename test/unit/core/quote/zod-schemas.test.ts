import assert from 'node:assert/strict';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const FILE = 'file:///project/read.ts';
const code = (field: string) => `import { openai } from '@ai-sdk/openai';
import { generateObject } from 'ai';
import { z } from 'zod';
import { other } from './other';

const Invoice = z.object({ total: z.number(), note: ${field} });
await generateObject({ model: openai('gpt-4.1'), prompt: 'Make one up.', schema: Invoice });
`;

async function inputOf(field: string) {
  const { analysis } = await analyseIn(new Map([[FILE, code(field)]]), FILE, DEFAULT_SETTINGS);
  const [quote] = analysis.quotes;
  assert.ok(quote);
  return quote.inputTokens;
}

describe('a schema of zod', () => {
  it('is counted as the code tells it, with a band for what packages make of it', async () => {
    const { value, low, high, basis, why } = await inputOf('z.string()');
    assert.equal(basis, 'estimated');
    assert.match(why, /the schema as the fields of Invoice tell it/);
    assert.ok(value > 30 && low < value && value < high && high < 100, `${low}–${value}–${high}`);
  });

  it('costs more for what it says to the model', async () => {
    const [bare, described] = [await inputOf('z.string()'), await inputOf("z.string().describe('What was asked for, in one sentence.')")];
    assert.ok(described.value > bare.value + 8, `${bare.value} ${described.value}`);
  });

  it('may be of any size where a part of it is not in sight', async () => {
    assert.equal((await inputOf('other')).high, Number.POSITIVE_INFINITY);
  });
});
