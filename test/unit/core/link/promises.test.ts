import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (body: string) => {
  const main = `
import OpenAI from 'openai';
class Desk {
  private client = new OpenAI();
  ask(input: string, model = 'gpt-5.4') { return this.client.responses.create({ model, input: 'Say: ' + input }); }
}
async function load(): Promise<{ desk: Desk; model: string }> { return { desk: new Desk(), model: 'gpt-5.4-mini' }; }
${body}`;
  return (await sketchesOf({ 'main.ts': main }, 'main.ts')).filter(line => line.startsWith('wrapper-call'));
};

describe('what a promise gives where its failure is seen to (TypeScript)', () => {
  it('is what it gives without, or nothing', async () => {
    const body = `
export async function first(text: string) {
  const loaded = await load().catch(error => {
    if (text === '') throw error;
    return null;
  });
  if (loaded === null) return '';
  return loaded.desk.ask(text, loaded.model);
}
export async function second(text: string) {
  const { desk, model } = await (async () => ({ desk: new Desk(), model: 'gpt-5.4-nano' }))().finally(() => console.log('loaded'));
  return desk.ask(text, model).catch(console.error);
}
`;
    assert.deepEqual(await headsOf(body), [
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap absent via ask',
    ]);
  });

  it('may be what stands in for it', async () => {
    const body = `
export async function ask(text: string) {
  const model = await load().then(loaded => loaded.model).catch(() => 'gpt-5.4-nano');
  return new Desk().ask(text, model);
}
`;
    const [head = ''] = await headsOf(body);
    assert.doesNotMatch(head, /gpt-5\.4-(?:mini|nano) \(/);
  });
});
