import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(source: string, main: string): Promise<readonly string[]> {
  return (await sketchesOf({ [main]: source }, main)).filter(line => !line.startsWith(' '));
}

describe('a table that is asked for what is set where the program is deployed', () => {
  it('gives what stands under the default (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
const FLAT: Record<string, string> = { big: 'gpt-5.4', small: 'gpt-5.4-mini', tiny: 'gpt-5.4-nano' };
const CONFIG = {
  models: {
    big: { default: { model: 'gpt-5.4', cap: 4000 }, tools: { title: { cap: 20 }, agent: { model: 'gpt-5.4-nano' } } },
    small: { default: { model: 'gpt-5.4-mini', cap: 2000 }, tools: { title: {}, agent: {} }, options: { store: true } },
  },
};
const size = process.env.SIZE || 'small';
const own = CONFIG.models[size];
client.responses.create({ model: FLAT[size], input: 'One' });
client.responses.create({ model: own.default.model, max_output_tokens: own.default.cap, input: 'Two' });
client.responses.create({
  model: own.tools.agent.model ?? own.default.model,
  max_output_tokens: own.tools.title.cap ?? own.default.cap,
  input: 'Three',
});
client.responses.create({ ...own.options, model: own.default.model, input: 'Others hold no cap' });
client.responses.create({ ...own.tools.title, model: own.default.model, input: 'Others hold one by another name' });
client.responses.create({ model: FLAT[process.env.SIZE], input: 'Four' });
client.responses.create({ model: FLAT[process.env.SIZE ?? 'none'], input: 'Five' });
`;
    assert.deepEqual(await heads(source, 'main.ts'), [
      'call openai-responses openai gpt-5.4-mini (environment) cap absent',
      'call openai-responses openai gpt-5.4-mini (environment) cap 2000',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4-mini, unless another is set where the program is deployed (environment) cap 2000',
      'call openai-responses openai gpt-5.4-mini (environment) cap absent',
      'call openai-responses openai gpt-5.4-mini (environment) cap absent',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini, gpt-5.4-nano (constant) cap absent',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini, gpt-5.4-nano (constant) cap absent',
    ]);
  });

  it('gives what stands under the default (Python)', async () => {
    const source = `
import os
from openai import OpenAI
client = OpenAI()
MODELS = {"big": {"model": "gpt-5.4", "cap": 4000}, "small": {"model": "gpt-5.4-mini", "cap": 2000}}
row = MODELS[os.getenv("SIZE", "small")]
client.responses.create(model=row["model"], max_output_tokens=row["cap"], input="One")
`;
    assert.deepEqual(await heads(source, 'main.py'), ['call openai-responses openai gpt-5.4-mini (environment) cap 2000']);
  });

  it('gives all objects that it holds, each of which is another call', async () => {
    const source = `
import OpenAI from 'openai';
import Anthropic from '@anthropic-ai/sdk';
const openai = new OpenAI();
const anthropic = new Anthropic();
const asking = {
  openai: (text: string) => openai.responses.create({ model: 'gpt-5.4', input: text }),
  anthropic: (text: string) => anthropic.messages.create({ model: 'claude-sonnet-5', max_tokens: 50, messages: [{ role: 'user', content: text }] }),
};
export const ask = (text: string) => asking[process.env.PROVIDER || 'anthropic'](text);
ask('One');
`;
    const lines = await heads(source, 'main.ts');
    assert.ok(
      lines.some(line => line.includes('gpt-5.4')),
      lines.join('\n'),
    );
    assert.ok(
      lines.some(line => line.includes('claude-sonnet-5')),
      lines.join('\n'),
    );
  });
});
