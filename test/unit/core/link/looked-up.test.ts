import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const modelsOf = (sketches: readonly string[]) => sketches.filter(line => !line.startsWith(' '));

describe('maps that are filled while the program runs', () => {
  it('hold what is put into them', async () => {
    const source = `
import OpenAI from 'openai';
const openai = new OpenAI();
const models = new Map<string, string>();
const outside = new Map<string, string>();
models.set('fast', 'gpt-5.4-nano');
models.set('best', 'gpt-5.4');
export function choose(model: string) { models.set('chosen', model); }
export function ask(name: string, messages: OpenAI.ChatCompletionMessageParam[]) {
  openai.chat.completions.create({ model: models.get('fast'), messages });
  openai.chat.completions.create({ model: models.get('chosen'), messages });
  openai.chat.completions.create({ model: outside.get('fast'), messages });
}
`;
    assert.deepEqual(modelsOf(await sketchesOf({ 'use.ts': source }, 'use.ts')), [
      'call openai-chat openai gpt-5.4-nano (constant) cap absent WRAPPER',
      'call openai-chat openai ? comes from the parameter model (caller) cap absent WRAPPER',
      'call openai-chat openai ? depends on fast (comes from a value that could not be read) (unknown) cap absent WRAPPER',
    ]);
  });

  it('keep clients, made once for each name', async () => {
    const source = `
import OpenAI from 'openai';
const clients = new Map<string, OpenAI>();
function clientFor(host: string) {
  if (!clients.has(host)) clients.set(host, new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' }));
  return clients.get(host)!;
}
export function ask(host: string) {
  return clientFor(host).chat.completions.create({ model: 'openai/gpt-5.4', messages: [{ role: 'user', content: 'Hi.' }] });
}
`;
    assert.deepEqual(modelsOf(await sketchesOf({ 'use.ts': source }, 'use.ts')), [
      'call openai-chat openrouter openai/gpt-5.4 (literal) cap absent',
    ]);
  });

  it('are not what an object literal is that has such methods of its own', async () => {
    const source = `
import OpenAI from 'openai';
import Storage from 'some-storage';
const openai = new OpenAI();
const storage = new Storage();
const settings = { get: (key: string) => storage.read(key), values: () => ['gpt-5.4-mini'] };
export function ask(messages: OpenAI.ChatCompletionMessageParam[]) {
  openai.chat.completions.create({ model: settings.values()[0], messages, max_tokens: settings.get('answer') });
}
`;
    assert.deepEqual(modelsOf(await sketchesOf({ 'use.ts': source }, 'use.ts')), [
      'call openai-chat openai gpt-5.4-mini (constant) cap unknown WRAPPER',
    ]);
  });
});
