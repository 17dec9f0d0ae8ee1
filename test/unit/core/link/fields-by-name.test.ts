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
        'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap absent via ask',
      ],
    );
  });
});
