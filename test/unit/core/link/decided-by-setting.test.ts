import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(source: string, main: string): Promise<readonly string[]> {
  return (await sketchesOf({ [main]: source }, main)).filter(line => !line.startsWith(' '));
}

describe('a condition over what is set where the program is deployed', () => {
  it('is decided by the default (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
const tier = process.env.TIER || 'small';
const model = tier === 'large' ? 'gpt-5.4' : 'gpt-5.4-mini';
client.responses.create({ model, input: 'One' });
client.responses.create({ model: tier !== 'large' ? 'gpt-5.4-nano' : 'gpt-5.4', input: 'Two' });
client.responses.create({ model: process.env.TIER === 'large' ? 'gpt-5.4' : 'gpt-5.4-mini', input: 'Nothing by default' });
client.responses.create({ model: process.env.FAST ? 'gpt-5.4-mini' : 'gpt-5.4', input: 'Whether it is set' });
`;
    assert.deepEqual(await heads(source, 'main.ts'), [
      'call openai-responses openai gpt-5.4-mini (environment) cap absent',
      'call openai-responses openai gpt-5.4-nano (environment) cap absent',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
      'call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent',
    ]);
  });

  it('is decided by the default (Python)', async () => {
    const source = `
import os
from openai import OpenAI
client = OpenAI()
MODEL = "gpt-5.4" if os.getenv("TIER", "small") == "large" else "gpt-5.4-mini"
client.responses.create(model=MODEL, input="One")
`;
    assert.deepEqual(await heads(source, 'main.py'), ['call openai-responses openai gpt-5.4-mini (environment) cap absent']);
  });
});
