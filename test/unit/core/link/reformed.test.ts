import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const heads = (lines: readonly string[] = []) => lines.filter(line => !line.startsWith(' '));

describe('what is passed, taken in another form', () => {
  it('has a default where another text stands in its place (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
const messages = [{ role: 'user' as const, content: 'Hi.' }];

export const trimmed = (model?: string, cap?: string) =>
  client.chat.completions.create({ model: model?.trim() || 'gpt-5.4', max_completion_tokens: Number(cap) || 350, messages });

export class Desk {
  private readonly model: string;
  constructor(name: string) {
    this.model = name.replace('desk/', '');
  }
  ask() {
    return client.chat.completions.create({ model: this.model || 'gpt-5.4-mini', messages });
  }
}

export const asked = (model?: string) =>
  client.chat.completions.create({ model: model ? model.toLowerCase() : 'gpt-5.4-nano', messages });

export const routed = (model: string) =>
  client.chat.completions.create({ model: model.startsWith('openai/') ? model.slice(7) : 'gpt-5.4', messages });

trimmed(' gpt-5.4-mini ');
`;
    assert.deepEqual(heads(await sketchesOf({ 'ask.ts': source }, 'ask.ts')), [
      'call openai-chat openai gpt-5.4 (default) cap 350 WRAPPER',
      'call openai-chat openai gpt-5.4-mini (default) cap absent WRAPPER',
      'call openai-chat openai gpt-5.4-nano (default) cap absent WRAPPER',
      'call openai-chat openai ? depends on model.slice() (computed while the program runs) (caller) cap absent WRAPPER',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 350 via trimmed',
    ]);
  });

  it('and in statements (Python)', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()

def stripped(question, model=None):
    return client.responses.create(model=(model or "").strip() or "gpt-5.4", input=question)

def lowered(question, model=None):
    if model:
        model = model.lower()
    else:
        model = "gpt-5.4-mini"
    return client.responses.create(model=model, input=question)
`;
    assert.deepEqual(heads(await sketchesOf({ 'ask.py': source }, 'ask.py')), [
      'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
      'call openai-responses openai gpt-5.4-mini (default) cap absent WRAPPER',
    ]);
  });
});
