import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (body: string) => {
  const main = `import OpenAI from 'openai';\n${body}`;
  return (await sketchesOf({ 'main.ts': main }, 'main.ts')).filter(line => !line.startsWith(' '));
};

describe("a package's method that is kept (TypeScript)", () => {
  it('is called by call, apply and bind', async () => {
    const body = `
const client = new OpenAI();
const create = client.responses.create;
const bound = client.responses.create.bind(client.responses);
export const one = () => create.call(client.responses, { model: 'gpt-5.4', max_output_tokens: 60, input: 'One.' });
export const two = () => create.apply(client.responses, [{ model: 'gpt-5.4-mini', input: 'Two.' }]);
export const three = () => bound({ model: 'gpt-5.4-nano', input: 'Three.' });
const draw = Array.prototype.slice;
export const none = () => draw.call({ model: 'gpt-5.4' }, { model: 'gpt-5.4' });
`;
    assert.deepEqual(await headsOf(body), [
      'call openai-responses openai gpt-5.4 (literal) cap 60',
      'call openai-responses openai gpt-5.4-mini (literal) cap absent',
      'call openai-responses openai gpt-5.4-nano (literal) cap absent',
    ]);
  });

  it('is still called where a function takes its place on the client that it is handed', async () => {
    const body = `
function withRules(client: OpenAI, rules: string) {
  const create = client.responses.create;
  const ruled = async (request: any) => create.call(client.responses, { ...request, instructions: rules });
  client.responses.create = ruled as typeof create;
  return client;
}
function withLog(client: OpenAI) {
  const create = client.responses.create.bind(client.responses);
  client.responses.create = (async (request: any) => {
    console.log(request);
    return create(request);
  }) as any;
  return client;
}
const ruled = withRules(new OpenAI(), 'Be brief.');
export const ask = (input: string) => ruled.responses.create({ model: 'gpt-5.4', max_output_tokens: 90, input });
export const say = (input: string) => withLog(new OpenAI()).responses.create({ model: 'gpt-5.4-mini', input });
`;
    assert.deepEqual(
      (await headsOf(body)).filter(line => line.startsWith('wrapper-call')),
      [
        'wrapper-call openai-responses openai gpt-5.4 (constant) cap 90 via ruled WRAPPER',
        'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via create WRAPPER',
      ],
    );
  });
});
