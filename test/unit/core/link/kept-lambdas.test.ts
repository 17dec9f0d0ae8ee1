import assert from 'node:assert/strict';
import { sketchesOf, sketchesOfAll } from '../../link-project';

describe('functions without a name that are kept under one', () => {
  it('are called by it where a package gives them back traced, cached or the like (TypeScript)', async () => {
    for (const wrapping of ['traceable(FN, { name: "ask" })', 'cache(FN)', 'limited(FN)', 'Object.assign(FN, { label: "ask" })']) {
      const source = `
import OpenAI from 'openai';
import { traceable } from 'langsmith/traceable';
import { limited } from 'limits';
import { cache } from 'react';
const client = new OpenAI();
const ask = ${wrapping.replace('FN', 'async (model: string, input: string) => client.responses.create({ model, input })')};
export const greet = () => ask('gpt-5.4', 'Hello.');
`;
      assert.deepEqual(
        (await sketchesOf({ 'a.ts': source }, 'a.ts')).slice(-2),
        ['wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask', '  user: Hello.'],
        wrapping,
      );
    }
  });

  it('are called by it in other files, where it is known what gives them back', async () => {
    const asks = (by: string) => `
import OpenAI from 'openai';
import { traceable } from 'langsmith/traceable';
import { route } from 'router';
const client = new OpenAI();
export const ask = ${by}(async (model, input) => client.responses.create({ model, input }));
`;
    const main = `
import { ask } from './ask.js';
export const greet = () => ask('gpt-5.4', 'Hello.');
`;
    const known = await sketchesOfAll({ 'src/ask.js': asks('traceable'), 'src/main.js': main });
    assert.deepEqual(known.get('src/main.js'), [
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: Hello.',
    ]);
    const handler = await sketchesOfAll({ 'src/ask.js': asks('route') });
    assert.deepEqual(handler.get('src/ask.js')?.[0], 'call openai-responses openai ? comes from the parameter model (unknown) cap absent');
  });
});
