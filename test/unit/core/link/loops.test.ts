import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading loops', () => {
  it('loops over what is known (Python)', async () => {
    const files = {
      'main.py': `
from openai import OpenAI

client = OpenAI()
MODELS = ["gpt-5.4", "gpt-5.4-mini"]
PAIRS = [("quick", "gpt-5.4-nano"), ("deep", "gpt-5.4")]
TABLE = {"quick": "gpt-5.4-nano", "deep": "gpt-5.4"}

def ask(model, question="Hi."):
    return client.responses.create(model=model, input=question)

for model in MODELS:
    client.responses.create(model=model, input="Hi.")
for name, model in PAIRS:
    client.responses.create(model=model, input=name)
for index, model in enumerate(MODELS):
    client.responses.create(model=model, input="Hi.")
for key, model in TABLE.items():
    client.responses.create(model=model, input="Hi.")
for key in TABLE:
    client.responses.create(model="gpt-5.4", input=key)
for cap, model in zip([10, 20], MODELS):
    client.responses.create(model=model, max_output_tokens=cap, input="Hi.")
answers = [ask(model) for model in MODELS]
for config in [{"model": "gpt-5.4", "cap": 5}, {"model": "gpt-4.1", "cap": 7}]:
    client.responses.create(model=config["model"], max_output_tokens=config["cap"], input="Hi.")
for model in load():
    client.responses.create(model=model, input="Hi.")
for model in MODELS + extra:
    client.responses.create(model=model, input="Hi.")
for index, (model, key) in enumerate(zip(MODELS, load())):
    client.responses.create(model=model, input=key)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-responses openai ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user: [{question ~call} | Hi.]',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent',
      '  user: [quick | deep]',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent',
      '  user: Hi.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: [quick | deep]',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 20',
      '  user: Hi.',
      'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent via ask',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4, gpt-4.1 (constant) cap 7',
      '  user: Hi.',
      'call openai-responses openai ? depends on model (loop variable) (unknown) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? depends on model (loop variable) (unknown) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
      '  user: {key ~unknown}',
    ]);
  });

  it('lists that others are put behind or into (Python)', async () => {
    const files = {
      'main.py': `
import os
from openai import OpenAI
client = OpenAI()

def cheap():
    return ["gpt-5.4-nano"] if os.environ.get("CHEAP") else ["gpt-5.4-mini"]

def first(others):
    models = ["gpt-5.4", *others]
    return client.responses.create(model=models[0], input="First.")
def last(others):
    models = others + ["gpt-5.4-mini"]
    client.responses.create(model=models[-1], input="Last.")
    return client.responses.create(model=models[0], input="Not known.")
def each():
    for model in ["gpt-5.4"] + cheap():
        client.responses.create(model=model, input="Each.")
def alone(others=None):
    for model in ["gpt-5.4", *(others or [])]:
        client.responses.create(model=model, input="Alone.")
def passed(others):
    for model in ["gpt-5.4", *others]:
        client.responses.create(model=model, input="Passed.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: First.',
      'call openai-responses openai gpt-5.4-mini (constant) cap absent',
      '  user: Last.',
      'call openai-responses openai ? depends on list[0] (computed while the program runs) (unknown) cap absent',
      '  user: Not known.',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano, gpt-5.4-mini (constant) cap absent',
      '  user: Each.',
      'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
      '  user: Alone.',
      'call openai-responses openai ? depends on model (loop variable) (unknown) cap absent',
      '  user: Passed.',
    ]);
  });

  it('lines of a prompt from known lists (Python)', async () => {
    const files = {
      'main.py': `
from openai import OpenAI

client = OpenAI()
TOOLS = {"search": "Finds pages.", "fetch": "Reads a page."}
RULES = ["Be kind.", "Be brief."]

def run(docs):
    tools = "\\n".join(f"- {name}: {what}" for name, what in TOOLS.items())
    rules = "\\n".join([f"{i}. {rule}" for i, rule in enumerate(RULES)])
    client.responses.create(model="gpt-5.4", instructions=f"{tools}\\n{rules}", input="\\n".join(d.text for d in docs))
    client.responses.create(model="gpt-5.4", input=" ".join(rule for rule in RULES if rule != docs))
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  system system: - search: Finds pages.\n- fetch: Reads a page.\n0. Be kind.\n1. Be brief.',
      '  user: {d.text ~unknown}',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: [ | Be kind.][ |  Be brief.]',
    ]);
  });

  it('loops over what is known (TypeScript)', async () => {
    const files = {
      'main.ts': `
import OpenAI from 'openai';

const client = new OpenAI();
const MODELS = ['gpt-5.4', 'gpt-5.4-mini'];
const TABLE = { quick: { model: 'gpt-5.4-nano', cap: 100 }, deep: { model: 'gpt-5.4', cap: 900 } };

for (const model of MODELS) client.responses.create({ model, input: 'Hi.' });
MODELS.forEach(model => {
  client.responses.create({ model, input: 'Hi.' });
});
await Promise.all(MODELS.map(async model => client.responses.create({ model, input: 'Hi.' })));
for (const [name, { model, cap }] of Object.entries(TABLE)) {
  client.responses.create({ model, max_output_tokens: cap, input: name });
}
Object.values(TABLE).map(({ model }) => client.responses.create({ model, input: 'Hi.' }));
for (const key in TABLE) client.responses.create({ model: TABLE[key].model, input: 'Hi.' });
for (const model of load()) client.responses.create({ model, input: 'Hi.' });
export const each = (models: string[]) => models.map(model => client.responses.create({ model, input: 'Hi.' }));
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap 900',
      '  user: [quick | deep]',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? depends on model (loop variable) (unknown) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user: Hi.',
    ]);
  });

  it('arguments kept by a comprehension (Python)', async () => {
    const files = {
      'main.py': `
from openai import OpenAI

client = OpenAI()

def run(temperature=None):
    params = {"model": "gpt-5.4", "max_output_tokens": 50, "temperature": temperature}
    client.responses.create(input="Hi.", **{k: v for k, v in params.items() if v is not None})
    client.responses.create(input="Hi.", **{k: v for k, v in params.items() if k in ALLOWED})
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-responses openai gpt-5.4 (constant) cap 50',
      '  user: Hi.',
      'call openai-responses openai gpt-5.4 (default) cap unknown',
      '  user: Hi.',
    ]);
  });
});
