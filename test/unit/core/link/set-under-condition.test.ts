import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const python = (condition: string, value = '"gpt-5.4-mini"') => `import openai

client = openai.OpenAI()
ALIASES = {"small": "gpt-5.4-mini", "large": "gpt-5.4"}

def ask(text, quick=False, **kwargs):
    name = kwargs.get("model", "")
    ${condition}:
        kwargs["model"] = ${value}
    return client.responses.create(input=text, **kwargs)
`;

async function headOf(source: string, file = 'ask.py'): Promise<string | undefined> {
  return (await sketchesOf({ [file]: source }, file)).find(line => line.startsWith('call'));
}

describe('a model that is set in options which are not in sight, under a condition', () => {
  it('counts by default where the condition asks whether there is one', async () => {
    const asking = ['if "model" not in kwargs', 'if not kwargs.get("model")', 'if kwargs.get("model") is None', 'if not kwargs["model"]'];
    for (const condition of asking)
      assert.equal(await headOf(python(condition)), 'call openai-responses openai gpt-5.4-mini (default) cap unknown WRAPPER', condition);
  });

  it('is one of those that may be sent where it asks for something else', async () => {
    const unknown = 'call openai-responses openai ? may be in kwargs (unknown) cap unknown WRAPPER';
    for (const condition of ['if quick', 'if name.startswith("o")']) assert.equal(await headOf(python(condition)), unknown, condition);
    assert.equal(await headOf(python('if name in ALIASES', 'ALIASES[name]')), unknown);
  });

  it('in TypeScript, too', async () => {
    const source = (condition: string) => `import OpenAI from 'openai';
const client = new OpenAI();
export async function ask(body: any, quick: boolean) {
  const options: any = { ...body };
  if (${condition}) options.model = 'gpt-5.4-mini';
  return client.chat.completions.create(options);
}
`;
    assert.match((await headOf(source('!options.model'), 'ask.ts')) ?? '', / gpt-5\.4-mini \(default\) /);
    assert.match((await headOf(source('quick'), 'ask.ts')) ?? '', / \? may be in body \(unknown\) /);
  });
});
