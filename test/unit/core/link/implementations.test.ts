import assert from 'node:assert/strict';
import { sketchesOf, sketchesOfAll } from '../../link-project';

describe('reading calls through types that others implement', () => {
  it('an abstract class (TypeScript)', async () => {
    const files = {
      'src/llm/base.ts': `
export interface Usage { n: number }
export abstract class BaseLLM<C> {
  constructor(protected config: C) {}
  abstract generateText(input: { messages: any[]; maxTokens?: number }): Promise<string>;
  abstract streamText(input: { messages: any[] }): AsyncGenerator<string>;
  async title(text: string) { return this.generateText({ messages: [{ role: 'user', content: \`Title: \${text}\` }], maxTokens: 20 }); }
}
`,
      'src/llm/providers/openai.ts': `
import OpenAI from 'openai';
import { BaseLLM } from '../base';
export class OpenAILLM extends BaseLLM<{ model: string }> {
  client = new OpenAI();
  async generateText(input: { messages: any[]; maxTokens?: number }) {
    const r = await this.client.chat.completions.create({ model: 'gpt-5.4', messages: input.messages, max_completion_tokens: input.maxTokens });
    return r.choices[0].message.content;
  }
  async *streamText(input: { messages: any[] }) {
    const r = await this.client.chat.completions.create({ model: this.config.model, messages: input.messages, stream: true });
    yield 'x';
  }
}
`,
      'src/llm/providers/anthropic.ts': `
import Anthropic from '@anthropic-ai/sdk';
import { BaseLLM } from '../base';
export class AnthropicLLM extends BaseLLM<{ model: string }> {
  client = new Anthropic();
  async generateText(input: { messages: any[]; maxTokens?: number }) {
    const r = await this.client.messages.create({ model: 'claude-sonnet-5', messages: input.messages, max_tokens: 100 });
    return r.content;
  }
  async *streamText(input: { messages: any[] }) { yield 'x'; }
}
`,
      'src/agents/types.ts': `
import type { BaseLLM } from '../llm/base';
export type Input = { llm: BaseLLM<any>; query: string };
`,
      'src/agents/classify.ts': `
import type { Input } from './types';
export const classify = async (input: Input) => {
  return input.llm.generateText({ messages: [{ role: 'system', content: 'Classify.' }, { role: 'user', content: input.query }] });
};
export class Agent {
  constructor(private readonly deps: Input) {}
  async run() { for await (const x of this.deps.llm.streamText({ messages: [{ role: 'user', content: 'Run.' }] })) {} }
}
`,
    };
    const sketches = await sketchesOfAll(files);
    assert.deepEqual(sketches.get('src/llm/base.ts'), [
      'wrapper-call anthropic-messages ? ? one of claude-sonnet-5, gpt-5.4 (constant) cap 100 via generateText',
      '  user: Title: {text ~unknown}',
    ]);
    assert.deepEqual(sketches.get('src/agents/classify.ts'), [
      'wrapper-call anthropic-messages ? ? one of claude-sonnet-5, gpt-5.4 (constant) cap unknown via generateText',
      '  system system: Classify.',
      '  user: {input.query ~call}',
      'wrapper-call openai-chat openai ? comes from the parameter config.model (caller) cap absent via streamText WRAPPER',
      '  user: Run.',
    ]);
  });

  it('abstract classes, protocols and methods that are left open (Python)', async () => {
    const files = {
      'py/base.py': `
from abc import ABC, abstractmethod
from typing import Protocol
class LLM(ABC):
    @abstractmethod
    def generate(self, prompt: str, max_tokens: int = 10) -> str: ...
    def summarize(self, text):
        return self.generate("Summarize: " + text, max_tokens=50)
class Chat(Protocol):
    def chat(self, prompt: str) -> str: ...
class Old:
    def complete(self, prompt):
        raise NotImplementedError("x")
`,
      'py/impl.py': `
from openai import OpenAI
from .base import LLM, Old
class OpenAILLM(LLM):
    def __init__(self, model="gpt-5.4"):
        self.client = OpenAI()
        self.model = model
    def generate(self, prompt, max_tokens=10):
        return self.client.responses.create(model=self.model, input=prompt, max_output_tokens=max_tokens)
class Chatter:
    def chat(self, prompt):
        return OpenAI().responses.create(model="gpt-5.4-mini", input=prompt)
class New(Old):
    def complete(self, prompt):
        return OpenAI().responses.create(model="gpt-5.4-nano", input=prompt)
`,
      'py/use.py': `
from .base import LLM, Chat, Old
def run(llm: LLM, chat: Chat, old: Old):
    llm.generate("One.")
    chat.chat("Two.")
    old.complete("Three.")
class A:
    def __init__(self, llm: LLM):
        self.llm = llm
    def go(self):
        self.llm.summarize("abc")
        return self.llm.generate("Four.")
`,
    };
    const sketches = await sketchesOfAll(files);
    assert.deepEqual(sketches.get('py/base.py'), [
      'wrapper-call openai-responses openai gpt-5.4 (default) cap 50 via generate WRAPPER',
      '  user: Summarize: {text ~unknown}',
    ]);
    assert.deepEqual(sketches.get('py/use.py'), [
      'wrapper-call openai-responses openai gpt-5.4 (default) cap 10 via generate WRAPPER',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4-mini (literal) cap absent via chat',
      '  user: Two.',
      'wrapper-call openai-responses openai gpt-5.4-nano (literal) cap absent via complete',
      '  user: Three.',
      'wrapper-call openai-responses openai gpt-5.4 (default) cap 50 via summarize > generate WRAPPER',
      '  user: Summarize: abc',
      'wrapper-call openai-responses openai gpt-5.4 (default) cap 10 via generate WRAPPER',
      '  user: Four.',
    ]);
  });

  it('protocols, of which neither they themselves nor classes of packages are taken for implementations (Python)', async () => {
    const errors = Array.from({ length: 20 }, (_, index) => `class E${index}(Failed):\n    def __init__(self):\n        self.text = "x"\n`);
    const files = {
      'base.py': `
from typing import Protocol
class Chat(Protocol):
    def chat(self, prompt: str) -> str: ...
`,
      'errors.py': `class Failed(Exception):\n    def __init__(self):\n        self.text = "f"\n${errors.join('')}`,
      'impl.py': `
from typing import overload
from openai import OpenAI
from base import Chat
class Chatter(Chat):
    @overload
    def chat(self, prompt: str) -> str: ...
    @overload
    def chat(self, prompt: list) -> list: ...
    def chat(self, prompt):
        return OpenAI().responses.create(model="gpt-5.4-mini", input=prompt)
`,
      'use.py': `
from base import Chat
class Page:
    def __init__(self, chat: 'Chat | None' = None):
        self._chat = chat
    def ask(self, chat: 'Chat | None' = None):
        chat = chat or self._chat
        return chat.chat("One.")
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('use.py'), [
      'wrapper-call openai-responses openai gpt-5.4-mini (literal) cap absent via chat',
      '  user: One.',
    ]);
  });

  it('interfaces, of which only classes count that name them (TypeScript)', async () => {
    const files = {
      'llm.ts': `
export interface Llm {
  ask(prompt: string): Promise<string>;
  readonly tell: (prompt: string) => Promise<string>;
}
export interface Streaming extends Llm {
  stream(prompt: string): AsyncGenerator<string>;
}
export interface Store {
  put(text: string): void;
}
`,
      'openai-llm.ts': `
import OpenAI from 'openai';
import type { Streaming } from './llm';
export class OpenAiLlm implements Streaming {
  #ai = new OpenAI();
  ask(prompt: string) { return this.#ai.responses.create({ model: 'gpt-5.4', input: prompt }); }
  tell = (prompt: string) => this.#ai.responses.create({ model: 'gpt-5.4-mini', input: prompt });
  async *stream(prompt: string) { yield await this.ask(prompt); }
}
export class FakeLlm implements Streaming {}
export class Other {
  put(text: string) { return new OpenAI().responses.create({ model: 'gpt-5.4-nano', input: text }); }
}
`,
      'use.ts': `
import type { Llm, Store, Streaming } from './llm';
export async function run(llm: Llm, streaming: Streaming, store: Store) {
  await llm.ask('One.');
  await llm.tell('Two.');
  for await (const part of streaming.stream('Three.')) store.put(part);
  await streaming.ask('Four.');
}
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('use.ts'), [
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via ask',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4-mini (literal) cap absent via tell',
      '  user: Two.',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via stream > ask',
      '  user: Three.',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via ask',
      '  user: Four.',
    ]);
  });

  it('objects that are written out as one of an interface (TypeScript)', async () => {
    const files = {
      'llm.ts': `
export interface Llm {
  ask(prompt: string, model?: string): Promise<unknown>;
  count: (text: string) => number;
}
export type Checked = { check: (text: string) => Promise<unknown> };
`,
      'openai-llm.ts': `
import OpenAI from 'openai';
import type { Checked, Llm } from './llm';
const ai = new OpenAI();
export const openAiLlm: Llm = {
  async ask(prompt, model = 'gpt-5.4') { return ai.responses.create({ model, input: prompt }); },
  count: text => text.length,
};
export const fakeLlm: Llm = { ask: async () => 'x', count: () => 1 };
export const checked = { check: (text: string) => ai.moderations.create({ input: text }) && openAiLlm.ask(text, 'gpt-5.4-nano') } satisfies Checked;
`,
      'anthropic-llm.ts': `
import Anthropic from '@anthropic-ai/sdk';
import type { Llm } from './llm';
export function createAnthropicLlm(apiKey: string): Llm {
  const client = new Anthropic({ apiKey });
  return {
    ask: prompt => client.messages.create({ model: 'claude-sonnet-5', max_tokens: 100, messages: [{ role: 'user', content: prompt }] }),
    count: text => text.length,
  };
}
`,
      'use.ts': `
import type { Checked, Llm } from './llm';
export async function run(llm: Llm, checked: Checked) {
  llm.count('None.');
  await llm.ask('One.');
  await checked.check('Two.');
}
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('use.ts'), [
      'wrapper-call anthropic-messages ? ? one of claude-sonnet-5, gpt-5.4 (constant) cap unknown via ask',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap absent via check > ask',
      '  user: Two.',
    ]);
  });

  it('only where most of what implements a type calls a model (Python)', async () => {
    const files = {
      'stores/base.py': `
from abc import ABC, abstractmethod
class Store(ABC):
    @abstractmethod
    def similar(self, question: str) -> list: ...
    @abstractmethod
    def add(self, text: str) -> None: ...
`,
      'stores/embedded.py': `
from openai import OpenAI
from .base import Store
class Embedded(Store):
    def similar(self, question):
        return self.client.search(OpenAI().embeddings.create(model="text-embedding-3-small", input=question))
    def add(self, text):
        self.client.write(OpenAI().embeddings.create(model="text-embedding-3-small", input=text))
`,
      'stores/plain.py': `
from openai import OpenAI
from .base import Store
class Rows(Store):
    def similar(self, question):
        return self.rows.like(question)
    def add(self, text):
        self.rows.append(OpenAI().embeddings.create(model="text-embedding-3-small", input=text))
class Files(Store):
    def similar(self, question):
        return self.folder.grep(question)
    def add(self, text):
        self.folder.write(text)
`,
      'answer.py': `
from stores.base import Store
def answer(store: Store, question: str):
    return store.similar(question)
def learn(store: Store, text: str):
    store.add(text)
`,
    };
    const sketches = await sketchesOfAll(files);
    assert.deepEqual(sketches.get('answer.py'), [
      'wrapper-call openai-embeddings openai text-embedding-3-small (literal) cap unsupported via add WRAPPER',
      '  user: {text ~unknown}',
    ]);
  });

  it('a type that is called a model, whatever few of its kinds ask one: people and recordings stand in for it (Python)', async () => {
    const files = {
      'models.py': `
from abc import ABC, abstractmethod
import litellm
class AbstractModel(ABC):
    @abstractmethod
    def query(self, history, n=None): ...
class HumanModel(AbstractModel):
    def query(self, history, n=None):
        return {"message": input("> ")}
class ReplayModel(AbstractModel):
    def query(self, history, n=None):
        return self.replays.pop(0)
class SubmitModel(AbstractModel):
    def query(self, history, n=None):
        return {"message": "submit"}
class LiteLLMModel(AbstractModel):
    def query(self, history, n=None):
        return litellm.completion(model="gpt-5.4", messages=history, max_tokens=300)
`,
      'agent.py': `
from models import AbstractModel
class Agent:
    def __init__(self, model: AbstractModel):
        self.model = model
    def step(self):
        return self.model.query([{"role": "user", "content": "Go on."}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'agent.py'), [
      'wrapper-call openai-chat openai gpt-5.4 (literal) cap 300 via query',
      '  user: Go on.',
    ]);
  });

  it('counts those that call a model with a text of their own among those that call one (Python)', async () => {
    const files = {
      'models/base.py': `
from typing import Protocol
class Model(Protocol):
    def ask(self, messages: list) -> str: ...
`,
      'models/all.py': `
from anthropic import Anthropic
from openai import OpenAI
class Plain:
    def ask(self, messages):
        return OpenAI().chat.completions.create(model="gpt-5.4", messages=messages)
class Careful:
    def ask(self, messages):
        return Anthropic().messages.create(model="claude-sonnet-5", max_tokens=100, system="Be careful.", messages=[{"role": "user", "content": repr(messages)}])
class Recorded:
    def ask(self, messages):
        return self.tape.next()
`,
      'greet.py': `
from models.base import Model
def greet(model: Model):
    return model.ask([{"role": "user", "content": "Greet."}])
`,
    };
    const sketches = await sketchesOfAll(files);
    assert.deepEqual(sketches.get('greet.py'), ['wrapper-call openai-chat openai gpt-5.4 (literal) cap absent via ask', '  user: Greet.']);
  });

  it('an object whose making is seen is no other (Python)', async () => {
    const files = {
      'main.py': `
from openai import OpenAI
class Llm:
    def ask(self, prompt):
        raise NotImplementedError
    def run(self, prompt):
        return self.ask("Do: " + prompt)
class Own(Llm):
    def ask(self, prompt):
        return OpenAI().responses.create(model="gpt-5.4", input=prompt)
class Echo(Llm):
    def ask(self, prompt):
        return prompt
Echo().run("One.")
Own().run("Two.")
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('main.py'), [
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via ask',
      '  user: Do: {prompt ~call}',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {prompt ~call}',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via run > ask',
      '  user: Do: Two.',
    ]);
  });

  it('a protocol in quotes, of which a method is handed one or has one (Python)', async () => {
    const files = {
      'base.py': `
from typing import Protocol
class Chat(Protocol):
    async def ask(self, messages: list) -> str: ...
`,
      'one.py': `
from openai import AsyncOpenAI
class OpenAIChat:
    async def ask(self, messages: list) -> str:
        return await AsyncOpenAI().chat.completions.create(model="gpt-5.4-mini", messages=messages)
`,
      'use.py': `
import asyncio
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from base import Chat
class Page:
    def __init__(self, chat: 'Chat | None' = None):
        self._chat = chat
    async def read(self, chat: 'Optional[Chat]' = None):
        chat = chat or self._chat
        return await asyncio.wait_for(chat.ask([{"role": "user", "content": "Read."}]), timeout=9)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (literal) cap absent via ask',
      '  user: Read.',
    ]);
  });

  it('what a test hands over is no vendor’s, whose variable has the name of its type (Go)', async () => {
    const files = {
      'go.mod': 'module acme.com/core\n\ngo 1.22\n',
      'main.go': `package core

import (
	"context"

	"github.com/openai/openai-go/v3"
)

type Vendor interface {
	Send(ctx context.Context, model, text string) (string, error)
}

type OpenAI struct {
	client openai.Client
}

func (o *OpenAI) Send(ctx context.Context, model, text string) (string, error) {
	answer, err := o.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: model, Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(text)}})
	if err != nil {
		return "", err
	}
	return answer.Choices[0].Message.Content, nil
}

type Chatter struct {
	vendor Vendor
	model  string
}

func (c *Chatter) Send(text string) (string, error) {
	return c.vendor.Send(context.Background(), c.model, text)
}

func real() {
	chatter := &Chatter{vendor: &OpenAI{client: openai.NewClient()}, model: "gpt-5.4"}
	chatter.Send("hello")
}
`,
      'main_test.go': `package core

import "context"

type mockVendor struct {
	answer string
}

func (m *mockVendor) Send(ctx context.Context, model, text string) (string, error) {
	return m.answer, nil
}

func TestSend() {
	mockVendor := &mockVendor{}
	chatter := &Chatter{vendor: mockVendor, model: "test-model"}
	chatter.Send("hello")
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main_test.go'), []);
    assert.ok((await sketchesOf(files, 'main.go')).some(line => /^wrapper-call .* gpt-5\.4 .* via Send > Send$/.test(line)));
  });

  it('an object that may be another than the one that is seen has no cap that is known (Python)', async () => {
    const source = `
from openai import OpenAI
MODELS = {}
class Model:
    def __init__(self, name):
        self.name = name
    def ask(self, text):
        return OpenAI().chat.completions.create(model=self.name, max_tokens=500, messages=[{"role": "user", "content": text}])
chosen = Model("gpt-5.4")
def choose(name):
    global chosen
    chosen = Model(name) if name.startswith("gpt") else MODELS[name]
def run():
    return chosen.ask("Hi.")
`;
    const sites = await sketchesOf({ 'a.py': source }, 'a.py');
    assert.deepEqual(sites.slice(-2), [
      'wrapper-call openai-chat ? ? depends on which object it is called on (unknown) cap unknown via ask',
      '  user: Hi.',
    ]);
  });

  it('a type behind what all vendors have in common, which a property with a setter gives (Python)', async () => {
    const files = {
      'base.py': `
from abc import ABC, abstractmethod
from openai import AsyncOpenAI
class BaseLLM(ABC):
    async def ask(self, text, system):
        return await self.complete([{"role": "system", "content": system}, {"role": "user", "content": text}])
    async def complete(self, messages, stream=False):
        return await (self._stream(messages) if stream else self._complete(messages))
    @abstractmethod
    async def _complete(self, messages): ...
    @abstractmethod
    async def _stream(self, messages): ...
class OpenAILLM(BaseLLM):
    client = AsyncOpenAI()
    async def _complete(self, messages):
        return await self.client.chat.completions.create(model="gpt-5.4", messages=messages)
    async def _stream(self, messages):
        return await self.client.chat.completions.create(model="gpt-5.4", messages=messages, stream=True)
`,
      'role.py': `
from typing import Optional
from base import BaseLLM
class WithLLM:
    own: Optional[BaseLLM] = None
    @property
    def llm(self) -> BaseLLM:
        if not self.own:
            self.own = self.context.make(self.config)
        return self.own
    @llm.setter
    def llm(self, llm: BaseLLM) -> None:
        self.own = llm
class Role(WithLLM):
    async def plan(self):
        return await self.llm.ask("Plan the day.", "You are brief.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'role.py'), [
      'wrapper-call openai-chat openai gpt-5.4 (literal) cap absent via ask > complete > _complete',
      '  system system: You are brief.',
      '  user: Plan the day.',
    ]);
  });

  it('requests that a class sends where those below it say (TypeScript)', async () => {
    const files = {
      'engine.ts': `
export abstract class Engine {
  abstract address(): Promise<string>;
  abstract model(): Promise<string>;
  async body(): Promise<Record<string, any>> { return { model: await this.model(), stream: true }; }
  async send(content: string) {
    const body = await this.body();
    body['messages'] = [{ role: 'user', content }];
    return fetch(await this.address(), { method: 'POST', body: JSON.stringify(body) });
  }
}
`,
      'engines.ts': `
import { Engine } from './engine';
export class Kimi extends Engine {
  async address() { return 'https://api.moonshot.cn/v1/chat/completions'; }
  async model() { return 'kimi-k2'; }
}
export class Gpt extends Engine {
  async address() { return 'https://api.openai.com/v1/chat/completions'; }
  async model() { return 'gpt-5.4'; }
  async body() { return { ...(await super.body()), max_completion_tokens: 300 }; }
}
`,
      'use.ts': `
import { Engine } from './engine';
import { Gpt, Kimi } from './engines';
export const one = () => new Gpt().send('One.');
export const pick = (fast: boolean): Engine => (fast ? new Kimi() : new Gpt());
export const two = (fast: boolean) => pick(fast).send('Two.');
export const three = (engine: Engine) => engine.send('Three.');
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 300 via send',
      '  user: One.',
      'wrapper-call openai-chat ? ? one of kimi-k2, gpt-5.4 (constant) cap unknown via send WRAPPER',
      '  user: Two.',
      'wrapper-call openai-chat ? ? one of kimi-k2, gpt-5.4 (constant) cap unknown via send WRAPPER',
      '  user: Three.',
    ]);
  });
});
