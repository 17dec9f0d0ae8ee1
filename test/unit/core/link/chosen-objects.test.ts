import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const HEAD = `
import { anthropic } from '@ai-sdk/anthropic';
import { openai } from '@ai-sdk/openai';
import { createProviderRegistry, generateText } from 'ai';
`;

const ask = (model: string) => `
export const sum = (tier: 'fast' | 'smart', text: string) =>
  generateText({ model: ${model}, prompt: \`Sum this up: \${text}\`, maxOutputTokens: 100 });
export const short = () => sum('fast', 'One.');
`;

const last = async (source: string) => (await sketchesOf({ 'a.ts': HEAD + source }, 'a.ts')).slice(-2);

describe('objects among which callers choose', () => {
  const chosen = ['wrapper-call vercel-ai openai gpt-5.4-mini (constant) cap 100 via sum', '  user: Sum this up: One.'];

  it('make the callers call sites, by a key of a table', async () => {
    const table = `const MODELS = { fast: openai('gpt-5.4-mini'), smart: anthropic('claude-opus-4-8') };`;
    assert.deepEqual(await last(table + ask('MODELS[tier]')), chosen);
  });

  it('make the callers call sites, by a name that a registry is asked for', async () => {
    const table = `
const registry = createProviderRegistry({ openai, anthropic });
const NAMES = { fast: 'openai:gpt-5.4-mini', smart: 'anthropic:claude-opus-4-8' } as const;`;
    assert.deepEqual(await last(table + ask('registry.languageModel(NAMES[tier])')), chosen);
  });

  it('make the callers call sites, by a branch of a function', async () => {
    const table = `
function modelOf(tier: string) {
  switch (tier) {
    case 'fast': return openai('gpt-5.4-mini');
    default: return anthropic('claude-opus-4-8');
  }
}`;
    assert.deepEqual(await last(table + ask('modelOf(tier)')), chosen);
  });

  it('leave them what they were where all cost the same, or the environment chooses', async () => {
    const same = `const MODELS = { fast: openai('gpt-5.4-mini'), smart: openai('gpt-5.4-mini') };`;
    assert.deepEqual(await last(same + ask('MODELS[tier]')), [
      'call vercel-ai openai gpt-5.4-mini (constant) cap 100',
      '  user: Sum this up: {text ~unknown}',
    ]);
    const deployed = `const MODELS = { fast: openai('gpt-5.4-mini'), smart: openai('gpt-5.4') };`;
    assert.match((await last(deployed + ask('MODELS[process.env.TIER]')))[0] ?? '', /^call vercel-ai openai \? one of/);
  });
});
