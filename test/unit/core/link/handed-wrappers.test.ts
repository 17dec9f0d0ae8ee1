import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const HANDLERS = `
import litellm
class Base:
    async def complete(self, model, user): pass
class Handler(Base):
    async def complete(self, model, user):
        return await litellm.acompletion(model=model, messages=[{"role": "user", "content": user}])
`;

describe('reading wrappers that are handed in or over', () => {
  it('a class or an object that is a default (Python)', async () => {
    const files = {
      'handlers.py': HANDLERS,
      'use.py': `
from functools import partial
from handlers import Base, Handler
class A:
    def __init__(self, url, handler: partial[Base,] = Handler):
        self.handler = handler()
        self.handler.language = "en"
    async def run(self):
        return await self.handler.complete(model="gpt-5.4", user="A")
class B:
    def __init__(self, handler=None):
        self.handler = handler or Handler()
    async def run(self):
        return await self.handler.complete(model="gpt-5.4", user="B")
class C:
    def __init__(self, handler=Handler()):
        self.handler = handler
    async def run(self):
        return await self.handler.complete(model="gpt-5.4", user="C")
class D:
    def __init__(self, handler):
        self.handler = handler
    async def run(self):
        return await self.handler.complete(model="gpt-5.4", user="D")
`,
    };
    const wrapper = 'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via complete';
    assert.deepEqual(await sketchesOf(files, 'use.py'), [wrapper, '  user: A', wrapper, '  user: B', wrapper, '  user: C']);
  });

  it('functions that are written in a method and handed to a helper that calls them', async () => {
    const files = {
      'llm.py': `
from openai import OpenAI
client = OpenAI()
def retried(fn):
    try:
        return fn()
    except Exception:
        return fn()
class Desk:
    def __init__(self, model):
        self.model = model
    def _retried(self, fn):
        return fn()
    def ask(self, question):
        def call():
            return client.responses.create(model=self.model, input=question)
        return self._retried(call)
    def tool(self, app):
        def searched():
            return client.responses.create(model=self.model, input="Search.")
        app.register(searched)
def ask(question, model):
    def call():
        return client.responses.create(model=model, input=question)
    return retried(call)
`,
      'use.py': `
from llm import Desk, ask
Desk("gpt-5.4").ask("one")
ask("two", "gpt-5.4-mini")
Desk("gpt-5.4").tool(app)
`,
      'llm.ts': `
import OpenAI from 'openai';
const client = new OpenAI();
async function retried<T>(run: () => Promise<T>): Promise<T> {
  return await run();
}
export async function ask(question: string, model: string) {
  const call = async () => client.responses.create({ model, input: question });
  return await retried(call);
}
`,
      'use.ts': `
import { ask } from './llm';
await ask('three', 'gpt-5.4-nano');
`,
    };
    const head = (model: string) => `wrapper-call openai-responses openai ${model} (constant) cap absent via ask`;
    assert.deepEqual(await sketchesOf(files, 'use.py'), [head('gpt-5.4'), '  user: one', head('gpt-5.4-mini'), '  user: two']);
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [head('gpt-5.4-nano'), '  user: three']);
  });

  it('functions of the project that are run by a thread or a pool (Python)', async () => {
    const files = {
      'llm.py': `
from functools import partial
import asyncio
import concurrent.futures
from openai import OpenAI
class Client:
    def ask(self, model, prompt):
        return OpenAI().responses.create(model=model, input=prompt)
def run(text):
    with concurrent.futures.ThreadPoolExecutor() as pool:
        pool.submit(Client().ask, "gpt-5.4", "One.")
        pool.submit(print, "gpt-5.4", "Nothing.")
async def later(text):
    client = Client()
    await asyncio.to_thread(client.ask, "gpt-5.4-mini", prompt="Two.")
    await asyncio.get_running_loop().run_in_executor(None, partial(client.ask, "gpt-5.4"), "Three.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'llm.py'), [
      'call openai-responses openai ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user: {prompt ~call}',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
      '  user: Two.',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: Three.',
    ]);
  });

  it('functions of the project that are called with each item, or by a thread of their own (Python, TypeScript)', async () => {
    const files = {
      'llm.py': `
import threading
from concurrent.futures import ThreadPoolExecutor
from openai import OpenAI
def ask(prompt, model="gpt-5.4-mini"):
    return OpenAI().responses.create(model=model, input=prompt)
def run(texts, frame):
    with ThreadPoolExecutor() as pool:
        list(pool.map(ask, ["One.", "Two."]))
    list(map(ask, texts))
    frame["text"].apply(ask)
    threading.Thread(target=ask, args=("Three.",), kwargs={"model": "gpt-5.4"}).start()
    threading.Thread(target=print, args=("Nothing.",)).start()
    list(map(str, texts))
`,
      'llm.ts': `
import OpenAI from 'openai';
const client = new OpenAI();
async function ask(prompt: string) {
  return client.responses.create({ model: 'gpt-5.4', input: prompt });
}
await Promise.all(['One.'].map(ask));
`,
    };
    const found = 'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask';
    assert.deepEqual((await sketchesOf(files, 'llm.py')).slice(2), [
      found,
      '  user: [One. | Two.]',
      `${found} WRAPPER`,
      '  user: {item ~unknown}',
      `${found} WRAPPER`,
      '  user: {item ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: Three.',
    ]);
    assert.deepEqual((await sketchesOf(files, 'llm.ts')).slice(2), [
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via ask',
      '  user: One.',
    ]);
  });
});
