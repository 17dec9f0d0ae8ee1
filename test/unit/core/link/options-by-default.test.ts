import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const heads = (lines: readonly string[] = []) => lines.filter(line => !line.startsWith(' '));

describe('options that stand in place of what nobody passes', () => {
  it('say model and cap where they are spread or handed on (TypeScript)', async () => {
    const source = `
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import OpenAI from 'openai';
const client = new OpenAI();

interface Given { model: string; max_completion_tokens: number }

export function spread(question: string, given?: Given) {
  const used = given ?? { model: 'gpt-5.4-mini', max_completion_tokens: 90 };
  return client.chat.completions.create({ ...used, messages: [{ role: 'user', content: question }] });
}

export function declared(question: string, used: Given = { model: 'gpt-5.4-nano', max_completion_tokens: 80 }) {
  return client.chat.completions.create({ messages: [{ role: 'user', content: question }], ...used });
}

export function ask() {
  return [spread('Hi.'), spread('Hi.', { model: 'gpt-5.4', max_completion_tokens: 70 }), declared('Hi.')];
}

export class Desk {
  private readonly inferenceConfig: { maxTokens?: number };
  private readonly client = new BedrockRuntimeClient({});

  constructor(options: { inferenceConfig?: { maxTokens?: number } }) {
    this.inferenceConfig = options.inferenceConfig ?? { maxTokens: 1000 };
  }

  answer(question: string) {
    const messages = [{ role: 'user' as const, content: [{ text: question }] }];
    const { inferenceConfig } = this;
    return this.client.send(new ConverseCommand({ modelId: 'amazon.nova-lite-v1:0', messages, inferenceConfig }));
  }
}
`;
    assert.deepEqual(heads(await sketchesOf({ 'desk.ts': source }, 'desk.ts')), [
      'call openai-chat openai gpt-5.4-mini (default) cap 90 WRAPPER',
      'call openai-chat openai gpt-5.4-nano (default) cap 80 WRAPPER',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 90 via spread',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 70 via spread',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap 80 via declared',
      'call bedrock-converse aws amazon.nova-lite-v1:0 (constant) cap 1000 WRAPPER',
    ]);
  });

  it('say nothing of what they leave out (Python)', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()

def ask(question, given=None):
    used = given or {"temperature": 0, "model": "gpt-5.4-mini"}
    return client.responses.create(input=question, **used)
`;
    assert.deepEqual(heads(await sketchesOf({ 'ask.py': source }, 'ask.py')), [
      'call openai-responses openai gpt-5.4-mini (default) cap unknown WRAPPER',
    ]);
  });
});
