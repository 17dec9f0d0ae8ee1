import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const callsIn = async (files: Record<string, string>) =>
  (await sketchesOf(files, 'main.py')).filter(line => !line.startsWith(' ')).map(line => line.replace('call openai-responses openai ', ''));

describe('tables that a loop fills (Python)', () => {
  it('hold under each key what its round puts there', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()
ROWS = {"fast": {"model": "gpt-5.4-mini"}, "good": {"model": "gpt-5.4"}}
models = {}
for name, row in ROWS.items():
    chosen = row["model"]
    models[name] = chosen
client.responses.create(model=models["fast"], input="One.")
client.responses.create(model=models[input()], input="Two.")
some = {}
for name, row in ROWS.items():
    if name.isupper():
        continue
    some[name] = row["model"]
client.responses.create(model=some.get("good", "gpt-5.4-nano"), input="Three.")
`;
    assert.deepEqual(await callsIn({ 'main.py': source }), [
      'gpt-5.4-mini (constant) cap absent',
      '? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent',
      '? one of gpt-5.4, gpt-5.4-nano (constant) cap absent',
    ]);
  });

  it('are not known where a round hangs on what those before put there', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()
own = {"model": "gpt-5.4-mini"}
for key, value in {"model": "gpt-5.4"}.items():
    own[key] = own.get(key) or value
client.responses.create(model=own["model"], input="One.")
rows = {"model": "gpt-5.4-mini"}
for key, value in {"model": "gpt-5.4"}.items():
    if key in rows:
        continue
    rows[key] = value
client.responses.create(model=rows["model"], input="Two.")
set_anew = {"model": "gpt-5.4-mini"}
for key, value in {"model": "gpt-5.4"}.items():
    set_anew[key] = value
client.responses.create(model=set_anew["model"], input="Three.")
`;
    const unread = '? depends on model (comes from a value that could not be read) (unknown) cap absent';
    assert.deepEqual(await callsIn({ 'main.py': source }), [unread, unread, 'gpt-5.4 (constant) cap absent']);
  });

  it('on an object, from a file that its constructor reads', async () => {
    const main = `
import os
from dataclasses import dataclass
import yaml
from openai import OpenAI
client = OpenAI()

@dataclass
class Tier:
    large: str
    small: str

class Config:
    def __init__(self):
        self._load()

    def _load(self):
        with open(os.path.join(os.path.dirname(__file__), "makers.yaml")) as file:
            data = yaml.safe_load(file)
        self.preferred = data["preferred"]
        self.makers = {}
        for name, entry in data.get("makers", {}).items():
            models = entry.get("models", {})
            self.makers[name] = Tier(large=models.get("large"), small=models.get("small"))

config = Config()

def ask(text, size="small"):
    tier = config.makers[config.preferred]
    return client.responses.create(model=getattr(tier, size), input=text)

ask("One.")
ask("Two.", size="large")
client.responses.create(model=config.makers["b"].small, input="Three.")
`;
    const makers = `
preferred: a
makers:
  a:
    models: {large: gpt-5.4, small: gpt-5.4-mini}
  b:
    models: {large: gpt-5.5, small: gpt-5.4-nano}
`;
    assert.deepEqual(await callsIn({ 'main.py': main, 'makers.yaml': makers }), [
      '? depends on getattr() (computed while the program runs) (caller) cap absent WRAPPER',
      'wrapper-gpt-5.4-mini (constant) cap absent via ask',
      'wrapper-gpt-5.4 (constant) cap absent via ask',
      'gpt-5.4-nano (constant) cap absent',
    ]);
  });

  it('are not known where what is gone over isn’t', async () => {
    const source = `
from openai import OpenAI
import rows
client = OpenAI()
models = {"fast": "gpt-5.4-mini"}
for name, row in rows.all().items():
    models[name] = row["model"]
client.responses.create(model=models["fast"], input="One.")
items = ["gpt-5.4", "gpt-5.5"]
for index, item in enumerate(["gpt-5.4-mini"]):
    items[index] = item
client.responses.create(model=items[0], input="Two.")
`;
    const [first, second] = await callsIn({ 'main.py': source });
    assert.match(first ?? '', /^\?.*\(unknown\)/);
    assert.match(second ?? '', /^\?/);
  });
});
