import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('what a condition makes of a default', () => {
  it('is the model where nobody passes another, a text for one value included (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
const messages = [{ role: 'user' as const, content: 'Hi.' }];

export function sized({ size = 'large' }: { size?: 'large' | 'free' }) {
  const model = size === 'free' ? 'shop/tiny-free' : \`shop/\${size}-turbo\`;
  return client.chat.completions.create({ model, messages });
}

export function automatic(model = 'auto') {
  const id = model === 'auto' ? 'gpt-5.4' : model;
  return client.chat.completions.create({ model: id, messages });
}

sized({ size: 'free' });
automatic('gpt-5.4-mini');
`;
    const heads = (await sketchesOf({ 'ask.ts': source }, 'ask.ts')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call openai-chat openai shop/large-turbo (default) cap absent WRAPPER',
      'call openai-chat openai gpt-5.4 (default) cap absent WRAPPER',
      'wrapper-call openai-chat openai shop/tiny-free (constant) cap absent via sized',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via automatic',
    ]);
  });
});
