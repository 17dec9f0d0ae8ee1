import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('functions that a platform calls', () => {
  it('leave nothing to callers: a worker at the edge', async () => {
    const worker = (exported: string) => `import OpenAI from 'openai';
${exported}
  async fetch(request: Request, env: Env) {
    const client = new OpenAI({ apiKey: env.KEY });
    return client.responses.create({ model: env.MODEL ?? 'gpt-5.4-mini', input: await request.text() });
  },
};
`;
    for (const exported of ['export default {', 'const worker = {'])
      assert.deepEqual(
        await sketchesOf(
          { 'src/index.ts': worker(exported) + (exported.startsWith('const') ? 'export default worker;\n' : '') },
          'src/index.ts',
        ),
        ['call openai-responses openai gpt-5.4-mini (default) cap absent', '  user: {request.text() ~unknown}'],
      );
  });

  it('leave nothing to callers: a function of AWS Lambda', async () => {
    const main = `from openai import OpenAI
client = OpenAI()

def lambda_handler(event, context):
    return client.responses.create(model=event.get("model", "gpt-5.4-mini"), input=event["question"])
`;
    const [first] = await sketchesOf({ 'main.py': main }, 'main.py');
    assert.equal(first, 'call openai-responses openai gpt-5.4-mini (default) cap absent');
  });

  it('are none that a project calls by itself', async () => {
    const main = `import OpenAI from 'openai';
const client = new OpenAI();
export const tools = {
  async fetch(question: string, model: string) {
    return client.responses.create({ model, input: question });
  },
};
await tools.fetch('Hello', 'gpt-5.4');
`;
    const found = await sketchesOf({ 'main.ts': main }, 'main.ts');
    assert.equal(
      found.some(line => line.startsWith('wrapper-call openai-responses openai gpt-5.4')),
      true,
    );
  });
});
