import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function models(source: string, file = 'app.py', others: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  return (await sketchesOf({ [file]: source, ...others }, file)).filter(line => /^(?:wrapper-)?call /.test(line));
}

const HEAD = `
import json
from dataclasses import dataclass
from openai import OpenAI
client = OpenAI()
`;

describe('fields that are set by names which the code does not write out', () => {
  it('may be any of an object’s: what its class says is a default at best', async () => {
    const source = `${HEAD}
class Read:
    @classmethod
    def from_dict(cls, data):
        config = cls()
        for key, value in data.items():
            setattr(config, key, value)
        return config

@dataclass
class Config(Read):
    model: str = "gpt-5.4-mini"

    def name(self):
        return self.model

def ask(path):
    config = Config.from_dict(json.load(open(path)))
    client.responses.create(model=config.model, input="Hi.")
    client.responses.create(model=config.name(), input="Hi.")
    client.responses.create(model=Config().model, input="Hi.")
`;
    const found = await models(source);
    assert.equal(found.length, 3);
    assert.ok(
      found.slice(0, 2).every(line => !line.includes('(constant)') && !line.includes('(literal)')),
      found.join('\n'),
    );
    assert.equal(found[2], 'call openai-responses openai gpt-5.4-mini (constant) cap absent');
  });

  it('are those of the table that is gone through', async () => {
    const source = `${HEAD}
class Plain:
    def __init__(self, **options):
        self.model = "gpt-5.4-mini"
        for key, value in options.items():
            setattr(self, key, value)

class Updated:
    def __init__(self, options):
        self.model = "gpt-5.4-mini"
        self.__dict__.update(options)

class Bare:
    def __init__(self, **entries):
        vars(self).update(entries)

    def ask(self):
        client.responses.create(model=self.model, input="Hi.")

client.responses.create(model=Plain(model="gpt-5.4").model, input="Hi.")
client.responses.create(model=Plain(temperature=0.2).model, input="Hi.")
client.responses.create(model=Updated({"model": "gpt-5.4"}).model, input="Hi.")
client.responses.create(model=Bare(model="gpt-5.4").model, input="Hi.")

def unseen(options):
    client.responses.create(model=Plain(**options).model, input="Hi.")
`;
    const found = await models(source);
    const said = found.filter(line => line.includes('(constant)')).map(line => line.split(' ')[3]);
    assert.deepEqual(said, ['gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4', 'gpt-5.4'], found.join('\n'));
    assert.equal(found.length, 6);
  });

  it('are the ones that are written out', async () => {
    const source = `${HEAD}
class Settings:
    model = "gpt-5.4-mini"
    name = "settings"

settings = Settings()
setattr(settings, "model", "gpt-5.4-nano")
client.responses.create(model=settings.model, input="Hi.")

class Other:
    def __init__(self, options):
        self.model = "gpt-5.4-mini"
        for key in ("temperature", "top_p"):
            setattr(self, key, options[key])

    def ask(self):
        client.responses.create(model=self.model, input="Hi.")
`;
    assert.deepEqual(await models(source), [
      'call openai-responses openai gpt-5.4-nano (constant) cap absent',
      'call openai-responses openai gpt-5.4-mini (constant) cap absent',
    ]);
  });

  it('are taken from a file that is read', async () => {
    const source = `${HEAD}
import yaml

class Config:
    def __init__(self, **entries):
        self.__dict__.update(entries)

with open("config.yaml") as file:
    config = Config(**yaml.safe_load(file))
client.responses.create(model=config.model, input="Hi.")
`;
    assert.deepEqual(await models(source, 'app.py', { 'config.yaml': 'model: gpt-5.4\n' }), [
      'call openai-responses openai gpt-5.4 (constant) cap absent',
    ]);
  });

  it('leave an object what it is', async () => {
    const source = `
import OpenAI from 'openai';
class Asked {
  constructor(options) {
    this.client = new OpenAI();
    this.model = 'gpt-5.4-mini';
    Object.assign(this, options);
  }
  ask(input) {
    return this.client.responses.create({ model: this.model, input });
  }
}
new Asked({ model: 'gpt-5.4' }).ask('Hi.');
new Asked({}).ask('Hi.');
export function unseen(options) {
  const asked = new Asked({});
  Object.assign(asked, options);
  return asked.ask('Hi.');
}
`;
    const found = await models(source, 'app.ts');
    assert.equal(found.length, 4, found.join('\n'));
    assert.match(found[1] ?? '', /gpt-5\.4 \(constant\)/);
    assert.match(found[2] ?? '', /gpt-5\.4-mini \(constant\)/);
    assert.doesNotMatch(found[3] ?? '', /\((?:constant|literal)\)/);
  });
});
