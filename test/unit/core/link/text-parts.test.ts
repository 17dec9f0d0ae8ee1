import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('parts of texts', () => {
  it('are models where a text that is known is taken apart (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
const ask = (model: string) => client.responses.create({ model, input: 'Hello.' });
const SPEC = process.env.SPEC ?? 'openai:gpt-5.4-mini';

ask('openai/gpt-5.4'.split('/').pop()!);
ask('openai/gpt-5.4'.split('/').at(-1)!);
const [vendor, ...rest] = 'openrouter/openai/gpt-5.4'.split('/');
ask(rest.join('/'));
const spec = 'openai:gpt-5.4-nano';
ask(spec.slice(spec.indexOf(':') + 1));
ask(spec.substring(7));
ask(spec.slice(-4));
const [, id] = SPEC.split(':');
ask(id);
ask(SPEC.slice('openai:'.length));
const parts = ['gpt-5.4'];
parts.push(process.env.MORE!);
ask(parts.pop()!);
`;
    const heads = (await sketchesOf({ 'a.ts': source }, 'a.ts')).filter(line => line.startsWith('wrapper-call'));
    assert.deepEqual(
      heads.map(line => line.replace(/^wrapper-call openai-responses openai | cap absent via ask$/g, '')),
      [
        'gpt-5.4 (constant)',
        'gpt-5.4 (constant)',
        'openai/gpt-5.4 (constant)',
        'gpt-5.4-nano (constant)',
        'gpt-5.4-nano (constant)',
        'nano (constant)',
        'gpt-5.4-mini (environment)',
        'gpt-5.4-mini (environment)',
        '? depends on process.env.MORE (set where the program is deployed) (environment)',
      ],
    );
  });

  it('are what stands before a separator and behind it (Python)', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()

def ask(spec):
    vendor, _, model = spec.rpartition("/")
    return client.responses.create(model=model, input="Hello.")

ask("openai/gpt-5.4")
ask("gpt-5.4-mini")
client.responses.create(model="gpt-5.4-nano:high".partition(":")[0], input="Hello.")
`;
    const heads = (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => /^(?:wrapper-)?call/.test(line));
    assert.deepEqual(
      heads.slice(1).map(line => line.split(' ').slice(3, 5).join(' ')),
      ['gpt-5.4 (constant)', 'gpt-5.4-mini (constant)', 'gpt-5.4-nano (constant)'],
    );
  });

  it('are defaults where a request or a caller may leave the text out (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
export async function POST(req: Request) {
  const { model: asked, text } = await req.json();
  const [vendor, model] = (asked ?? 'openai/gpt-5.4-mini').split('/');
  return client.responses.create({ model, input: text });
}
export async function PUT(req: Request) {
  const body = await req.json();
  const spec = body.model || 'openai:gpt-5.4';
  return client.responses.create({ model: spec.replace('openai:', ''), input: body.text });
}
export function ask(input: string, spec?: string) {
  const model = (spec || 'openai/gpt-5.4-nano').split('/')[1];
  return client.responses.create({ model, input });
}
export const given = () => ask('Hello.', 'openai/gpt-4.1');
`;
    assert.deepEqual(
      (await sketchesOf({ 'a.ts': source }, 'a.ts')).filter(line => !line.startsWith(' ')),
      [
        'call openai-responses openai gpt-5.4-mini (default) cap absent',
        'call openai-responses openai gpt-5.4 (default) cap absent',
        'call openai-responses openai gpt-5.4-nano (default) cap absent WRAPPER',
        'wrapper-call openai-responses openai gpt-4.1 (constant) cap absent via ask',
      ],
    );
  });
});
