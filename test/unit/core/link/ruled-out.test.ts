import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const heads = (lines: readonly string[] = []) => lines.filter(line => !line.startsWith(' '));

describe('a default that a branch rules out', () => {
  it('is not the model of what is sent there (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
const messages = [{ role: 'user' as const, content: 'Hi.' }];

export function passed(options: { model?: string }) {
  const model = options.model ?? 'gpt-5.4';
  const thinks = model.startsWith('o3');
  if (thinks) return client.chat.completions.create({ model, messages, max_completion_tokens: 500 });
  return client.chat.completions.create({ model, messages, max_tokens: 400 });
}

export async function pictured(prompt: string, model = 'dall-e-3') {
  if (model.startsWith('dall-e')) {
    return client.images.generate({ model, prompt, size: '1024x1024' });
  } else {
    return client.images.generate({ model, prompt });
  }
}

export function changed(model = 'gpt-5.4') {
  if (model.startsWith('gpt')) {
    if (model.endsWith('4')) model = 'gpt-5.4-mini';
    return client.chat.completions.create({ model, messages });
  }
  return undefined;
}

export function asked(model = 'gpt-5.4', stream = false) {
  if (stream) return client.chat.completions.create({ model, messages, stream });
  return client.chat.completions.create({ model, messages, max_tokens: 90 });
}

passed({});
`;
    assert.deepEqual(heads(await sketchesOf({ 'ask.ts': source }, 'ask.ts')), [
      'call openai-chat openai ? its default, gpt-5.4, leads elsewhere (caller) cap 500 WRAPPER',
      'call openai-chat openai gpt-5.4 (default) cap 400 WRAPPER',
      'call openai-images openai dall-e-3 (default) cap unsupported WRAPPER',
      'call openai-images openai ? its default, dall-e-3, leads elsewhere (caller) cap unsupported WRAPPER',
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini when model is not passed (default) cap absent WRAPPER',
      'call openai-chat openai gpt-5.4 (default) cap absent WRAPPER',
      'call openai-chat openai gpt-5.4 (default) cap 90 WRAPPER',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 400 via passed',
    ]);
  });

  it('nor behind one that returns, whatever holds it (Python)', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()

class Desk:
    def __init__(self, model="gpt-5.4"):
        self.model = model

    def ask(self, question):
        if self.model.startswith(("gpt-", "o3")):
            return client.responses.create(model=self.model, input=question, max_output_tokens=90)
        return client.responses.create(model=self.model, input=question)
`;
    assert.deepEqual(heads(await sketchesOf({ 'ask.py': source }, 'ask.py')), [
      'call openai-responses openai gpt-5.4 (default) cap 90 WRAPPER',
      'call openai-responses openai ? its default, gpt-5.4, leads elsewhere (caller) cap absent WRAPPER',
    ]);
  });

  it("nor a table's row of which a branch asks for something else", async () => {
    const source = `
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
const openai = new OpenAI();
const anthropic = new Anthropic();
const messages = [{ role: 'user' as const, content: 'Hi.' }];
const MODELS = [
  { nick: 'large', name: 'claude-opus-4-6', maker: 'anthropic', maxTokens: 900 },
  { nick: 'quick', name: 'gpt-5.4-mini', maker: 'openai', maxTokens: 700 },
  { nick: 'open', name: 'gpt-oss-120b', maker: 'groq', maxTokens: 300 },
];

export function found(nick: string) {
  const model = MODELS.find(each => each.nick === nick);
  if (!model) throw new Error('No such model');
  if (model.maker === 'anthropic') return anthropic.messages.create({ model: model.name, messages, max_tokens: model.maxTokens });
  if (model.maker === 'openai') return openai.chat.completions.create({ model: model.name, messages, max_tokens: model.maxTokens });
  return undefined;
}

const ROWS: Record<string, { id: string; maker: string }> = {
  a: { id: 'gpt-5.4', maker: 'openai' },
  b: { id: 'gpt-5.4-mini', maker: 'openai' },
  c: { id: 'llama-3.3-70b', maker: 'groq' },
};

export function behind(key: string) {
  const row = ROWS[key];
  if (!row || row.maker !== 'openai') return undefined;
  return openai.chat.completions.create({ model: row.id, messages });
}

export function switched(key: string) {
  const row = ROWS[key];
  switch (row.maker) {
    case 'groq':
      return new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }).chat.completions.create({ model: row.id, messages });
    default:
      return openai.chat.completions.create({ model: row.id, messages });
  }
}

export function changed(key: string) {
  const row = { ...ROWS[key] };
  if (row.maker === 'groq') {
    row.id = 'gpt-5.4-nano';
    row.maker = 'openai';
  }
  return openai.chat.completions.create({ model: row.id, messages });
}
`;
    assert.deepEqual(heads(await sketchesOf({ 'ask.ts': source }, 'ask.ts')), [
      'call anthropic-messages anthropic claude-opus-4-6 (constant) cap 900',
      'call openai-chat openai gpt-5.4-mini (constant) cap 700',
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent WRAPPER',
      'call openai-chat groq llama-3.3-70b (constant) cap absent',
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent WRAPPER',
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini, llama-3.3-70b, gpt-5.4-nano (constant) cap absent WRAPPER',
    ]);
  });
});
