import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

describe('fields that are set by names which the code computes', () => {
  it('are a default that what is passed replaces (Python)', async () => {
    const source = `
from openai import OpenAI
class Desk:
    model = "gpt-5.4"
    limit = 300
    def __init__(self, **settings):
        for key, value in settings.items():
            setattr(self, key, value)
    def ask(self, text):
        return OpenAI().chat.completions.create(model=self.model, max_tokens=self.limit, messages=[{"role": "user", "content": text}])
class Shelf(Desk):
    def __init__(self, settings):
        super().__init__(**settings)
        self.model = "gpt-5.4-mini"
Desk().ask("One")
Desk(model="gpt-5.4-nano", limit=90).ask("Two")
Shelf({}).ask("Three")
class Plain:
    model = "gpt-5.4"
    def note(self, key, value):
        setattr(self.notes, key, value)
    def ask(self, text):
        return OpenAI().chat.completions.create(model=self.model, messages=[{"role": "user", "content": text}])
`;
    assert.deepEqual(await heads({ 'desk.py': source }, 'desk.py'), [
      'call openai-chat openai gpt-5.4 (default) cap 300 WRAPPER',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 300 via ask',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap 90 via ask',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 300 via ask',
      'call openai-chat openai gpt-5.4 (constant) cap absent WRAPPER',
    ]);
  });

  it('by a function that the constructor above hands the object to (Python)', async () => {
    const files = {
      'filled.py': `
def fill(target, given):
    if given is None:
        return
    for name in given:
        if hasattr(target, name):
            setattr(target, name, given[name])
`,
      'base.py': `
from filled import fill
class Base:
    tries = 3
    def __init__(self, given=None):
        fill(self, given)
`,
      'desk.py': `
from anthropic import Anthropic
from base import Base
class Desk(Base):
    name: str = "claude-sonnet-5"
    cap: int = 800
    def ask(self, text):
        return Anthropic().messages.create(model=self.name, max_tokens=self.cap, messages=[{"role": "user", "content": text}])
`,
    };
    assert.deepEqual(await heads(files, 'desk.py'), ['call anthropic-messages anthropic claude-sonnet-5 (default) cap 800 WRAPPER']);
  });

  it('by the constructor above (Python)', async () => {
    const source = `
from openai import OpenAI
class Base:
    def __init__(self, model="gpt-5.4-mini"):
        self.model = model
class Desk(Base):
    model = "gpt-5.4"
    def ask(self, text):
        return OpenAI().chat.completions.create(model=self.model, messages=[{"role": "user", "content": text}])
`;
    assert.deepEqual(await heads({ 'desk.py': source }, 'desk.py'), ['call openai-chat openai gpt-5.4-mini (default) cap absent WRAPPER']);
  });

  it('(TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
class Desk {
  model = 'gpt-5.4';
  constructor(private readonly client: OpenAI, options: Partial<Desk>) {
    Object.assign(this, options);
  }
  ask(text: string) {
    return this.client.chat.completions.create({ model: this.model, messages: [{ role: 'user', content: text }] });
  }
}
class Keyed {
  model = 'gpt-5.4';
  set(key: string, value: string) {
    this[key] = value;
  }
  ask(client: OpenAI, text: string) {
    return client.chat.completions.create({ model: this.model, messages: [{ role: 'user', content: text }] });
  }
}
`;
    assert.deepEqual(await heads({ 'desk.ts': source }, 'desk.ts'), [
      'call openai-chat openai gpt-5.4 (default) cap absent WRAPPER',
      'call openai-chat openai ? depends on model (may be set by its name) (unknown) cap absent WRAPPER',
    ]);
  });

  it('are what they were until a table that is not in sight sets them (Python)', async () => {
    const files = {
      'settings.py': `
from pydantic import BaseModel

def assign(desk, config):
    if config is None:
        return
    elif isinstance(config, BaseModel):
        table = config.dict()
    else:
        table = config
    for key in table:
        if hasattr(desk, key):
            setattr(desk, key, table[key])
    for key in table:
        name = key.removeprefix("desk_")
        if hasattr(desk, name):
            setattr(desk, name, table[key])
`,
      'desk.py': `
from openai import OpenAI
from settings import assign

class Base:
    def __init__(self, config=None):
        assign(self, config)

class Desk(Base):
    model = "gpt-5.4"
    most = 400
    def ask(self, text):
        return OpenAI().chat.completions.create(model=self.model, max_tokens=self.most, messages=[{"role": "user", "content": text}])
`,
    };
    assert.deepEqual(await heads(files, 'desk.py'), ['call openai-chat openai gpt-5.4 (default) cap 400 WRAPPER']);
  });

  it('are set by a method that the constructor hands its options to (Python)', async () => {
    const source = `
from openai import OpenAI

class Desk:
    model = "gpt-5.4"
    def __init__(self, **options):
        self.set_options(**options)
        self.client = OpenAI()
    def set_options(self, **options):
        for key, value in options.items():
            if key in ("model", "top_p"):
                setattr(self, key, value)
    def ask(self):
        return self.client.responses.create(model=self.model, input="Hello.")

class Near(Desk):
    def __init__(self, **options):
        self.set_options(**options)
        self.client = OpenAI()
    def set_options(self, **options):
        for key, value in options.items():
            self.__dict__[key] = value

Desk(model="gpt-5.4-mini").ask()
Near(model="gpt-5.4-nano").ask()
`;
    const found = await sketchesOf({ 'desk.py': source }, 'desk.py');
    assert.deepEqual(
      found.filter(line => line.startsWith('wrapper-call')),
      [
        'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent via ask',
        'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap absent via ask',
      ],
    );
  });

  it('are called like the keys of a table in another form, which the environment may replace (Python)', async () => {
    const files = {
      'defaults.py': 'DEFAULTS = {"FAST_MODEL": "gpt-5.4-mini", "SLOW_MODEL": "openai:gpt-5.4", "LIMIT": 300}\n',
      'config.py': `
import json
import os
from defaults import DEFAULTS

class Config:
    def __init__(self, path=None):
        chosen = self.load(path)
        self._fill(chosen)
        self._split()

    def _fill(self, table):
        for key, value in table.items():
            stated = os.getenv(key)
            if stated is not None:
                value = self.converted(key, stated, str)
            setattr(self, key.lower(), value)

    def _split(self):
        self.maker, self.slow = self.parts(self.slow_model)
        if os.getenv("SLOW") is not None:
            self.slow = os.environ["SLOW"] or self.slow

    @staticmethod
    def parts(name):
        maker, model = name.split(":", 1)
        return maker, model

    @staticmethod
    def converted(key, stated, kind):
        for each in kinds(kind):
            return Config.converted(key, stated, each)
        if kind is bool:
            return stated.lower() in ("yes", "true")
        if kind is list:
            return json.loads(stated)
        return stated

    @classmethod
    def load(cls, path):
        path = path or os.environ.get("CONFIG")
        if not path:
            return DEFAULTS
        with open(path) as file:
            stated = json.load(file)
        merged = DEFAULTS.copy()
        merged.update(stated)
        return merged
`,
      'main.py': `
from openai import OpenAI
from config import Config
config = Config()
OpenAI().responses.create(model=config.fast_model, max_output_tokens=config.limit, input="One")
OpenAI().responses.create(model=config.slow, max_output_tokens=config.limit, input="Two")
OpenAI().responses.create(model=Config("mine.json").fast_model, input="Three")
`,
    };
    assert.deepEqual(await heads(files, 'main.py'), [
      'call openai-responses openai gpt-5.4-mini (environment) cap 300',
      'call openai-responses openai gpt-5.4 (environment) cap 300',
      'call openai-responses openai ? depends on FAST_MODEL (comes from a value that could not be read) (unknown) cap absent',
    ]);
  });

  it('are called like the keys of one of several tables (Python)', async () => {
    const source = `
from openai import OpenAI
NEAR = {"limit": 20, "model": "gpt-5.4-mini"}
FAR = {"model": "gpt-5.4", "limit": 30}
class Desk:
    def __init__(self, table):
        for key, value in table.items():
            setattr(self, f"{key}_used", value)
def sent(desk):
    OpenAI().responses.create(model=desk.model_used, max_output_tokens=desk.limit_used, input="Hello")
sent(Desk(NEAR))
sent(Desk(FAR))
sent(Desk(FAR if late() else NEAR))
sent(Desk({}))
sent(Desk({**NEAR, **read()}))
`;
    assert.deepEqual((await heads({ 'desk.py': source }, 'desk.py')).slice(1), [
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 20 via sent',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap 30 via sent',
      'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 30 via sent',
      'wrapper-call openai-responses openai ? depends on instance.model_used (computed while the program runs) (unknown) cap unknown via sent',
      'wrapper-call openai-responses openai ? depends on model (comes from a value that could not be read) (unknown) cap unknown via sent',
    ]);
  });
});
