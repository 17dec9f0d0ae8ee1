import assert from 'node:assert/strict';
import { linkProject, sketchesOf, sketchesOfAll } from '../../link-project';

describe('reading wrappers', () => {
  it('two layers of wrappers (Python)', async () => {
    const files = {
      'app/llm.py': `
from openai import OpenAI
client = OpenAI()

def complete(messages, model="gpt-5.4-mini", **kwargs):
    return client.chat.completions.create(model=model, messages=messages, **kwargs)

def ask(prompt, system=None, model=None, max_tokens=200):
    messages = []
    if system:
        messages.append({"role": "system", "content": system})
    messages.append({"role": "user", "content": prompt})
    return complete(messages, model=model or "gpt-5.4", max_tokens=max_tokens)
`,
      'app/use.py': `
from app.llm import ask, complete
def a(t):
    return ask(f"Title for {t}", max_tokens=20)
def b(t):
    return ask("Poem.", system="You rhyme.", model="gpt-5.4-nano")
def c(t):
    return complete([{"role": "user", "content": t}])
def d(t):
    return complete([{"role": "user", "content": t}], "gpt-5.4-nano", max_completion_tokens=7)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 20 via ask > complete',
      '  user: Title for {t ~unknown}',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap 200 via ask > complete',
      '  system system: You rhyme.',
      '  user: Poem.',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via complete WRAPPER',
      '  user: {t ~unknown}',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap 7 via complete WRAPPER',
      '  user: {t ~unknown}',
    ]);
  });

  it('eight layers of wrappers (Python)', async () => {
    const layers = Array.from({ length: 8 }, (_, layer) => `def ask${layer + 1}(text, model):\n    return ask${layer}(text, model)\n`);
    const source = `
from openai import OpenAI
client = OpenAI()
def ask0(text, model):
    return client.responses.create(model=model, input=text)
${layers.join('')}
ask7("Hello.", "gpt-5.4")
ask8("Too deep.", "gpt-5.4")
`;
    const found = await sketchesOf({ 'app.py': source }, 'app.py');
    assert.deepEqual(found.slice(-2), [
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask7 > ask6 > ask5 > ask4 > ask3 > ask2 > ask1 > ask0',
      '  user: Hello.',
    ]);
  });

  it('says of a call through wrappers which calls inside of them it leads through, on all ways', async () => {
    const files = {
      'llm.ts': `
import OpenAI from 'openai';
const client = new OpenAI();
const long = (model: string, input: string) => client.responses.create({ model, input, max_output_tokens: 900 });
const short = (model: string, input: string) => client.responses.create({ model, input, max_output_tokens: 90 });
export const ask = (kind: string, input: string) => (kind === 'long' ? long : short)('gpt-5.4', input);
export const twice = (input: string) => ask('short', input);
`,
      'use.ts': `
import { ask, twice } from './llm';
export const one = (kind: string) => ask(kind, 'Hi.');
export const two = twice('Hi.');
`,
    };
    const { sites } = await linkProject(files, 'use.ts');
    const text = files['llm.ts'];
    const inner = sites.map(({ innerCalls = [] }) => innerCalls.map(({ start, end }) => text.slice(start, end)));
    const sdk = (cap: number) => `client.responses.create({ model, input, max_output_tokens: ${cap} })`;
    const choice = "(kind === 'long' ? long : short)('gpt-5.4', input)";
    assert.deepEqual(inner, [
      [choice, sdk(900), sdk(90)],
      ["ask('short', input)", choice, sdk(90)],
    ]);
  });

  it('a wrapper as a method (Python)', async () => {
    const files = {
      'app/llm.py': `
from openai import AsyncOpenAI
class LLM:
    def __init__(self, model="gpt-5.4-mini", cap=300):
        self.model = model
        self.cap = cap
        self.client = AsyncOpenAI()
    async def ask(self, prompt, system="You are helpful.", model=None):
        r = await self.client.chat.completions.create(
            model=model or self.model, max_completion_tokens=self.cap,
            messages=[{"role": "system", "content": system}, {"role": "user", "content": prompt}])
        return r.choices[0].message.content
`,
      'app/use.py': `
from .llm import LLM
llm = LLM()
big = LLM(model="gpt-5.4", cap=900)
async def a(t):
    return await llm.ask(f"About {t}?")
async def b(t):
    return await big.ask(f"About {t}?", system="Be curt.")
async def c(t):
    return await big.ask("Hi", model="gpt-5.4-nano")
class Service:
    def __init__(self, llm: LLM):
        self.llm = llm
    async def run(self, t):
        return await self.llm.ask(t)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 300 via ask',
      '  system system: You are helpful.',
      '  user: About {t ~unknown}?',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 900 via ask',
      '  system system: Be curt.',
      '  user: About {t ~unknown}?',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap 900 via ask',
      '  system system: You are helpful.',
      '  user: Hi',
      'wrapper-call openai-chat openai ? one of gpt-5.4-mini, gpt-5.4, by what is passed for model (default) cap 900 via ask WRAPPER',
      '  system system: You are helpful.',
      '  user: {t ~unknown}',
    ]);
  });

  it('promise chains and closures (JavaScript)', async () => {
    const files = {
      'src/use.js': `
const OpenAI = require('openai');
const { OpenAI: Client } = require('openai');
const openai = new OpenAI();
const other = new Client();
function makeAsk(model) {
  return prompt => openai.chat.completions.create({ model, messages: [{ role: 'user', content: prompt }] }).then(r => r.choices[0].message.content);
}
const fast = makeAsk('gpt-5.4-nano');
module.exports.title = text => fast(\`Title: \${text}\`);
module.exports.b = text => other.responses.create({ model: 'gpt-5.4', input: \`B \${text}\` }).then(r => r.output_text);
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.js'), [
      'call openai-chat openai ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user: {prompt ~call}',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap absent via fast',
      '  user: Title: {text ~unknown}',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: B {text ~unknown}',
    ]);
  });

  it('wrappers of two layers (TypeScript)', async () => {
    const files = {
      'src/llm.ts': `
import OpenAI from 'openai';
const openai = new OpenAI();
export interface Opts { model?: string; maxTokens?: number; system?: string }
export async function complete(messages: any[], opts: Opts = {}) {
  return openai.chat.completions.create({ model: opts.model ?? 'gpt-5.4-mini', max_completion_tokens: opts.maxTokens, messages });
}
export async function ask(prompt: string, { system = 'You help.', ...rest }: Opts = {}) {
  return complete([{ role: 'system', content: system }, { role: 'user', content: prompt }], rest);
}
`,
      'src/use.ts': `
import { ask, complete } from './llm';
export const a = (t: string) => ask(\`Title for \${t}\`, { maxTokens: 20 });
export const b = () => ask('Poem.', { system: 'You rhyme.', model: 'gpt-5.4' });
export const c = () => complete([{ role: 'user', content: 'Hi.' }]);
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 20 via ask > complete',
      '  system system: You help.',
      '  user: Title for {t ~unknown}',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via ask > complete',
      '  system system: You rhyme.',
      '  user: Poem.',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via complete',
      '  user: Hi.',
    ]);
  });

  it('a wrapper class, injected (TypeScript)', async () => {
    const files = {
      'src/llm.ts': `
import OpenAI from 'openai';
export class Llm {
  constructor(private readonly client: OpenAI, private readonly model = 'gpt-5.4-mini') {}
  async ask(prompt: string, { cap = 256 }: { cap?: number } = {}) {
    return this.client.responses.create({ model: this.model, input: prompt, max_output_tokens: cap });
  }
}
`,
      'src/use.ts': `
import OpenAI from 'openai';
import { Llm } from './llm';
const llm = new Llm(new OpenAI());
export const a = (t: string) => llm.ask(\`Title: \${t}\`);
export class Service {
  constructor(private llm: Llm) {}
  b(t: string) { return this.llm.ask(\`Title: \${t}\`, { cap: 9 }); }
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 256 via ask',
      '  user: Title: {t ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4-mini (default) cap 9 via ask WRAPPER',
      '  user: Title: {t ~unknown}',
    ]);
  });

  it('base and derived agents (Python)', async () => {
    const files = {
      'agents.py': `
from anthropic import Anthropic
class BaseAgent:
    system = "You are a helper."
    def __init__(self, model="claude-haiku-5-5", max_tokens=300):
        self.client = Anthropic()
        self.model = model
        self.max_tokens = max_tokens
    def run(self, text):
        return self.client.messages.create(model=self.model, max_tokens=self.max_tokens, system=self.system, messages=[{"role": "user", "content": text}])
class Writer(BaseAgent):
    system = "You write."
    def __init__(self):
        super().__init__(model="claude-sonnet-5-5", max_tokens=2000)
    def write(self, topic):
        return self.run(f"Write about {topic}.")
class Critic(BaseAgent):
    system = "You judge."
`,
      'use.py': `
from agents import Writer, Critic, BaseAgent
w = Writer()
w.run("Poem about rain.")
w.write("snow")
Critic(max_tokens=50).run("Is it good?")
BaseAgent().run("Hello.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call anthropic-messages anthropic claude-sonnet-5-5 (constant) cap 2000 via run',
      '  system system: You write.',
      '  user: Poem about rain.',
      'wrapper-call anthropic-messages anthropic claude-haiku-5-5 (constant) cap 50 via run',
      '  system system: You judge.',
      '  user: Is it good?',
      'wrapper-call anthropic-messages anthropic claude-haiku-5-5 (constant) cap 300 via run',
      '  system system: You are a helper.',
      '  user: Hello.',
    ]);
    // Whoever calls it, a writer asks the same model.
    assert.deepEqual((await sketchesOf(files, 'agents.py')).filter(line => !line.endsWith('WRAPPER')).slice(-3), [
      'wrapper-call anthropic-messages anthropic claude-sonnet-5-5 (constant) cap 2000 via run',
      '  system system: You write.',
      '  user: Write about {topic ~unknown}.',
    ]);
  });

  it('a decorator keeps a wrapper a wrapper (Python)', async () => {
    const files = {
      'use.py': `
from tenacity import retry, stop_after_attempt
import functools
from openai import OpenAI
client = OpenAI()
@retry(stop=stop_after_attempt(3))
def call(prompt, model="gpt-5.4-mini"):
    return client.responses.create(model=model, input=prompt)
call("One.")
call("Two.", model="gpt-5.4")
fast = functools.partial(call, model="gpt-5.4-nano")
fast("Three.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai gpt-5.4-mini (default) cap absent WRAPPER',
      '  user: {prompt ~call}',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via call',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via call',
      '  user: Two.',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap absent via call',
      '  user: Three.',
    ]);
  });

  it('static and class methods (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
class Llm:
    _client = None
    MODEL = "gpt-5.4-mini"
    @classmethod
    def client(cls):
        if cls._client is None:
            cls._client = OpenAI()
        return cls._client
    @classmethod
    def ask(cls, prompt, model=None):
        return cls.client().responses.create(model=model or cls.MODEL, input=prompt)
    @staticmethod
    def shout(prompt):
        return Llm.ask(prompt.upper() + "!", model="gpt-5.4")
Llm.ask("One.")
Llm.shout("Two.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai gpt-5.4-mini (default) cap absent WRAPPER',
      '  user: {prompt ~call}',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: {prompt.upper() ~call}!',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
      '  user: One.',
    ]);
  });

  it('a singleton (Python)', async () => {
    const files = {
      'svc.py': `
from openai import AsyncOpenAI
from config import settings
class Service:
    def __init__(self):
        self.client = AsyncOpenAI(api_key=settings.key, base_url=settings.base_url)
        self.model = settings.models["default"]
    async def summarise(self, text, *, words=50):
        prompt = f"Summarise in {words} words:\\n{text}"
        return await self._call(prompt, max_tokens=words * 2)
    async def _call(self, prompt, **kwargs):
        return await self.client.chat.completions.create(model=self.model, messages=[{"role": "user", "content": prompt}], **kwargs)
service = Service()
`,
      'config.py': `
import os
class Settings:
    key = os.environ["KEY"]
    base_url = os.environ.get("BASE_URL")
    models = {"default": "gpt-5.4", "small": "gpt-5.4-nano"}
settings = Settings()
`,
      'main.py': `
from svc import service
async def main(t):
    return await service.summarise(t)
async def short(t):
    return await service.summarise(t, words=10)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'wrapper-call openai-chat ? gpt-5.4 (constant) cap 100 via summarise > _call',
      '  user: Summarise in 50 words:\n{t ~unknown}',
      'wrapper-call openai-chat ? gpt-5.4 (constant) cap 20 via summarise > _call',
      '  user: Summarise in 10 words:\n{t ~unknown}',
    ]);
  });

  it('recursion (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
def solve(task, depth=0):
    if depth > 3:
        return task
    plan = client.responses.create(model="m", input=f"Plan {task}").output_text
    return solve(plan, depth + 1)
def ping(x):
    return pong(x)
def pong(x):
    client.responses.create(model=x, input="Hi.")
    return ping(x)
pong("m2")
ping("m3")
def text(n):
    return "a" + text(n - 1)
client.responses.create(model="m", input=text(3))
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai m (literal) cap absent',
      '  user: Plan {task ~unknown}',
      'wrapper-call openai-responses openai ? comes from the parameter x (caller) cap absent via pong WRAPPER',
      '  user: Hi.',
      'call openai-responses openai ? comes from the parameter x (caller) cap absent WRAPPER',
      '  user: Hi.',
      'wrapper-call openai-responses openai ? comes from the parameter x (caller) cap absent via ping > pong WRAPPER',
      '  user: Hi.',
      'wrapper-call openai-responses openai m2 (constant) cap absent via pong',
      '  user: Hi.',
      'wrapper-call openai-responses openai m3 (constant) cap absent via ping > pong',
      '  user: Hi.',
      'call openai-responses openai m (literal) cap absent',
      '  user: a{text() ~unknown}',
    ]);
  });

  it('cyclic imports and wrappers around each other (Python)', async () => {
    const files = {
      'a.py': `
from b import ask, SUFFIX
NAME = "Ada" + SUFFIX
def go():
    return ask("Hi " + NAME)
`,
      'b.py': `
from openai import OpenAI
import a
SUFFIX = "!"
MODEL = "m"
def ask(q):
    return OpenAI().responses.create(model=MODEL, input=q)
def again():
    return a.go()
`,
      'use.py': `
import a, b
b.ask("x " + a.NAME)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call openai-responses openai m (constant) cap absent via ask',
      '  user: x Ada!',
    ]);
  });

  it('options with defaults merged (TypeScript)', async () => {
    const files = {
      'src/llm.ts': `
import Anthropic from '@anthropic-ai/sdk';
const DEFAULTS = { model: 'claude-haiku-5-5', max_tokens: 256 };
export class Claude {
  private client = new Anthropic();
  private options: typeof DEFAULTS;
  constructor(options: Partial<typeof DEFAULTS> = {}) { this.options = { ...DEFAULTS, ...options }; }
  async complete(prompt: string, overrides: Partial<typeof DEFAULTS> = {}) {
    return this.client.messages.create({ ...this.options, ...overrides, messages: [{ role: 'user', content: prompt }] });
  }
}
`,
      'src/use.ts': `
import { Claude } from './llm';
const plain = new Claude();
const big = new Claude({ model: 'claude-opus-5', max_tokens: 4000 });
plain.complete('One.');
big.complete('Two.');
big.complete('Three.', { max_tokens: 10 });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'wrapper-call anthropic-messages anthropic claude-haiku-5-5 (constant) cap 256 via complete',
      '  user: One.',
      'wrapper-call anthropic-messages anthropic claude-opus-5 (constant) cap 4000 via complete',
      '  user: Two.',
      'wrapper-call anthropic-messages anthropic claude-opus-5 (constant) cap 10 via complete',
      '  user: Three.',
    ]);
  });

  it('inherited clients in TypeScript (TypeScript)', async () => {
    const files = {
      'src/base.ts': `
import Anthropic from '@anthropic-ai/sdk';
export abstract class Base {
  protected client: Anthropic;
  protected abstract readonly model: string;
  protected get system(): string { return 'Base.'; }
  constructor(protected readonly cap = 100) { this.client = new Anthropic(); }
  run(text: string) { return this.client.messages.create({ model: this.model, max_tokens: this.cap, system: this.system, messages: [{ role: 'user', content: text }] }); }
}
`,
      'src/use.ts': `
import { Base } from './base';
class Poet extends Base {
  protected readonly model = 'claude-opus-5';
  protected get system() { return 'You rhyme.'; }
  constructor() { super(700); }
}
new Poet().run('Rain.');
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'wrapper-call anthropic-messages anthropic claude-opus-5 (constant) cap 700 via run',
      '  system system: You rhyme.',
      '  user: Rain.',
    ]);
  });

  it('commonjs, default interop, dynamic import (JavaScript)', async () => {
    const files = {
      'src/lib.js': `
const Anthropic = require('@anthropic-ai/sdk').default;
const client = new Anthropic();
async function ask(prompt, opts = {}) {
  const { model = 'claude-haiku-5-5', max_tokens = 99, ...rest } = opts;
  return client.messages.create({ model, max_tokens, messages: [{ role: 'user', content: prompt }], ...rest });
}
module.exports = { ask };
`,
      'src/use.js': `
const { ask } = require('./lib');
const lib = require('./lib');
ask('One.');
lib.ask('Two.', { model: 'claude-opus-5' });
(async () => {
  const { default: OpenAI } = await import('openai');
  const openai = new OpenAI();
  await openai.responses.create({ model: 'm', input: 'Dyn.' });
})();
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.js'), [
      'wrapper-call anthropic-messages anthropic claude-haiku-5-5 (constant) cap 99 via ask',
      '  user: One.',
      'wrapper-call anthropic-messages anthropic claude-opus-5 (constant) cap 99 via ask',
      '  user: Two.',
      'call openai-responses openai m (literal) cap absent',
      '  user: Dyn.',
    ]);
  });

  it('React and Next handlers (TypeScript)', async () => {
    const files = {
      'app/actions.ts': `
'use server';
import OpenAI from 'openai';
const openai = new OpenAI();
export async function generate(formData: FormData) {
  const topic = formData.get('topic') as string;
  const { choices } = await openai.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: topic }] });
  return choices[0];
}
export default async function handler(req: any, res: any) {
  const { prompt, model = 'gpt-5.4' } = req.body;
  const r = await openai.chat.completions.create({ model, messages: [{ role: 'user', content: prompt }] });
  res.json(r);
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/actions.ts'), [
      'call openai-chat openai m (literal) cap absent',
      '  user: {topic ~unknown}',
      'call openai-chat openai gpt-5.4 (default) cap absent',
      '  user: {req.body.prompt ~call}',
    ]);
  });

  it('clients passed on without a type (Python)', async () => {
    const files = {
      'llm.py': `
def ask(client, prompt, model="gpt-5.4-mini"):
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": prompt}])
def outer(client, topic):
    return ask(client, f"About {topic}.")
class Runner:
    def __init__(self, client, model):
        self.client = client
        self.model = model
    def run(self, text):
        return self.client.messages.create(model=self.model, max_tokens=9, messages=[{"role": "user", "content": text}])
`,
      'use.py': `
from openai import OpenAI
from anthropic import Anthropic
from twilio.rest import Client
from llm import ask, outer, Runner
ask(OpenAI(), "One.")
outer(OpenAI(), "tea")
Runner(Anthropic(), "claude-haiku-5-5").run("Two.")
Runner(Client(), "x").run("Not a model.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via ask',
      '  user: One.',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via outer > ask',
      '  user: About tea.',
      'wrapper-call anthropic-messages anthropic claude-haiku-5-5 (constant) cap 9 via run',
      '  user: Two.',
    ]);
  });

  it('mutual recursion (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
def ping(x):
    return pong(x)
def pong(x):
    client.responses.create(model=x, input="Hi.")
    return ping(x)
pong("m2")
ping("m3")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call openai-responses openai ? comes from the parameter x (caller) cap absent via pong WRAPPER',
      '  user: Hi.',
      'call openai-responses openai ? comes from the parameter x (caller) cap absent WRAPPER',
      '  user: Hi.',
      'wrapper-call openai-responses openai ? comes from the parameter x (caller) cap absent via ping > pong WRAPPER',
      '  user: Hi.',
      'wrapper-call openai-responses openai m2 (constant) cap absent via pong',
      '  user: Hi.',
      'wrapper-call openai-responses openai m3 (constant) cap absent via ping > pong',
      '  user: Hi.',
    ]);
  });

  it('a constructor by keyword, in a dictionary of agents (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
class Agent:
    def __init__(self, name, model="gpt-5.4-mini", *, cap=100):
        self.name, self.model, self.cap = name, model, cap
        self.client = OpenAI()
    def __call__(self, text):
        return self.run(text)
    def run(self, text):
        return self.client.responses.create(model=self.model, max_output_tokens=self.cap, instructions=f"You are {self.name}.", input=text)
agents = {"writer": Agent("Writer", "gpt-5.4", cap=900), "critic": Agent(name="Critic")}
agents["writer"].run("Write.")
agents["critic"].run("Judge.")
def any_of(kind, text):
    return agents[kind].run(text)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini, by what is passed for model (default) cap 900 via run WRAPPER',
      '  system system: You are {name ~unknown}.',
      '  user: {text ~unknown}',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini, by what is passed for model (default) cap 900 WRAPPER',
      '  system system: You are {name ~unknown}.',
      '  user: {text ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap 900 via run',
      '  system system: You are Writer.',
      '  user: Write.',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 100 via run',
      '  system system: You are Critic.',
      '  user: Judge.',
      'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 900 via run WRAPPER',
      '  system system: You are {name ~unknown}.',
      '  user: {text ~unknown}',
    ]);
  });

  it('params by a method and updated (Python)', async () => {
    const files = {
      'base.py': `
class Base:
    def __init__(self, config):
        self.config = config
    def common(self, **kwargs):
        params = {"temperature": self.config.temperature, "max_tokens": self.config.max_tokens}
        params.update(kwargs)
        return params
`,
      'use.py': `
from openai import OpenAI
from base import Base
class Llm(Base):
    def __init__(self, config):
        super().__init__(config)
        if not self.config.model:
            self.config.model = "gpt-5.4-mini"
        self.client = OpenAI()
    def run(self, messages, **kwargs):
        params = self.common(messages=messages, **kwargs)
        params.update({"model": self.config.model, "messages": messages})
        return self.client.chat.completions.create(**params)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-chat openai gpt-5.4-mini (default) cap unknown WRAPPER',
      '  user*: {messages ~turn+}',
    ]);
  });

  it('a call that reaches one SDK call on two ways (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
def complete(messages, model, stream):
    return client.chat.completions.create(model=model, messages=messages, stream=stream)
def run(text, fast):
    messages = [{"role": "user", "content": text}]
    if fast:
        return complete(messages, "gpt-5.4-nano", True)
    return complete(messages, "gpt-5.4", False)
run("Hi.", input() == "fast")
run("Ho.", True)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-chat openai ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user*: {messages ~turn+}',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap absent via complete WRAPPER',
      '  user: {text ~unknown}',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via complete WRAPPER',
      '  user: {text ~unknown}',
      'wrapper-call openai-chat openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent via run > complete',
      '  user: Hi.',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap absent via run > complete',
      '  user: Ho.',
    ]);
  });

  it('a wrapper that passes on all that it is given (Python)', async () => {
    const files = {
      'base.py': `
from agents import Runner
class Tracing(Runner):
    @classmethod
    async def run(cls, *args, **kwargs):
        return await Runner.run(*args, **kwargs)
class Plain(Runner):
    pass
class Logging(Tracing):
    @classmethod
    async def run(cls, agent, *args, **kwargs):
        return await super().run(agent, *args, **kwargs)
`,
      'use.py': `
from agents import Agent
from base import Logging, Plain, Tracing
agent = Agent(name="a", model="gpt-5.4-mini")
async def main():
    await Tracing.run(agent, "One.")
    await Plain.run(agent, "Two.")
    await Logging.run(agent, input="Three.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'base.py'), [
      'call openai-agents ? ? may be in args (unknown) cap unknown WRAPPER',
      '  user: {args ~unknown}',
      'wrapper-call openai-agents ? ? may be in args (unknown) cap unknown via run WRAPPER',
      '  user: {args ~unknown}',
    ]);
    const found = 'openai-agents openai gpt-5.4-mini (constant) cap absent';
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'constructor openai-agents openai gpt-5.4-mini (literal) cap absent',
      `wrapper-call ${found} via run`,
      '  user: One.',
      `call ${found}`,
      '  user: Two.',
      `wrapper-call ${found} via run > run`,
      '  user: Three.',
    ]);
  });

  it('a method that adds to what a class above does', async () => {
    const python = `
from openai import OpenAI
class Client:
    def __init__(self, model):
        self.model = model
        self.client = OpenAI()
    def ask(self, prompt, cap=100):
        return self.client.chat.completions.create(
            model=self.model, max_completion_tokens=cap, messages=[{"role": "user", "content": prompt}])
class Short(Client):
    def __init__(self):
        super().__init__("gpt-5.4-mini")
    def ask(self, prompt):
        return super().ask(f"In short: {prompt}", cap=20)
Short().ask("One.")
`;
    assert.deepEqual((await sketchesOf({ 'a.py': python }, 'a.py')).slice(-2), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 20 via ask',
      '  user: In short: {prompt ~call}',
    ]);
    const typescript = `
import OpenAI from 'openai';
class Client {
  private client = new OpenAI();
  constructor(private model: string) {}
  ask(prompt: string, cap = 100) {
    return this.client.chat.completions.create({
      model: this.model, max_completion_tokens: cap, messages: [{ role: 'user', content: prompt }] });
  }
}
class Short extends Client {
  constructor() { super('gpt-5.4-mini'); }
  ask(prompt: string) { return super.ask(\`In short: ${'$'}{prompt}\`, 20); }
}
await new Short().ask('One.');
`;
    assert.deepEqual((await sketchesOf({ 'a.ts': typescript }, 'a.ts')).slice(-2), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 20 via ask',
      '  user: In short: {prompt ~call}',
    ]);
  });

  it('an object that is called (Python)', async () => {
    const source = `
from openai import OpenAI
class Chat:
    def __init__(self, model, **options):
        self.client = OpenAI()
        self.model, self.options = model, options
    def __call__(self, prompt, **more):
        return self.client.responses.create(model=self.model, input=prompt, **{**self.options, **more})
class Writer:
    def __init__(self, chat: Chat):
        self.chat = chat
    def write(self):
        return self.chat("Write.")
chat = Chat("gpt-5.4-mini", max_output_tokens=30)
chat("One.")
chat("Two.", max_output_tokens=40)
`;
    assert.deepEqual((await sketchesOf({ 'a.py': source }, 'a.py')).slice(2), [
      'wrapper-call openai-responses openai gpt-5.4-mini (default) cap unknown via __call__ WRAPPER',
      '  user: Write.',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 30 via __call__',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 40 via __call__',
      '  user: Two.',
    ]);
  });

  it('options that callers pass and that are passed on whole (TypeScript, Python)', async () => {
    const files = {
      'llm.ts': `
import { generateText, streamText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import OpenAI from 'openai';
declare function candidates(label: string): Promise<{ model: any }[]>;
export const send = (options: any) => generateText({ ...options, model: anthropic('claude-sonnet-5') });
export const request = (params: any) => new OpenAI().responses.create(params);
export const fixed = (options: any) => streamText({ ...options, model: anthropic('claude-haiku-4-5'), prompt: 'A poem.' });
export const guided = (options: any) => generateText({ ...options, model: anthropic('claude-sonnet-5'), system: 'Answer in JSON.' });
export const computed = (options: any) => streamText({ ...options, model: anthropic('claude-haiku-4-5'), prompt: document.title });
export function create(label: string): typeof generateText {
  return async (...args) => {
    const [options, ...rest] = args;
    const generate = async (candidate: { model: any }) => generateText({ ...options, model: candidate.model }, ...rest);
    for (const candidate of await candidates(label)) {
      try { return await generate(candidate); } catch { continue; }
    }
    throw new Error();
  };
}
`,
      'use.ts': `
import { computed, create, fixed, guided, request, send } from './llm';
export async function ask(text: string) {
  const generate = create('x');
  await generate({ system: 'You sum up.', prompt: text, maxOutputTokens: 50 });
  await send({ prompt: 'One.' });
  await request({ model: 'gpt-5.4', input: 'Two.' });
  await fixed({ temperature: 0 });
  await computed({ temperature: 0 });
  await guided({ prompt: 'Three.', maxOutputTokens: 30 });
}
`,
      'llm.py': `
from openai import OpenAI
client = OpenAI()
def send(**kwargs):
    return client.responses.create(model="gpt-5.4", **kwargs)
`,
      'use.py': `
from llm import send
send(input="One.", max_output_tokens=20)
`,
    };
    const sketches = await sketchesOfAll(files);
    assert.deepEqual(sketches.get('llm.ts'), [
      'call vercel-ai anthropic claude-sonnet-5 (default) cap unknown WRAPPER',
      '  user: {options ~unknown}',
      'call openai-responses openai ? may be in params (unknown) cap unknown WRAPPER',
      '  user: {params ~unknown}',
      'call vercel-ai anthropic claude-haiku-4-5 (default) cap unknown WRAPPER',
      '  user: A poem.',
      'call vercel-ai anthropic claude-sonnet-5 (default) cap unknown WRAPPER',
      '  system system: Answer in JSON.',
      '  user: {options ~unknown}',
      'call vercel-ai anthropic claude-haiku-4-5 (default) cap unknown WRAPPER',
      '  user: {document.title ~unknown}',
      'call vercel-ai ? ? comes from the parameter candidate.model (caller) cap unknown WRAPPER',
      '  user: {args[0] ~unknown}',
      'wrapper-call vercel-ai ? ? depends on candidate.model (loop variable) (unknown) cap unknown via generate WRAPPER',
      '  user: {args[0] ~unknown}',
    ]);
    assert.deepEqual(sketches.get('use.ts'), [
      'wrapper-call vercel-ai ? ? depends on candidate.model (loop variable) (unknown) cap 50 via generate > generate',
      '  system system: You sum up.',
      '  user: {text ~unknown}',
      'wrapper-call vercel-ai anthropic claude-sonnet-5 (constant) cap absent via send',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via request',
      '  user: Two.',
      'wrapper-call vercel-ai anthropic claude-haiku-4-5 (constant) cap absent via fixed',
      '  user: A poem.',
      'wrapper-call vercel-ai anthropic claude-haiku-4-5 (constant) cap absent via computed',
      '  user: {document.title ~unknown}',
      'wrapper-call vercel-ai anthropic claude-sonnet-5 (constant) cap 30 via guided',
      '  system system: Answer in JSON.',
      '  user: Three.',
    ]);
    assert.deepEqual(sketches.get('llm.py'), [
      'call openai-responses openai gpt-5.4 (literal) cap unknown WRAPPER',
      '  user: {kwargs ~unknown}',
    ]);
    assert.deepEqual(sketches.get('use.py'), ['wrapper-call openai-responses openai gpt-5.4 (literal) cap 20 via send', '  user: One.']);
  });

  it('options of callers that may state another model or cap beside a text of its own (TypeScript)', async () => {
    const files = {
      'ask.ts': `
import OpenAI from 'openai';
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';

type Options = Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>;
const client = new OpenAI();
const asked = (text: string) => [{ role: 'user' as const, content: 'Sum up: ' + text }];
export const unstated = (text: string, options: Options) => client.chat.completions.create({ messages: asked(text), ...options });
export const replaced = (text: string, options?: Options) =>
  generateText({ model: openai('gpt-5.4-mini'), maxOutputTokens: 50, prompt: 'Sum up: ' + text, ...options });
export const capped = (text: string, options: Options = {}) =>
  client.chat.completions.create({ ...options, model: 'gpt-5.4-mini', messages: asked(text) });
export const fixed = (text: string, options: Options = {}) =>
  client.chat.completions.create({ ...options, model: 'gpt-5.4-nano', max_completion_tokens: 40, messages: asked(text) });
`,
      'main.ts': `
import { capped, fixed, replaced, unstated } from './ask';
unstated('a', { model: 'gpt-5.4', max_completion_tokens: 7 });
replaced('b');
replaced('c', { maxOutputTokens: 9 });
capped('d', { max_completion_tokens: 3 });
fixed('e', { temperature: 0 });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 7 via unstated',
      '  user: Sum up: a',
      'wrapper-call vercel-ai openai gpt-5.4-mini (constant) cap 50 via replaced',
      '  user: Sum up: b',
      'wrapper-call vercel-ai openai gpt-5.4-mini (constant) cap 9 via replaced',
      '  user: Sum up: c',
      'wrapper-call openai-chat openai gpt-5.4-mini (literal) cap 3 via capped',
      '  user: Sum up: d',
    ]);
    assert.deepEqual(
      (await sketchesOf(files, 'ask.ts')).filter(line => line.startsWith('call')),
      [
        'call openai-chat openai ? may be in options (unknown) cap unknown WRAPPER',
        'call vercel-ai openai gpt-5.4-mini (default) cap 50 WRAPPER',
        'call openai-chat openai gpt-5.4-mini (literal) cap unknown WRAPPER',
        'call openai-chat openai gpt-5.4-nano (literal) cap 40',
      ],
    );
  });

  it('follows methods of the project that are called like those of lists, texts and tables', async () => {
    const files = (method: string) => ({
      'store.py': `from openai import OpenAI
class Store:
    def __init__(self, name, client=None):
        self.name = name
        self.client = client or OpenAI()
    def ${method}(self, text):
        return self.client.responses.create(model="gpt-5.4", input=text)
`,
      'app.py': `from store import Store
class App:
    def __init__(self, settings, store: Store | None = None):
        self.store = store or Store(settings.name)
        self.other = Store("x")
    def run(self, question):
        self.store.${method}(question)
        self.other.${method}(question)
def main(question):
    app = App(dict(a=1))
    app.store.${method}(question)
    store = Store("y")
    store.${method}(question)
`,
    });
    for (const method of ['ask', 'insert', 'append', 'update', 'get', 'write', 'filter', 'encode']) {
      const sites = (await sketchesOfAll(files(method))).get('app.py')?.filter(line => line.startsWith('wrapper-call'));
      assert.equal(sites?.length, 4, `${method}: ${sites?.join()}`);
    }
  });

  it('a default takes the place of undefined, and not of null (JavaScript)', async () => {
    const files = {
      'main.js': `
import OpenAI from 'openai';
const client = new OpenAI();
const options = { model: 'gpt-5.4', max: null };
function ask(input, { model = 'gpt-5.4-mini', max = 100 } = {}) {
  return client.responses.create({ model, max_output_tokens: max, input });
}
function tell(input, max = 200) {
  return client.responses.create({ model: 'gpt-5.4', max_output_tokens: max, input });
}
function read(input, settings) {
  const { max = 300, model = 'gpt-5.4-nano' } = settings;
  return client.responses.create({ model, max_output_tokens: max, input });
}
ask('a', { max: null });
ask('b', { max: undefined });
ask('c', options);
ask('d', { model: null });
tell('e', null);
tell('f', undefined);
tell('g', options?.none?.max);
read('h', options);
read('i', {});
`,
    };
    assert.deepEqual(
      (await sketchesOf(files, 'main.js')).filter(line => line.startsWith('wrapper-call')),
      [
        'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
        'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 100 via ask',
        'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
        'wrapper-call openai-responses openai ? not stated (absent) cap 100 via ask',
        'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via tell',
        'wrapper-call openai-responses openai gpt-5.4 (literal) cap 200 via tell',
        'wrapper-call openai-responses openai gpt-5.4 (literal) cap 200 via tell',
        'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via read',
        'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap 300 via read',
      ],
    );
  });

  it('what setters of an object may be passed, of which the callers of its methods decide nothing (TypeScript)', async () => {
    const files = {
      'engine.ts': `
import { generateText, type LanguageModel } from 'ai';
export class Engine {
  private model: LanguageModel;
  constructor(options: { model: LanguageModel }) {
    this.model = options.model;
  }
  ask(prompt: string) {
    return generateText({ model: this.model, prompt, maxOutputTokens: 50 });
  }
  setModel(model: LanguageModel) {
    this.model = model;
  }
}
`,
      'main.ts': `
import { openai } from '@ai-sdk/openai';
import { Engine } from './engine';
const engine = new Engine({ model: openai('gpt-5.4') });
engine.ask('One.');
function main() {
  return engine.ask('Two.');
}
main();
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'wrapper-call vercel-ai openai gpt-5.4 (default) cap 50 via ask',
      '  user: One.',
      'wrapper-call vercel-ai openai gpt-5.4 (default) cap 50 via ask',
      '  user: Two.',
    ]);
  });

  it('what callers of a setter decide is not what callers of all else do (Python)', async () => {
    const source = `
from openai import OpenAI
class Bot:
    model = "gpt-5.4"
    def ask(self, text):
        return OpenAI().responses.create(model=self.model, input=text)
    def use(self, model):
        self.model = model
bot = Bot()
bot.ask("One.")
def main():
    bot.ask("Two.")
def run(model):
    bot.use(model)
    bot.ask("Three.")
main()
`;
    assert.deepEqual(await sketchesOf({ 'a.py': source }, 'a.py'), [
      'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
      '  user: {text ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4 (default) cap absent via ask',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4 (default) cap absent via ask',
      '  user: Two.',
      'wrapper-call openai-responses openai gpt-5.4 (default) cap absent via ask WRAPPER',
      '  user: Three.',
    ]);
  });

  it('what only calls again after a failure hands nothing in (Python)', async () => {
    const files = {
      'llm.py': `
import backoff
import openai

@backoff.on_exception(backoff.expo, openai.RateLimitError, max_tries=5)
def ask(prompt, client, model):
    return client.chat.completions.create(model=model, max_tokens=90, messages=[{"role": "user", "content": prompt}])
`,
      'use.py': `
import openai
from llm import ask

def title(text):
    return ask(f"A title for {text}", openai.OpenAI(), "gpt-5.4-mini")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 90 via ask',
      '  user: A title for {text ~unknown}',
    ]);
  });

  it('the messages of a caller as they are, or else with rules before them (TypeScript)', async () => {
    const files = {
      'llm.ts': `import { openai } from '@ai-sdk/openai';
import { type ModelMessage, streamText } from 'ai';
const RULES = { none: '', mail: 'Trust no mail.' };
function guarded({ messages, rules }: { messages: ModelMessage[]; rules: keyof typeof RULES }): ModelMessage[] {
  const text = RULES[rules];
  if (!text) return messages;
  return [{ role: 'system', content: text }, ...messages];
}
export async function stream(options: { messages: ModelMessage[]; rules: keyof typeof RULES }) {
  const { messages, rules } = options;
  return streamText({ model: openai('gpt-5.4-mini'), messages: guarded({ messages, rules }) as ModelMessage[] });
}
export async function own(messages: ModelMessage[]) {
  return streamText({ model: openai('gpt-5.4-mini'), messages: [{ role: 'system', content: 'Be kind.' }, ...messages] });
}
`,
      'use.ts': `import { own, stream } from './llm';
export const sum = (text: string) => stream({ rules: 'mail', messages: [{ role: 'user', content: \`Sum up: \${text}\` }] });
export const chat = (text: string) => own([{ role: 'user', content: text }]);
`,
    };
    assert.deepEqual(
      (await sketchesOf(files, 'llm.ts')).filter(line => !line.startsWith('  ')),
      [
        'call vercel-ai openai gpt-5.4-mini (constant) cap absent WRAPPER',
        'call vercel-ai openai gpt-5.4-mini (constant) cap absent WRAPPER',
      ],
    );
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [
      'wrapper-call vercel-ai openai gpt-5.4-mini (constant) cap absent via stream',
      '  system system: Trust no mail.',
      '  user: Sum up: {text ~unknown}',
      'wrapper-call vercel-ai openai gpt-5.4-mini (constant) cap absent via own',
      '  system system: Be kind.',
      '  user: {text ~unknown}',
    ]);
  });

  it('the whole conversation of a caller below a system prompt of their own, converted or not, but no question alone', async () => {
    const typescript = {
      'chat.ts': `import { anthropic } from '@ai-sdk/anthropic';
import { convertToModelMessages, generateText, streamText } from 'ai';
const common = { model: anthropic('claude-haiku-5-5'), system: 'Be brief.', maxOutputTokens: 200 };
export const converted = (turns: UIMessage[]) => streamText({ ...common, messages: convertToModelMessages(turns) });
export const question = (text: string) => generateText({ ...common, prompt: text });
`,
      'use.ts': `import { converted, question } from './chat';
converted([{ role: 'user', content: 'How are you?' }]);
question('Who are you?');
`,
    };
    assert.deepEqual(await sketchesOf(typescript, 'use.ts'), [
      'wrapper-call vercel-ai anthropic claude-haiku-5-5 (constant) cap 200 via converted',
      '  system system: Be brief.',
      '  user: How are you?',
    ]);
    const python = {
      'chat.py': `from anthropic import Anthropic
client = Anthropic()
def reply(turns, limit=300):
    return client.messages.create(model="claude-haiku-5-5", system="Be brief.", max_tokens=80, messages=turns)
`,
      'use.py': 'from chat import reply\nreply([{"role": "user", "content": "How are you?"}])\n',
    };
    assert.deepEqual(await sketchesOf(python, 'use.py'), [
      'wrapper-call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 80 via reply',
      '  system system: Be brief.',
      '  user: How are you?',
    ]);
  });

  it('functions that are handed on and called like those of a package (TypeScript)', async () => {
    const files = {
      'llm.ts': `import { openai } from '@ai-sdk/openai';
import { generateText as original } from 'ai';
export function createGenerateText({ label }: { label: string }) {
  return async (options: { prompt: string }) => original({ ...options, model: openai('gpt-5.4-mini') });
}
`,
      'use.ts': `import { createGenerateText } from './llm';
type Ask = ReturnType<typeof createGenerateText>;
export async function choose(mail: string, long: boolean) {
  const generateText = createGenerateText({ label: 'choose' });
  return long ? detailed({ mail, generateText }) : quick(mail, generateText);
}
async function detailed({ mail, generateText }: { mail: string; generateText: Ask }) {
  return generateText({ prompt: \`Explain: \${mail}\` });
}
async function quick(mail: string, generateText: Ask) {
  return generateText({ prompt: \`Sort: \${mail}\` });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [
      'wrapper-call vercel-ai openai gpt-5.4-mini (constant) cap absent via detailed > generateText',
      '  user: Explain: {mail ~unknown}',
      'wrapper-call vercel-ai openai gpt-5.4-mini (constant) cap absent via quick > generateText',
      '  user: Sort: {mail ~unknown}',
    ]);
  });

  it('options that are put into a model of LangChain over its own (TypeScript)', async () => {
    const files = {
      'skill.ts': `
import { ChatOpenAI } from 'langchain/chat_models/openai';
import { HumanChatMessage, SystemChatMessage } from 'langchain/schema';
export class Skill {
  async write(prompt: string, params: Record<string, unknown> = {}) {
    const llm = new ChatOpenAI({ modelName: 'gpt-5.4-nano', maxTokens: 90, ...params });
    const answer = await llm.call([new SystemChatMessage('You write.'), new HumanChatMessage(prompt)]);
    return answer.text;
  }
}
`,
      'code.ts': `
import { Skill } from './skill';
export class Coder extends Skill {
  one(task: string) { return this.write(\`Code \${task}\`, { modelName: 'gpt-5.4' }); }
  two(task: string) { return this.write(\`Read \${task}\`); }
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'code.ts'), [
      'wrapper-call langchain openai gpt-5.4 (constant) cap 90 via write',
      '  system system: You write.',
      '  user: Code {task ~unknown}',
      'wrapper-call langchain openai gpt-5.4-nano (constant) cap 90 via write',
      '  system system: You write.',
      '  user: Read {task ~unknown}',
    ]);
  });
});
