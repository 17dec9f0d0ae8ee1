import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const VENDORS = `
import OpenAI from 'openai';
import Anthropic from '@anthropic-ai/sdk';

async function viaOpenai(messages: any[], model: string) {
  return new OpenAI().chat.completions.create({ model, messages });
}

async function viaClaude(messages: any[], model = 'claude-sonnet-4-5') {
  return new Anthropic().messages.create({ model, messages, max_tokens: 300 });
}
`;
const BRANCHES = `
  switch (ai) {
    case 'openai':
      return viaOpenai([{ role: 'system', content: 'You translate.' }, { role: 'user', content: text }], 'gpt-4o');
    case 'claude':
      return viaClaude([{ role: 'user', content: text }]);
  }
}

translate('Hello');
translate('Hello', 'openai');
`;

const headsOf = async (source: string) =>
  (await sketchesOf({ 'translate.ts': source }, 'translate.ts')).filter(
    line => line.endsWith('via translate') || line.includes('translate >'),
  );

describe('a branch that callers choose', () => {
  it('counts beside others that ask by functions of the project, with a prompt of their own or without', async () => {
    const heads = await headsOf(`${VENDORS}\nexport async function translate(text: string, ai = process.env.AI) {${BRANCHES}`);
    assert.deepEqual(heads, [
      'wrapper-call openai-chat ? ? one of gpt-4o, claude-sonnet-4-5 (constant) cap unknown via translate > viaOpenai',
      'wrapper-call openai-chat openai gpt-4o (constant) cap absent via translate > viaOpenai',
    ]);
  });

  it('does so wherever one starts: in a function that calls itself first, too', async () => {
    const itself = "  if (text.includes('\\n\\n')) return translate(text.split('\\n\\n')[0], ai);";
    const heads = await headsOf(`${VENDORS}\nexport async function translate(text: string, ai = process.env.AI) {\n${itself}${BRANCHES}`);
    assert.deepEqual(
      heads.filter(line => line.includes('one of')).map(line => line.replace(/ via .*/, '')),
      Array(2).fill('wrapper-call openai-chat ? ? one of gpt-4o, claude-sonnet-4-5 (constant) cap unknown'),
    );
  });
});
