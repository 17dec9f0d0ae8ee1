import assert from 'node:assert/strict';
import { linkProject, sketchesOf } from '../../link-project';

async function head(body: string, before = ''): Promise<string | undefined> {
  const source = `
from openai import OpenAI
client = OpenAI()
${before}
def ask(model, text):
    options = {"model": model, "messages": [{"role": "user", "content": text}]}
${body}
    return client.chat.completions.create(**options)
`;
  const lines = await sketchesOf({ 'ask.py': source }, 'ask.py');
  return lines.find(line => line.startsWith('call '))?.replace(/.*\bcap /, 'cap ');
}

describe('caps that are set in branches', () => {
  it('hold under whichever of two names', async () => {
    const body = `
    if model.startswith("o"):
        options["max_completion_tokens"] = 700
        options["reasoning_effort"] = "low"
    else:
        options["max_tokens"] = 700`;
    assert.equal(await head(body), 'cap 700 WRAPPER');
  });

  it('are the highest of what the branches set', async () => {
    const body = `
    if len(text) > 100:
        options["max_tokens"] = 200
    elif text:
        options["max_tokens"] = 500
    else:
        options["max_tokens"] = 100`;
    assert.equal(await head(body), 'cap 500 WRAPPER');
  });

  it('are all candidates, as those of a table are that is asked for a row', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
const CAPS: Record<string, number> = { long: 900, short: 100 };
export const ask = (kind: string, input: string) => client.responses.create({ model: 'gpt-5.4', input, max_output_tokens: CAPS[kind] });
export const say = (kind: string, input: string) => client.responses.create({ model: 'gpt-5.4', input, max_output_tokens: CAPS[kind] ?? 50 });
export const tell = (input: string) => client.responses.create({ model: 'gpt-5.4', input, max_output_tokens: CAPS.long });
`;
    const { sites } = await linkProject({ 'ask.ts': source }, 'ask.ts');
    const caps = sites.map(({ outputCap: { state, value, candidates } }) => [state, value, candidates]);
    assert.deepEqual(caps, [
      ['set', 900, [100, 900]],
      ['set', 900, [50, 100, 900]],
      ['set', 900, undefined],
    ]);
  });

  it('stay open where no branch may run, or one sets none', async () => {
    const some = `
    if model.startswith("o"):
        options["max_completion_tokens"] = 700
    elif model.startswith("gpt"):
        options["max_tokens"] = 700`;
    assert.equal(await head(some), 'cap unknown WRAPPER');
    const other = `
    if model.startswith("o"):
        options["reasoning_effort"] = "low"
    else:
        options["max_tokens"] = 700`;
    assert.equal(await head(other), 'cap unknown WRAPPER');
  });

  it('leave out a branch that throws', async () => {
    const body = `
    if model.startswith("o"):
        options["max_completion_tokens"] = 700
    elif model.startswith("gpt"):
        options["max_tokens"] = 600
    else:
        options["seed"] = 1
        raise ValueError(model)`;
    assert.equal(await head(body), 'cap 700 WRAPPER');
  });

  it('hold where a function gives one of two dictionaries, and where one of two names is written', async () => {
    const limit = `
def limit(model, most):
    return {"max_completion_tokens": most} if model.startswith("o") else {"max_tokens": most}
`;
    assert.equal(await head('    options.update(limit(model, 300))', limit), 'cap 300 WRAPPER');
    const spread = await sketchesOf(
      {
        'ask.py': `
from openai import OpenAI
${limit}
def ask(model, text):
    return OpenAI().chat.completions.create(model=model, messages=[{"role": "user", "content": text}], **limit(model, 300))
def ask_by_name(model, text):
    name = "max_completion_tokens" if model.startswith("o") else "max_tokens"
    return OpenAI().chat.completions.create(model=model, messages=[{"role": "user", "content": text}], **{name: 300})
`,
      },
      'ask.py',
    );
    assert.deepEqual(
      spread.filter(line => line.startsWith('call ')).map(line => line.replace(/.*\bcap /, 'cap ')),
      ['cap 300 WRAPPER', 'cap 300 WRAPPER'],
    );
  });
});
