import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('settings that a program keeps on its machine', () => {
  it('are what was kept, or the default of the store, its schema or the call', async () => {
    const source = `
import Conf from 'conf';
import Store from 'electron-store';
import OpenAI from 'openai';
const store = new Store({ defaults: { model: 'gpt-5.4-mini', limits: { answer: 700 } } });
const conf = new Conf({ projectName: 'desk', schema: { model: { type: 'string', default: 'gpt-5.4' } } });
const client = new OpenAI();
export async function ask() {
  await client.responses.create({ model: store.get('model'), max_output_tokens: store.get('limits.answer'), input: 'One.' });
  await client.responses.create({ model: conf.get('model') as string, input: 'Two.' });
  await client.responses.create({ model: conf.get('second', 'gpt-5.4-nano'), input: 'Three.' });
  await client.responses.create({ model: store.get('third'), input: 'Four.' });
}
`;
    const lines = (await sketchesOf({ 'main.ts': source }, 'main.ts')).filter(line => line.startsWith('call'));
    assert.deepEqual(
      lines.map(line => line.replace('call openai-responses openai ', '')),
      [
        'gpt-5.4-mini (environment) cap 700',
        'gpt-5.4 (environment) cap absent',
        'gpt-5.4-nano (environment) cap absent',
        '? depends on third (a setting that the program keeps) (environment) cap absent',
      ],
    );
  });
});
