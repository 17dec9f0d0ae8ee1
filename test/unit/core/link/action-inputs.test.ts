import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const action = `name: Reviewer
inputs:
  token: { required: true }
  model:
    description: The model
    default: gpt-5.4-mini
  MAX_TOKENS:
    default: '700'
  second model:
    default: gpt-5.4
  third:
    required: true
runs:
  using: node24
  main: dist/index.js
`;

describe('inputs of an action', () => {
  it('are what a workflow passes, or the default that the action declares', async () => {
    const source = `
import * as core from '@actions/core';
import { getInput } from '@actions/core';
import OpenAI from 'openai';
const openai = new OpenAI({ apiKey: core.getInput('token', { required: true }) });
const messages = [{ role: 'user', content: 'Review.' }];
const cap = parseInt(getInput('max_tokens'), 10);
openai.chat.completions.create({ model: core.getInput('model'), max_completion_tokens: cap, messages });
openai.chat.completions.create({ model: getInput('second model', { trimWhitespace: true }), messages });
openai.chat.completions.create({ model: getInput('third'), messages });
openai.chat.completions.create({ model: getInput('third') || 'gpt-5.4-nano', messages });
`;
    const sketches = await sketchesOf({ 'action.yml': action, 'src/main.ts': source }, 'src/main.ts');
    assert.deepEqual(
      sketches.filter(line => line.startsWith('call')),
      [
        'call openai-chat openai gpt-5.4-mini (environment) cap 700',
        'call openai-chat openai gpt-5.4 (environment) cap absent',
        'call openai-chat openai ? depends on third (an input of the action) (environment) cap absent',
        'call openai-chat openai gpt-5.4-nano (environment) cap absent',
      ],
    );
  });
});
