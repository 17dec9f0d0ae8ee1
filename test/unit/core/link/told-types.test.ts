import assert from 'node:assert/strict';
import { sketchesOf, sketchesOfAll } from '../../link-project';

describe('reading calls on what only types tell (TypeScript)', () => {
  it('types told by an object: ReturnType<typeof makeClient>, typeof client', async () => {
    const files = {
      'clients.ts': `
import OpenAI from 'openai';
import { createAnthropic } from '@ai-sdk/anthropic';
export function makeClient(key: string) { return new OpenAI({ apiKey: key, baseURL: 'https://openrouter.ai/api/v1' }); }
export async function makeLlm() {
  const client = makeClient('k');
  return { ask: (prompt: string) => client.responses.create({ model: 'gpt-5.4', input: prompt }) };
}
export class Service { ask(prompt: string) { return makeClient('k').responses.create({ model: 'gpt-5.4-nano', input: prompt }); } }
export const makeService = () => new Service();
export const shared = new OpenAI();
export function makeModel() { return createAnthropic()('claude-sonnet-5'); }
`,
      'use.ts': `
import { generateText, type LanguageModel } from 'ai';
import type { makeClient, makeLlm, makeService, shared } from './clients';
import * as clients from './clients';
export async function ask(client: ReturnType<typeof makeClient>, text: string) {
  return client.chat.completions.create({ model: 'openai/gpt-5.4', messages: [{ role: 'user', content: 'One.' }] });
}
export async function tell(llm: Awaited<ReturnType<typeof makeLlm>>, service: ReturnType<typeof makeService>) {
  await llm.ask('Two.');
  await service.ask('Three.');
}
export class Runner {
  private client: ReturnType<typeof clients.makeClient>;
  constructor(private deps: { openai: typeof shared }) {}
  run() { return this.client.responses.create({ model: 'openai/gpt-5.4-mini', input: 'Four.' }); }
  walk() { return this.deps.openai.responses.create({ model: 'gpt-5.4-mini', input: 'Five.' }); }
}
let client: ReturnType<typeof makeClient> | null = null;
export const late = () => client.responses.create({ model: 'openai/gpt-5.4-mini', input: 'Six.' });
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('use.ts'), [
      'call openai-chat openrouter openai/gpt-5.4 (literal) cap absent',
      '  user: One.',
      'wrapper-call openai-responses openrouter gpt-5.4 (literal) cap absent via ask',
      '  user: Two.',
      'wrapper-call openai-responses openrouter gpt-5.4-nano (literal) cap absent via ask',
      '  user: Three.',
      'call openai-responses openrouter openai/gpt-5.4-mini (literal) cap absent',
      '  user: Four.',
      'call openai-responses openai gpt-5.4-mini (literal) cap absent',
      '  user: Five.',
      'call openai-responses openrouter openai/gpt-5.4-mini (literal) cap absent',
      '  user: Six.',
    ]);
  });

  it('a model that a client makes says more than the type that a function states for it', async () => {
    const source = `
import { createOpenAI } from '@ai-sdk/openai';
import { extractReasoningMiddleware, generateText, type LanguageModel, wrapLanguageModel } from 'ai';
const openai = process.env.OPENAI_KEY ? createOpenAI({ apiKey: process.env.OPENAI_KEY }) : undefined;
const small = openai?.('gpt-5.4-mini');
const large = process.env.LARGE
  ? wrapLanguageModel({ model: createOpenAI({})('gpt-5.4'), middleware: extractReasoningMiddleware({ tagName: 'think' }) })
  : undefined;
const other = process.env.OTHER ? openai?.(process.env.OTHER) : undefined;
const smallOne = (): LanguageModel => small as LanguageModel;
function anyOne(): LanguageModel {
  if (other) return other;
  const model = large ?? small;
  if (!model) throw new Error('No model.');
  return model as LanguageModel;
}
export const one = () => generateText({ model: smallOne(), prompt: 'Hi.' });
export const two = () => generateText({ model: anyOne(), prompt: 'Hi.' });
`;
    assert.deepEqual(await sketchesOf({ 'main.ts': source }, 'main.ts'), [
      'call vercel-ai openai gpt-5.4-mini (constant) cap absent',
      '  user: Hi.',
      'call vercel-ai openai ? one of gpt-5.4, gpt-5.4-mini, unless the environment says another (environment) cap absent',
      '  user: Hi.',
    ]);
  });

  it('parameters whose types stand around their function', async () => {
    const files = {
      'types.ts': `
import type OpenAI from 'openai';
export interface Tools { client: OpenAI; question: string }
export type Step = (tools: Tools) => Promise<void>;
export interface Widget { name: string; run: (tools: Tools) => Promise<unknown>; end?: Step; also?: (count: number, tools: Tools) => void }
export interface Wide extends Widget { wide: boolean }
export function register(widget: Widget, options?: { onEnd: Step }): void {}
export async function withTools<T>(work: (tools: Tools) => Promise<T>): Promise<T> { return work(make()); }
export class Loop { constructor(work: Step) {} }
declare function make(): Tools;
`,
      'use.ts': `
import { Loop, register, withTools, type Step, type Wide, type Widget } from './types';
const first: Widget = {
  name: 'first',
  run: async tools => tools.client.responses.create({ model: 'gpt-5.4', input: 'One.' }),
  async end({ client }) { await client.responses.create({ model: 'gpt-5.4', input: 'Two.' }); },
  also: (_count, tools) => { tools.client.responses.create({ model: 'gpt-5.4', input: 'Three.' }); },
};
const second = { run: async tools => tools.client.responses.create({ model: 'gpt-5.4', input: 'Four.' }), wide: true, name: 'x' } satisfies Wide;
export const step: Step = async ({ client: ai }) => { await ai.responses.create({ model: 'gpt-5.4', input: 'Five.' }); };
register({ name: 'third', run: async t => t.client.responses.create({ model: 'gpt-5.4', input: 'Six.' }) });
export const all = withTools(async tools => tools.client.responses.create({ model: 'gpt-5.4', input: 'Seven.' }));
new Loop(async tools => { await tools.client.responses.create({ model: 'gpt-5.4', input: 'Eight.' }); });
export function widget(): Widget {
  return { name: 'w', run: async tools => tools.client.responses.create({ model: 'gpt-5.4', input: 'Nine.' }) };
}
export class Held { step: Step = async tools => { await tools.client.responses.create({ model: 'gpt-5.4', input: 'Ten.' }); }; }
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('use.ts'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: One.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Two.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Three.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Four.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Five.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Six.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Seven.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Eight.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Nine.',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Ten.',
    ]);
  });

  it('says from which call a value comes that is known by its type', async () => {
    const files = {
      'models.ts': `
import { ChatOpenAI } from '@langchain/openai';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
const made = new Map<string, BaseChatModel>();
export const modelFor = (name: string, kind: string): BaseChatModel => {
  const known = made.get(kind);
  return known ?? make(name);
};
function make(name: string) { return new ChatOpenAI({ model: name }); }
`,
      'use.ts': `
import { modelFor } from './models';
export async function ask(request: Request) {
  const { name, kind } = await request.json();
  return modelFor(name, kind).invoke('One.');
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.ts'), ['call langchain ? ? comes from modelFor() (unknown) cap unknown', '  user: One.']);
  });
});

describe('reading calls on what only types tell (Python)', () => {
  it('a field that a method sets to what a container gives, by the type that it is stated to have there', async () => {
    const files = {
      'services/base.py': `
import abc

class Service(abc.ABC):
    @abc.abstractmethod
    def answer(self, messages):
        raise NotImplementedError
`,
      'services/gpt.py': `
from openai import OpenAI
from services.base import Service

class Gpt(Service):
    def answer(self, messages):
        return OpenAI().chat.completions.create(model="gpt-5.4-mini", messages=messages)
`,
      'services/api.py': `
from injector import Injector
from services.base import Service
from services.gpt import Gpt

class Api:
    def __init__(self, injector: Injector):
        self.injector = injector
        self._use(Gpt)

    def _use(self, kind):
        self.service: Service = self.injector.get(kind)

    def ask(self, question):
        return self.service.answer([{"role": "user", "content": question}])

def greet(api: Api):
    return api.ask("Greet me.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'services/api.py'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (literal) cap absent via answer WRAPPER',
      '  user: {question ~call}',
      'wrapper-call openai-chat openai gpt-5.4-mini (literal) cap absent via ask > answer',
      '  user: Greet me.',
    ]);
  });
});
