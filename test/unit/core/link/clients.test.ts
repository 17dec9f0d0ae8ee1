import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading clients', () => {
  it('a FastAPI handler with a client at module level (Python)', async () => {
    const files = {
      'app/main.py': `
from fastapi import FastAPI
from openai import AsyncOpenAI
from pydantic import BaseModel

app = FastAPI()
client = AsyncOpenAI()

class Ask(BaseModel):
    question: str

@app.post("/ask")
async def ask(body: Ask):
    response = await client.chat.completions.create(
        model="gpt-5.4-mini",
        messages=[
            {"role": "system", "content": "You answer questions about shoes."},
            {"role": "user", "content": body.question},
        ],
        max_completion_tokens=400,
    )
    return response.choices[0].message.content
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/main.py'), [
      'call openai-chat openai gpt-5.4-mini (literal) cap 400',
      '  system system: You answer questions about shoes.',
      '  user: {body.question ~call}',
    ]);
  });

  it('a client opened by with (Python)', async () => {
    const files = {
      'app/run.py': `
from openai import OpenAI

def title(text):
    with OpenAI() as client:
        return client.responses.create(model="gpt-5.4", input="Title for: " + text, max_output_tokens=20)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/run.py'), [
      'call openai-responses openai gpt-5.4 (literal) cap 20',
      '  user: Title for: {text ~unknown}',
    ]);
  });

  it('a cached factory of another file (Python)', async () => {
    const files = {
      'app/clients.py': `
from functools import lru_cache
from openai import OpenAI
import os

@lru_cache(maxsize=1)
def get_client() -> OpenAI:
    return OpenAI(api_key=os.environ["OPENAI_API_KEY"])
`,
      'app/use.py': `
from app.clients import get_client

def run(q):
    return get_client().chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": q}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it('a lazy global client (Python)', async () => {
    const files = {
      'app/use.py': `
from openai import OpenAI

_client = None

def client():
    global _client
    if _client is None:
        _client = OpenAI()
    return _client

def run(q):
    return client().chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": q}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it('typed parameters (Python)', async () => {
    const files = {
      'app/use.py': `
from __future__ import annotations
from typing import Optional
import anthropic
from openai import OpenAI

async def one(client: anthropic.AsyncAnthropic, text: str):
    return await client.messages.create(model="claude-haiku-5-5", max_tokens=50, messages=[{"role": "user", "content": text}])

def two(text, client: Optional[OpenAI] = None):
    client = client or OpenAI()
    return client.responses.create(model="gpt-5.4", input=text)

def three(text, client: "OpenAI | None" = None):
    if client is None:
        client = OpenAI()
    return client.responses.create(model="gpt-5.4", input=text)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 50 WRAPPER',
      '  user: {text ~unknown}',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {text ~unknown}',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {text ~unknown}',
    ]);
  });

  it('calls that stream, parse, go through beta or raw responses (Python)', async () => {
    const files = {
      'app/use.py': `
from openai import OpenAI
from anthropic import Anthropic
from pydantic import BaseModel
class Out(BaseModel):
    a: str
o = OpenAI()
c = Anthropic()
def a(q):
    with c.messages.stream(model="claude-haiku-5-5", max_tokens=10, messages=[{"role": "user", "content": q}]) as s:
        for t in s.text_stream:
            print(t)
def b(q):
    return o.beta.chat.completions.parse(model="gpt-5.4", messages=[{"role": "user", "content": q}], response_format=Out)
def d(q):
    return o.chat.completions.with_raw_response.create(model="gpt-5.4", messages=[{"role": "user", "content": q}])
def e(q):
    return o.with_options(timeout=5).responses.parse(model="gpt-5.4", input=q, text_format=Out)
def f(q):
    return c.beta.messages.create(model="claude-haiku-5-5", max_tokens=10, messages=[{"role": "user", "content": q}], betas=["x"])
def g(q):
    return o.responses.stream(model="gpt-5.4", input=q)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 10 WRAPPER',
      '  user: {q ~unknown}',
      'call openai-chat openai gpt-5.4 (literal) cap absent WRAPPER',
      '  schema system: {response_format ~unknown}',
      '  user: {q ~unknown}',
      'call openai-chat openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  schema system: {text_format ~unknown}',
      '  user: {q ~unknown}',
      'call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 10 WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it('an Express handler (TypeScript)', async () => {
    const files = {
      'src/server.ts': `
import express from 'express';
import OpenAI from 'openai';
const app = express();
const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
app.post('/ask', async (req, res) => {
  const completion = await openai.chat.completions.create({
    model: 'gpt-5.4-mini',
    messages: [{ role: 'system', content: 'You sell shoes.' }, { role: 'user', content: req.body.question }],
    max_tokens: 300,
  });
  res.json(completion.choices[0].message);
});
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/server.ts'), [
      'call openai-chat openai gpt-5.4-mini (literal) cap 300',
      '  system system: You sell shoes.',
      '  user: {req.body.question ~call}',
    ]);
  });

  it('a Next.js route (TypeScript)', async () => {
    const files = {
      'app/api/chat/route.ts': `
import Anthropic from '@anthropic-ai/sdk';
import { SYSTEM_PROMPT } from '@/lib/prompts';
const anthropic = new Anthropic();
export async function POST(req: Request) {
  const { messages } = await req.json();
  const stream = await anthropic.messages.create({ model: process.env.MODEL ?? 'claude-sonnet-5-5', max_tokens: 1024, stream: true, system: \`Be brief.\`, messages });
  return new Response(stream.toReadableStream());
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/api/chat/route.ts'), [
      'call anthropic-messages anthropic claude-sonnet-5-5 (environment) cap 1024',
      '  system system: Be brief.',
      '  user*: {req.json().messages ~turn+}',
    ]);
  });

  it('a private client (TypeScript)', async () => {
    const files = {
      'src/bot.ts': `
import OpenAI from 'openai';
export class Titles {
  readonly #client = new OpenAI();
  static readonly MODEL = 'gpt-5.4-nano';
  make = async (text: string) => this.#client.responses.create({ model: Titles.MODEL, input: \`Title: \${text}\` });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/bot.ts'), [
      'call openai-responses openai gpt-5.4-nano (constant) cap absent',
      '  user: Title: {text ~unknown}',
    ]);
  });

  it('a lazy client (TypeScript)', async () => {
    const files = {
      'src/client.ts': `
import OpenAI from 'openai';
let client: OpenAI | undefined;
export function getClient() {
  if (!client) {
    client = new OpenAI();
  }
  return client;
}
let other: OpenAI | null = null;
export const getOther = () => (other ??= new OpenAI({ baseURL: 'https://api.deepseek.com/v1' }));
`,
      'src/use.ts': `
import { getClient, getOther } from './client';
export const a = (q: string) => getClient().responses.create({ model: 'gpt-5.4', input: \`Q: \${q}\` });
export const b = (q: string) => getOther().chat.completions.create({ model: 'deepseek-chat', messages: [{ role: 'user', content: \`Q: \${q}\` }] });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: Q: {q ~unknown}',
      'call openai-chat deepseek deepseek-chat (literal) cap absent',
      '  user: Q: {q ~unknown}',
    ]);
  });

  it('typed parameters and destructured dependencies (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import type OpenAI from 'openai';
import Anthropic from '@anthropic-ai/sdk';
export function a(client: OpenAI, q: string) {
  return client.responses.create({ model: 'gpt-5.4', input: q });
}
export function b({ client, q }: { client: Anthropic; q: string }) {
  return client.messages.create({ model: 'claude-haiku-5-5', max_tokens: 5, messages: [{ role: 'user', content: q }] });
}
interface Deps { openai: OpenAI }
export function c(deps: Deps, q: string) {
  return deps.openai.responses.create({ model: 'gpt-5.4', input: q });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {q ~unknown}',
      'call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 5 WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it("subclass of the SDK's client (Python)", async () => {
    const files = {
      'use.py': `
from openai import OpenAI
class DeepSeek(OpenAI):
    def __init__(self, key):
        super().__init__(base_url="https://api.deepseek.com/v1", api_key=key)
DeepSeek("k").chat.completions.create(model="deepseek-chat", messages=[{"role": "user", "content": "Hi."}], max_tokens=5)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), ['call openai-chat deepseek deepseek-chat (literal) cap 5', '  user: Hi.']);
  });

  it('a factory by provider (Python)', async () => {
    const files = {
      'use.py': `
import anthropic, openai
def make(kind):
    if kind == "a":
        return anthropic.Anthropic()
    return openai.OpenAI()
make("a").messages.create(model="claude-haiku-5-5", max_tokens=3, messages=[{"role": "user", "content": "Hi."}])
make("b").chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": "Hi."}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 3',
      '  user: Hi.',
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  user: Hi.',
    ]);
  });

  it('the module as client (Python)', async () => {
    const files = {
      'use.py': `
import openai
openai.api_key = "k"
openai.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": "Hi."}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), ['call openai-chat openai gpt-5.4 (literal) cap absent', '  user: Hi.']);
  });

  it('conditional imports (Python)', async () => {
    const files = {
      'prompts_a.py': `
P = "A."
`,
      'prompts_b.py': `
P = "B."
`,
      'use.py': `
try:
    from openai import OpenAI
except ImportError:
    OpenAI = None
import os
if os.getenv("X"):
    from prompts_a import P
else:
    from prompts_b import P
def f():
    from openai import AsyncOpenAI as C
    return C().responses.create(model="m", input=P)
OpenAI().responses.create(model="m", input="y")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai m (literal) cap absent',
      '  user: A.',
      'call openai-responses openai m (literal) cap absent',
      '  user: y',
    ]);
  });

  it('a dependency of a handler (Python)', async () => {
    const files = {
      'api.py': `
from typing import Annotated
from fastapi import APIRouter, Depends, Query
from openai import AsyncOpenAI
router = APIRouter()
def get_client() -> AsyncOpenAI:
    return AsyncOpenAI()
@router.post("/x")
async def x(q: str, model: str = Query("gpt-5.4"), client: AsyncOpenAI = Depends(get_client)):
    return await client.responses.create(model=model, input=q)
@router.post("/y")
async def y(q: str, client=Depends(get_client)):
    return await client.responses.create(model="m", input=q)
@router.post("/z")
async def z(q: str, client: Annotated[AsyncOpenAI, Depends(get_client)]):
    return await client.responses.create(model="m", input=q)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'api.py'), [
      'call openai-responses openai gpt-5.4 (default) cap absent',
      '  user: {q ~unknown}',
      'call openai-responses openai m (literal) cap absent',
      '  user: {q ~unknown}',
      'call openai-responses openai m (literal) cap absent',
      '  user: {q ~unknown}',
    ]);
  });

  it('tool loops and parallel calls (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
const openai = new OpenAI();
const Out = z.object({ a: z.string() });
type Out = z.infer<typeof Out>;
export async function all(texts: string[]) {
  return Promise.all(texts.map(text => openai.chat.completions.parse({ model: 'm', messages: [{ role: 'user', content: \`Tag: \${text}\` }], response_format: zodResponseFormat(Out, 'out') })));
}
export async function* stream(q: string) {
  for await (const chunk of await openai.chat.completions.create({ model: 'm', stream: true, messages: [{ role: 'user', content: \`Q: \${q}\` }] })) yield chunk;
}
export const tools = (q: string) => openai.chat.completions.runTools({ model: 'm', messages: [{ role: 'user', content: \`Q: \${q}\` }], tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object' }, function: run } }] });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-chat openai m (literal) cap absent',
      '  schema system: {"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}',
      '  user: Tag: {text ~unknown}',
      'call openai-chat openai m (literal) cap absent',
      '  user: Q: {q ~unknown}',
      'call openai-chat openai m (literal) cap absent',
      '  tools system: {"type":"function","function":{"name":"f","parameters":{"type":"object"},"function":{run ~unknown}}}',
      '  user: Q: {q ~unknown}',
      '  tool: {later rounds !call+}',
    ]);
  });

  it('methods of a client that lists have as well (Python)', async () => {
    const source = `
from openai import OpenAI
class Agent:
    def __init__(self, client: OpenAI):
        self.client = client
    def ask(self):
        return self.client.responses.create(model="gpt-5.4", input="One.")
    def forget(self, event):
        self.client.clear(event)
        self.client.remove(event)
client = OpenAI()
client.pop("x")
client.responses.create(model="gpt-5.4", input="Two.")
`;
    const found = 'call openai-responses openai gpt-5.4 (literal) cap absent';
    assert.deepEqual(await sketchesOf({ 'a.py': source }, 'a.py'), [found, '  user: One.', found, '  user: Two.']);
  });

  it('a client that a data class is handed from elsewhere, by the type of its field (Python)', async () => {
    const source = `
import streamlit as st
from pydantic import BaseModel
from openai import OpenAI
class State(BaseModel):
    client: OpenAI
    name: str
def state() -> State:
    return State(client=st.session_state.client, name=st.session_state.name)
now = state()
now.client.responses.create(model="gpt-5.4", input="One.")
now.name.responses.create(model="gpt-5.4", input="No call.")
`;
    assert.deepEqual(await sketchesOf({ 'a.py': source }, 'a.py'), [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      '  user: One.',
    ]);
  });

  it('what a framework hands to tools holds what it says in brackets (Python)', async () => {
    const files = {
      'main.py': `
from dataclasses import dataclass
from agents import RunContextWrapper
from langgraph.runtime import Runtime
from openai import AsyncOpenAI
from pydantic_ai import RunContext

@dataclass
class Deps:
    openai: AsyncOpenAI
    user: str

async def one(context: RunContext[Deps], text: str):
    return await context.deps.openai.embeddings.create(input=text, model="text-embedding-3-small")

async def two(wrapper: RunContextWrapper[Deps], text: str):
    return await wrapper.context.openai.responses.create(input=f"Sum up: {text}", model="gpt-5.4")

async def three(state, runtime: Runtime[Deps]):
    return await runtime.context.openai.responses.create(input=f"Sum up: {state['text']}", model="gpt-5.4-mini")
`,
    };
    assert.deepEqual(
      (await sketchesOf(files, 'main.py')).filter(line => line.startsWith('call')),
      [
        'call openai-embeddings openai text-embedding-3-small (literal) cap unsupported WRAPPER',
        'call openai-responses openai gpt-5.4 (literal) cap absent',
        'call openai-responses openai gpt-5.4-mini (literal) cap absent',
      ],
    );
  });

  it('clients that are made when they are first needed, behind a proxy (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
let made: OpenAI | undefined;
const client = () => (made ??= new OpenAI());
const lazily = { get: (_: object, key: string) => Reflect.get(client(), key) };
const told = new Proxy({} as OpenAI, lazily);
const declared: OpenAI = new Proxy({} as any, lazily);
const watched = new Proxy(new OpenAI({ apiKey: 'k' }), {});
const box = new Proxy({} as { responses: { create(of: object): void } }, lazily);
export const one = () => told.responses.create({ model: 'gpt-5.4', input: 'One.' });
export const two = () => declared.responses.create({ model: 'gpt-5.4', input: 'Two.' });
export const three = () => watched.responses.create({ model: 'gpt-5.4', input: 'Three.' });
export function four(services: Map<string, unknown>) {
  const held = services.get('openai') as OpenAI;
  return held.responses.create({ model: 'gpt-5.4', input: 'Four.' });
}
export const none = () => box.responses.create({ model: 'gpt-5.4', input: 'None.' });
`;
    const call = 'call openai-responses openai gpt-5.4 (literal) cap absent';
    assert.deepEqual(await sketchesOf({ 'a.ts': source }, 'a.ts'), [
      ...[call, '  user: One.'],
      ...[call, '  user: Two.'],
      ...[call, '  user: Three.'],
      ...[call, '  user: Four.'],
    ]);
  });

  it('a parameter that is a client of one of several classes (Python)', async () => {
    const source = `
from typing import Union
from openai import AsyncOpenAI, AzureOpenAI, OpenAI

class Desk:
    def __init__(self, client: OpenAI | AsyncOpenAI | None = None):
        self.client = client
    def ask(self, question: str):
        return self.client.responses.create(model="gpt-5.4", input=f"One: {question}")

def ask(client: Union[OpenAI, AzureOpenAI], question: str):
    return client.responses.create(model="gpt-5.4-mini", input=f"Two: {question}")
`;
    const heads = (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      'call openai-responses ? gpt-5.4-mini (literal) cap absent',
    ]);
  });

  it('a parameter or a field that is a client of one of several classes (TypeScript)', async () => {
    const source = `
import Anthropic from '@anthropic-ai/sdk';
import OpenAI, { AzureOpenAI } from 'openai';

type AnyClient = OpenAI | AzureOpenAI;

export const ask = (client: OpenAI | AzureOpenAI | undefined, question: string) =>
  client!.responses.create({ model: 'gpt-5.4', input: \`One: \${question}\` });

export class Desk {
  private readonly client: AnyClient;
  constructor(client: AnyClient, private readonly other: AnyClient | null) { this.client = client; }
  field(question: string) { return this.client.responses.create({ model: 'gpt-5.4-mini', input: \`Two: \${question}\` }); }
  property(question: string) { return this.other!.responses.create({ model: 'gpt-5.4-nano', input: \`Three: \${question}\` }); }
}

export function either(client: Anthropic | OpenAI, question: string) {
  if (client instanceof Anthropic)
    return client.messages.create({ model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: question }] });
  return client.responses.create({ model: 'gpt-4.1', input: question });
}
`;
    const heads = (await sketchesOf({ 'a.ts': source }, 'a.ts')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call openai-responses ? gpt-5.4 (literal) cap absent',
      'call openai-responses ? gpt-5.4-mini (literal) cap absent',
      'call openai-responses ? gpt-5.4-nano (literal) cap absent',
      'call anthropic-messages anthropic claude-sonnet-5 (literal) cap 9 WRAPPER',
      'call openai-responses openai gpt-4.1 (literal) cap absent WRAPPER',
    ]);
  });
});
