import assert from 'node:assert/strict';
import { sketchesOfAll } from '../../link-project';

const heads = (lines: readonly string[] = []) => lines.filter(line => !line.startsWith(' '));

const provider = (name: string, send: string) => `
from openai import AsyncOpenAI

class Chat${name}:
    def __init__(self, model: str = "gpt-5.4-nano"):
        self.model = model

    async def ask(self, messages):
        return ${send}
`;

const files = {
  'llm/base.py': `
from typing import Protocol

class ChatModel(Protocol):
    model: str

    async def ask(self, messages): ...
`,
  'llm/openai.py': provider(
    'OpenAI',
    'await AsyncOpenAI().chat.completions.create(model=self.model, messages=messages, max_completion_tokens=400)',
  ),
  'llm/groq.py': provider(
    'Groq',
    'await AsyncOpenAI(base_url="https://api.groq.com/openai/v1").chat.completions.create(model=self.model, messages=messages)',
  ),
  'llm/xai.py': provider(
    'XAI',
    'await AsyncOpenAI(base_url="https://api.x.ai/v1").chat.completions.create(model=self.model, messages=messages, max_tokens=50)',
  ),
  'llm/mistral.py': provider(
    'Mistral',
    'await AsyncOpenAI(base_url="https://api.mistral.ai/v1").chat.completions.create(model=self.model, messages=messages, max_tokens=70)',
  ),
  'agent.py': `
from llm.base import ChatModel
from llm.groq import ChatGroq

class Agent:
    def __init__(self, task: str, llm: ChatModel | None = None):
        if llm is None:
            llm = ChatGroq()
        self.llm = llm
        self.task = task

    async def answer(self, messages):
        return await self.llm.ask(messages)

    async def answer_again(self, messages):
        return await self.answer(messages)

    async def next_action(self):
        return await self.answer_again([{"role": "user", "content": self.task}])

    async def step(self):
        return await self.next_action()

    async def run(self):
        return await self.step()
`,
};

describe('a call that leads to one of many objects, through more functions than are followed for all of them', () => {
  it('is told where the object is passed', async () => {
    const main = `
from agent import Agent
from llm.openai import ChatOpenAI
from llm.xai import ChatXAI

agent = Agent("Find the cheapest flight", llm=ChatOpenAI(model="gpt-5.4-mini"))
await agent.run()
await Agent("Find a hotel", ChatXAI("grok-4")).run()
`;
    const told = await sketchesOfAll({ ...files, 'main.py': main });
    const via = 'via run > step > next_action > answer_again > answer > ask';
    assert.deepEqual(heads(told.get('main.py')), [
      `wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 400 ${via}`,
      `wrapper-call openai-chat x-ai grok-4 (constant) cap 50 ${via}`,
    ]);
  });

  it('is told there of an object that is known by its type alone, too', async () => {
    const agent = `
from llm.base import ChatModel

class Agent:
    def __init__(self, task: str, llm: ChatModel):
        self.llm = llm
        self.task = task

    async def answer(self, messages):
        return await self.llm.ask(messages)

    async def answer_again(self, messages):
        return await self.answer(messages)

    async def next_action(self):
        return await self.answer_again([{"role": "user", "content": self.task}])

    async def step(self):
        return await self.next_action()

    async def run(self):
        return await self.step()
`;
    const main = `
from agent import Agent
from llm.openai import ChatOpenAI

await Agent("Find the cheapest flight", ChatOpenAI("gpt-5.4-mini")).run()
`;
    const told = await sketchesOfAll({ ...files, 'agent.py': agent, 'main.py': main });
    assert.deepEqual(heads(told.get('main.py')), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 400 via run > step > next_action > answer_again > answer > ask',
    ]);
  });

  it('is told there of what implements an interface (TypeScript)', async () => {
    const makers = ['OpenAI', 'Groq', 'XAI'].map(
      (name, index) => `
import OpenAI from 'openai';
import type { ChatModel } from './model';
export class Chat${name} implements ChatModel {
  constructor(private readonly model: string) {}
  async ask(messages: OpenAI.ChatCompletionMessageParam[]) {
    return new OpenAI().chat.completions.create({ model: this.model, messages, max_completion_tokens: ${index + 1}00 });
  }
}
`,
    );
    const agent = `
import type { ChatModel } from './model';
export class Agent {
  constructor(private readonly task: string, private readonly llm: ChatModel) {}
  answer(messages: unknown[]) { return this.llm.ask(messages); }
  answerAgain(messages: unknown[]) { return this.answer(messages); }
  nextAction() { return this.answerAgain([{ role: 'user', content: this.task }]); }
  step() { return this.nextAction(); }
  async run() { return await this.step(); }
}
`;
    const main = `
import { Agent } from './agent';
import { ChatGroq } from './groq';
await new Agent('Find the cheapest flight', new ChatGroq('gpt-5.4-mini')).run();
`;
    const [openai = '', groq = '', xai = ''] = makers;
    const model = 'export interface ChatModel { ask(messages: unknown[]): Promise<unknown>; }';
    const told = await sketchesOfAll({
      'model.ts': model,
      'openai.ts': openai,
      'groq.ts': groq,
      'xai.ts': xai,
      'agent.ts': agent,
      'main.ts': main,
    });
    assert.deepEqual(heads(told.get('main.ts')), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 200 via run > step > nextAction > answerAgain > answer > ask',
    ]);
  });

  it('is told where it is passed that one of many fills by embeddings, but not of those that do not', async () => {
    const main = `
import OpenAI from 'openai';
interface Store { add(text: string): Promise<void> }
class VectorStore implements Store {
  async add(text: string) { await new OpenAI().embeddings.create({ model: 'text-embedding-3-small', input: text }); }
}
class FileStore implements Store { async add(_: string) {} }
class MemoryStore implements Store { async add(_: string) {} }
class Notes {
  constructor(private store: Store) {}
  write(text: string) { return this.check(text); }
  check(text: string) { return this.tidy(text); }
  tidy(text: string) { return this.keep(text); }
  keep(text: string) { return this.put(text); }
  put(text: string) { return this.store.add(text); }
}
await new Notes(new FileStore()).write('First');
await new Notes(new VectorStore()).write('Second');
`;
    const told = heads((await sketchesOfAll({ 'main.ts': main })).get('main.ts'));
    assert.deepEqual(
      told.filter(line => !line.endsWith('WRAPPER')),
      [
        'wrapper-call openai-embeddings openai text-embedding-3-small (literal) cap unsupported via write > check > tidy > keep > put > add',
      ],
    );
  });
});

