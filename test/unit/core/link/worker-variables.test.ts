import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const source = `
import { env as ofModule } from 'cloudflare:workers';
import { Hono } from 'hono';
import OpenAI from 'openai';
interface Env { MODEL: string; CAP: string; KEY: string; REGION: string }
const app = new Hono<{ Bindings: Env }>();
app.get('/', async c => {
  const openai = new OpenAI({ apiKey: c.env.KEY });
  return c.json(await openai.responses.create({ model: c.env.MODEL, input: 'Hello.' }));
});
async function ask(env: Env) {
  const openai = new OpenAI({ apiKey: env.KEY });
  await openai.responses.create({ model: env.REGION, input: 'Hello.' });
  return openai.responses.create({ model: env.MODEL, input: 'Hello.', max_output_tokens: Number(env.CAP) });
}
export default { async fetch(request: Request, env: Env) {
  const openai = new OpenAI();
  await openai.responses.create({ model: ofModule.MODEL, input: 'Hello.' });
  return ask(env);
} };
`;

async function callsBeside(settings: Readonly<Record<string, string>>) {
  const sketches = await sketchesOf({ ...settings, 'worker/src/index.ts': source }, 'worker/src/index.ts');
  return sketches.filter(line => line.startsWith('call')).map(line => line.replace('call openai-responses openai ', ''));
}

describe('variables of a worker', () => {
  it('are what its settings say', async () => {
    const toml =
      'name = "asker"\nMODEL = "not-this"\n\n[vars]\nMODEL = "gpt-5.4-mini" # small\nCAP = "300"\n[[kv_namespaces]]\nREGION = "not-this"\n';
    assert.deepEqual(await callsBeside({ 'worker/wrangler.toml': toml }), [
      'gpt-5.4-mini (environment) cap absent',
      '? comes from the parameter env.REGION (caller) cap absent WRAPPER',
      'gpt-5.4-mini (environment) cap 300',
      'gpt-5.4-mini (environment) cap absent',
    ]);
  });

  it('may differ by environment', async () => {
    const toml = 'vars = { MODEL = "gpt-5.4", CAP = 50 }\n[env.production]\nroute = "x"\n[env.production.vars]\nMODEL = "gpt-5.4-mini"\n';
    const [first] = await callsBeside({ 'worker/wrangler.toml': toml });
    assert.equal(first, '? one of gpt-5.4, gpt-5.4-mini (constant) cap absent');
  });

  it('are read from JSON with comments', async () => {
    const json = '{\n  // its models\n  "vars": { "MODEL": "gpt-5.4-mini", "CAP": 70, },\n  "env": { "staging": { "vars": {} } },\n}';
    const [, , last] = await callsBeside({ 'worker/wrangler.jsonc': json });
    assert.equal(last, 'gpt-5.4-mini (environment) cap 70');
  });

  it('are unknown without settings', async () => {
    const [first] = await callsBeside({});
    assert.match(first ?? '', /^\? /);
  });

  it('may be left to a default by the objects that a platform makes', async () => {
    const main = `
import { WorkflowEntrypoint } from 'cloudflare:workers';
import OpenAI from 'openai';
export class Sum extends WorkflowEntrypoint<Env, {}> {
  async run() {
    const openai = new OpenAI({ apiKey: this.env.KEY });
    return openai.responses.create({ model: this.env.MODEL ?? 'gpt-5.4', input: 'Hello.', max_output_tokens: Number.parseInt(this.env.CAP || '400') });
  }
}
`;
    const [call] = await sketchesOf({ 'src/main.ts': main }, 'src/main.ts');
    assert.equal(call, 'call openai-responses openai gpt-5.4 (environment) cap 400');
  });
});
