import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('functions that are given members, called', () => {
  it('may stand for a provider in tests', async () => {
    const source = `
import { createOpenAI } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { MockLanguageModelV3 } from 'ai/test';

const echo = () => new MockLanguageModelV3({ doGenerate: async () => ({ content: [] }) });
const pretended = () => {
  const provider = Object.assign((_model: string) => echo(), { chat: (_model: string) => echo() });
  return provider;
};
const openai = process.env.PRETEND ? pretended() : createOpenAI({ apiKey: process.env.KEY });

export const greet = () => generateText({ model: openai('gpt-5.4-mini'), prompt: 'Hello.' });
export const chat = () => generateText({ model: openai.chat('gpt-5.4-nano'), prompt: 'Hello.' });
`;
    assert.deepEqual(await sketchesOf({ 'a.ts': source }, 'a.ts'), [
      'call vercel-ai openai gpt-5.4-mini (constant) cap absent',
      '  user: Hello.',
      'call vercel-ai openai gpt-5.4-nano (constant) cap absent',
      '  user: Hello.',
    ]);
  });
});
