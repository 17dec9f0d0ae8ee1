import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading factories', () => {
  it('a factory whose body tells nothing, by its return type (Python)', async () => {
    const files = {
      'clients.py': `
from openai import OpenAI

def get_client() -> OpenAI:
    return registry.resolve("openai")
`,
      'main.py': `
from clients import get_client

def stored():
    client = get_client()
    client.chat.completions.create(model="gpt-5.4", max_tokens=5, messages=[{"role": "user", "content": "hi"}])

def direct():
    get_client().chat.completions.create(model="gpt-5.4-mini", messages=[{"role": "user", "content": "hi"}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap 5',
      '  user: hi',
      'call openai-chat openai gpt-5.4-mini (literal) cap absent',
      '  user: hi',
    ]);
  });

  it('a factory whose body tells nothing, by its return type (TypeScript)', async () => {
    const files = {
      'clients.ts': `
import OpenAI from 'openai';
import { container } from 'tsyringe';

export const getClient = (): OpenAI => container.get('openai');
export async function getShared(): Promise<OpenAI> {
  return cache.get('openai');
}
export function untyped() {
  return cache.get('openai');
}
`,
      'main.ts': `
import { getClient, getShared, untyped } from './clients';

export async function run() {
  const client = getClient();
  await client.chat.completions.create({ model: 'gpt-5.4', messages: [] });
  await (await getShared()).chat.completions.create({ model: 'gpt-5.4-mini', messages: [] });
  await untyped().chat.completions.create({ model: 'gpt-5.4-nano', messages: [] });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      'call openai-chat openai gpt-5.4-mini (literal) cap absent',
    ]);
  });

  it('a factory says more than its return type', async () => {
    const files = {
      'main.py': `
from openai import OpenAI

def get_client() -> OpenAI:
    return OpenAI(base_url="https://openrouter.ai/api/v1")

get_client().chat.completions.create(model="openai/gpt-5.4", messages=[])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), ['call openai-chat openrouter openai/gpt-5.4 (literal) cap absent']);
  });

  it('properties and cached functions (Python)', async () => {
    const files = {
      'main.py': `
from functools import cached_property, lru_cache
from openai import AsyncOpenAI

class Llm:
    @property
    def client(self):
        if self._client is None:
            self._client = AsyncOpenAI()
        return self._client

    @cached_property
    def shared(self) -> AsyncOpenAI:
        return make()

    @lru_cache
    def cached(self):
        return AsyncOpenAI()

    async def run(self):
        await self.client.chat.completions.create(model="gpt-5.4", messages=[])
        await self.shared.chat.completions.create(model="gpt-5.4-mini", messages=[])
        await self.cached().chat.completions.create(model="gpt-5.4-nano", messages=[])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      'call openai-chat openai gpt-5.4-mini (literal) cap absent',
      'call openai-chat openai gpt-5.4-nano (literal) cap absent',
    ]);
  });

  it('getters, private fields and constructors (TypeScript)', async () => {
    const files = {
      'main.ts': `
import OpenAI from 'openai';

class Llm {
  private _client?: OpenAI;
  get client() {
    if (!this._client) this._client = new OpenAI();
    return this._client;
  }
  get typed(): OpenAI {
    return make();
  }
  run() {
    this.client.chat.completions.create({ model: 'gpt-5.4', messages: [] });
    this.typed.chat.completions.create({ model: 'gpt-5.4-mini', messages: [] });
  }
}

class Service {
  #own = new OpenAI();
  given: OpenAI;
  static MODEL = 'gpt-5.4-nano';
  constructor(private readonly llm: Llm, client?: OpenAI) {
    this.given = client ?? new OpenAI();
  }
  run() {
    this.llm.client.chat.completions.create({ model: 'gpt-5.4', messages: [] });
    this.given.chat.completions.create({ model: 'gpt-5.4-mini', messages: [] });
    this.#own.chat.completions.create({ model: Service.MODEL, messages: [] });
  }
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      'call openai-chat openai gpt-5.4-mini (literal) cap absent',
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      'call openai-chat openai gpt-5.4-mini (literal) cap absent',
      'call openai-chat openai gpt-5.4-nano (constant) cap absent',
    ]);
  });

  it('context managers and what they hand out (Python)', async () => {
    const files = {
      'main.py': `
from contextlib import asynccontextmanager, contextmanager
from openai import AsyncOpenAI, OpenAI

@contextmanager
def opened():
    client = OpenAI()
    yield client

@asynccontextmanager
async def opened_async():
    async with AsyncOpenAI() as client:
        yield client

class Session:
    def __enter__(self):
        self.client = OpenAI()
        return self.client

    def __exit__(self, *exc):
        pass

async def run():
    with OpenAI() as client:
        client.chat.completions.create(model="gpt-5.4", messages=[])
    with opened() as client:
        client.chat.completions.create(model="gpt-5.4-mini", messages=[])
    async with opened_async() as client:
        await client.chat.completions.create(model="gpt-5.4-nano", messages=[])
    with Session() as client:
        client.chat.completions.create(model="gpt-4.1", messages=[])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      'call openai-chat openai gpt-5.4-mini (literal) cap absent',
      'call openai-chat openai gpt-5.4-nano (literal) cap absent',
      'call openai-chat openai gpt-4.1 (literal) cap absent',
    ]);
  });

  it('a singleton made in __new__ (Python)', async () => {
    const files = {
      'main.py': `
from openai import OpenAI

class Llm:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.client = OpenAI()
            cls._instance.model = "gpt-5.4"
        return cls._instance

    @classmethod
    def get(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    def ask(self, question):
        return self.client.chat.completions.create(model=self.model, messages=[{"role": "user", "content": question}])

Llm().ask("one")
Llm.get().ask("two")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-chat openai gpt-5.4 (constant) cap absent WRAPPER',
      '  user: {question ~call}',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via ask',
      '  user: one',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via ask',
      '  user: two',
    ]);
  });

  it('no object that a test makes without its constructor, to set doubles on it (Python)', async () => {
    const files = {
      'shop.py': `
from openai import OpenAI
class Base:
    def __new__(cls, *args):
        return super().__new__(cls)
class Shop(Base):
    def __init__(self, model="gpt-5.4"):
        self.client = OpenAI()
        self.model = model
    def ask(self, text):
        return self.client.responses.create(model=self.model, input=text)
    def copy(self):
        made = Shop.__new__(Shop)
        made.__dict__.update(self.__dict__)
        return made
Shop("gpt-5.4-mini").ask("Hi.")
`,
      'test_shop.py': `
from types import SimpleNamespace
from unittest.mock import Mock
from shop import Shop
def shop(cls=Shop):
    made = cls.__new__(cls)
    made.client = SimpleNamespace(responses=SimpleNamespace(create=Mock()))
    return made
def test_asks():
    shop().ask("One.")
    bare = Shop.__new__(Shop)
    bare.client = Mock()
    bare.ask("Two.")
    object.__new__(Shop).ask("Three.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'test_shop.py'), []);
    assert.deepEqual((await sketchesOf(files, 'shop.py')).slice(2), [
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
      '  user: Hi.',
    ]);
  });

  it('a singleton behind getInstance (TypeScript)', async () => {
    const files = {
      'main.ts': `
import OpenAI from 'openai';

class Llm {
  private static instance: Llm;
  static getInstance(): Llm {
    if (!Llm.instance) {
      Llm.instance = new Llm();
    }
    return Llm.instance;
  }
  #client = new OpenAI();
  private model = 'gpt-5.4';
  ask(question: string) {
    return this.#client.chat.completions.create({ model: this.model, messages: [{ role: 'user', content: question }] });
  }
}

Llm.getInstance().ask('hi');
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-chat openai gpt-5.4 (constant) cap absent WRAPPER',
      '  user: {question ~call}',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via ask',
      '  user: hi',
    ]);
  });

  it('what FastAPI passes (Python)', async () => {
    const files = {
      'main.py': `
from typing import Annotated
from fastapi import Depends, FastAPI
from openai import AsyncOpenAI

app = FastAPI()

def get_client():
    return AsyncOpenAI()

async def lend_client():
    client = AsyncOpenAI()
    try:
        yield client
    finally:
        await client.close()

Client = Annotated[AsyncOpenAI, Depends(get_client)]

@app.post("/a")
async def a(client=Depends(get_client)):
    await client.chat.completions.create(model="gpt-5.4", messages=[])

@app.post("/b")
async def b(client: Client):
    await client.chat.completions.create(model="gpt-5.4-mini", messages=[])

@app.post("/c")
async def c(client=Depends(lend_client)):
    await client.chat.completions.create(model="gpt-5.4-nano", messages=[])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      'call openai-chat openai gpt-5.4-mini (literal) cap absent',
      'call openai-chat openai gpt-5.4-nano (literal) cap absent',
    ]);
  });

  it('a choice of providers is one call with candidates (Python)', async () => {
    const files = {
      'providers.py': `
from anthropic import Anthropic
from openai import OpenAI

class OpenAIProvider:
    def __init__(self):
        self.client = OpenAI()

    def complete(self, prompt):
        return self.client.chat.completions.create(
            model="gpt-5.4", max_tokens=100, messages=[{"role": "user", "content": prompt}]
        )

class AnthropicProvider:
    def __init__(self):
        self.client = Anthropic()

    def complete(self, prompt):
        return self.client.messages.create(
            model="claude-sonnet-4-5", max_tokens=200, messages=[{"role": "user", "content": prompt}]
        )

PROVIDERS = {"openai": OpenAIProvider, "anthropic": AnthropicProvider}

def get_provider(name):
    if name == "openai":
        return OpenAIProvider()
    elif name == "anthropic":
        return AnthropicProvider()
    raise ValueError(name)
`,
      'main.py': `
from providers import PROVIDERS, get_provider

def run(name):
    PROVIDERS[name]().complete("one")
    get_provider(name).complete("two")
    PROVIDERS["anthropic"]().complete("three")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'wrapper-call openai-chat ? ? one of gpt-5.4, claude-sonnet-4-5 (constant) cap 200 via complete WRAPPER',
      '  user: one',
      'wrapper-call openai-chat ? ? one of gpt-5.4, claude-sonnet-4-5 (constant) cap 200 via complete WRAPPER',
      '  user: two',
      'wrapper-call anthropic-messages anthropic claude-sonnet-4-5 (literal) cap 200 via complete',
      '  user: three',
    ]);
  });

  it('a choice of providers, of which one is not known (TypeScript)', async () => {
    const files = {
      'main.ts': `
import OpenAI from 'openai';
import Anthropic from '@anthropic-ai/sdk';
import { LocalProvider } from 'local-llm';

class OpenAIProvider {
  private client = new OpenAI();
  async complete(prompt: string) {
    return this.client.chat.completions.create({ model: 'gpt-5.4', max_tokens: 100, messages: [{ role: 'user', content: prompt }] });
  }
}
class AnthropicProvider {
  private client = new Anthropic();
  async complete(prompt: string) {
    return this.client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 200, messages: [{ role: 'user', content: prompt }] });
  }
}
const both = { openai: new OpenAIProvider(), anthropic: new AnthropicProvider() };
const all = { openai: new OpenAIProvider(), local: new LocalProvider() };

export async function run(name: string) {
  await both[name].complete('one');
  await all[name].complete('two');
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-chat openai gpt-5.4 (literal) cap 100 WRAPPER',
      '  user: {prompt ~call}',
      'call anthropic-messages anthropic claude-sonnet-4-5 (literal) cap 200 WRAPPER',
      '  user: {prompt ~call}',
      'wrapper-call openai-chat ? ? one of gpt-5.4, claude-sonnet-4-5 (constant) cap 200 via complete WRAPPER',
      '  user: one',
      'wrapper-call openai-chat ? ? depends on which object it is called on (unknown) cap unknown via complete WRAPPER',
      '  user: two',
    ]);
  });
});
