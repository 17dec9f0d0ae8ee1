import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('what a parameter is called that is taken apart', () => {
  it('is no pattern of several lines', async () => {
    const source = `
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
export const complete = ({
  model = 'gpt-5.4',
  tag,
  ...options
}: { model?: string; tag: string; prompt: string; maxOutputTokens?: number }) =>
  generateText({ model: openai(model), ...options });
`;
    assert.deepEqual(await sketchesOf({ 'a.ts': source }, 'a.ts'), [
      'call vercel-ai openai gpt-5.4 (default) cap unknown WRAPPER',
      '  user: {what is passed in ~unknown}',
    ]);
  });
});