describe('a call of one of many functions, through more of them than are followed each (Python)', () => {
  const around = (name: string) => `
def with_${name}(send):
    async def ${name}(**kwargs):
        return await send(**kwargs)
    return ${name}
`;

  const model = `
from litellm import acompletion
${['retries', 'cache', 'limits', 'metrics', 'logs'].map(around).join('')}
class Model:
    def __init__(self, name, options):
        async def base(**kwargs):
            return await acompletion(model=name, max_tokens=300, **kwargs)
        send = base
        if options.retries:
            send = with_retries(send)
        if options.cache:
            send = with_cache(send)
        if options.limits:
            send = with_limits(send)
        if options.metrics:
            send = with_metrics(send)
        self._send = with_logs(send)

    async def complete(self, **kwargs):
        return await self._send(**kwargs)
`;

  it('is told, without a model or a cap that another of them may replace', async () => {
    const main = `
from model import Model
from options import load

class Search:
    def __init__(self):
        self.model = Model("gpt-5.4-mini", load())

    async def search(self, question):
        return await self.model.complete(messages=[{"role": "user", "content": question}])
`;
    const told = await sketchesOfAll({ 'model.py': model, 'main.py': main });
    assert.deepEqual(heads(told.get('main.py')), [
      'wrapper-call openai-chat ? ? depends on which object it is called on (unknown) cap unknown via complete > logs > base WRAPPER',
    ]);
  });

  it('is told where all that it sends is known, and not again at the callers of that', async () => {
    const models = ['One', 'Two', 'Three', 'Four'].map(
      name => `
class ${name}:
    def __init__(self, model):
        self.model = model
    def complete(self, messages):
        return OpenAI(base_url="https://${name.toLowerCase()}.example/v1").chat.completions.create(model=self.model, messages=messages)
`,
    );
    const ask = `
from openai import OpenAI
${models.join('')}
def model_for(maker, model):
    if maker == "one":
        return One(model)
    if maker == "two":
        return Two(model)
    if maker == "three":
        return Three(model)
    return Four(model)
`;
    const steps = `
from models import model_for
from settings import fetch

class Log:
    @classmethod
    def add(cls, session, text):
        session.add(text)
        session.query(Log).filter(text).first()

class Step:
    def __init__(self, session, llm):
        self.session = session
        self.llm = llm

    def run(self):
        Log.add(self.session, "step")
        return self.think()

    def think(self):
        return self.ask()

    def ask(self):
        return self.llm.complete([{"role": "user", "content": "Name three hotels"}])

class Executor:
    def execute(self, session, step):
        config = fetch(session, step)
        return Step(session, model_for(config["maker"], config["model"])).run()
`;
    const main = 'from database import Session\nfrom steps import Executor\n\nExecutor().execute(Session(), 4)\n';
    const told = await sketchesOfAll({ 'models.py': ask, 'steps.py': steps, 'main.py': main });
    assert.equal(heads(told.get('steps.py')).filter(line => !line.endsWith('WRAPPER')).length, 1);
    assert.deepEqual(heads(told.get('main.py')), []);
  });
});
