import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading calls on clients that nobody says anything of', () => {
  it('a client that nothing of a script makes, as the cell that did was left out (Python)', async () => {
    const files = {
      'rag.py': `
from together import Together

def context(prompt):
    client.messages.create(to="+41", body=prompt)
    return client.chat.completions.create(model="meta-llama/Llama-3.2-3B-Instruct-Turbo", messages=[{"role": "user", "content": prompt}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'rag.py'), [
      'call openai-chat ? meta-llama/Llama-3.2-3B-Instruct-Turbo (literal) cap absent WRAPPER',
      '  user: {prompt ~call}',
    ]);
  });

  it('a call that two packages have, told by what only one of them calls a cap (Python)', async () => {
    const files = {
      'app/complete.py': `
import openai
from anthropic import Anthropic

def complete(prompt, client, model, **options):
    return client.completions.create(model=model, prompt=prompt, max_tokens_to_sample=600, **options)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/complete.py'), [
      'call anthropic-completions ? ? comes from the parameter model (caller) cap 600 WRAPPER',
      '  user: {prompt ~call}',
    ]);
  });

  it('a client that is a parameter without a type (Python)', async () => {
    const files = {
      'app/llm.py': `
import anthropic
import openai
from typing import Any

def ask(client, model, msg):
    if "claude" in model:
        return client.messages.create(model=model, max_tokens=300, messages=[{"role": "user", "content": msg}])
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": msg}], max_tokens=200)

def title(text, client: Any = None):
    return client.responses.create(model="gpt-5.4", input="Title for: " + text)

class Bot:
    def __init__(self, client, bedrock):
        self.client = client
        self.bedrock = bedrock
    def embed(self, text):
        return self.client.embeddings.create(model="text-embedding-3-small", input="Passage: " + text)
    def converse(self, text):
        return self.bedrock.converse(modelId="amazon.nova-lite-v1:0", messages=[{"role": "user", "content": [{"text": "Hi " + text}]}])

def handler(request):
    return request.app.state.openai.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": "Hello"}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/llm.py'), [
      'call anthropic-messages ? ? comes from the parameter model (caller) cap 300 WRAPPER',
      '  user: {msg ~unknown}',
      'call openai-chat ? ? comes from the parameter model (caller) cap 200 WRAPPER',
      '  user: {msg ~unknown}',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: Title for: {text ~unknown}',
      'call openai-embeddings openai text-embedding-3-small (literal) cap unsupported WRAPPER',
      '  user: Passage: {text ~unknown}',
      'call bedrock-converse aws amazon.nova-lite-v1:0 (literal) cap absent WRAPPER',
      '  user: Hi {text ~unknown}',
      'call openai-chat openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: Hello',
    ]);
  });

  it('a recording to be written down, which needs no words (JavaScript)', async () => {
    const files = {
      'voice.js': `
export async function written(openai, file) {
  const { text } = await openai.audio.transcriptions.create({ file, model: 'whisper-1' })
  return text
}
export async function posted(station, file) {
  return station.audio.transcriptions.create({ name: 'Evening', model: 'stereo' })
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'voice.js'), ['call openai-audio openai whisper-1 (literal) cap unsupported WRAPPER']);
  });

  it('a client that a framework or a package hands out (Python, TypeScript)', async () => {
    const files = {
      'app/api.py': `
import anthropic
import openai
from fastapi import Depends, FastAPI, Request
from flask import current_app
from unittest.mock import mock_client
from app.gateway import connect
app = FastAPI()

def claude(request: Request):
    return request.app.state.claude

@app.post("/a")
async def a(q: str, client=Depends(claude)):
    return await client.messages.create(model="claude-sonnet-4-5", max_tokens=10, messages=[{"role": "user", "content": q}])

@app.post("/b")
async def b(q: str, request: Request):
    return await request.app.state.client.responses.create(model="gpt-5.4-mini", input=q)

def c(q):
    return current_app.openai.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": q}])

def d(q):
    return mock_client.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": q}])
`,
      'app/api.ts': `
import OpenAI from 'openai';
import { useContext } from './gateway';
export const handler = async (event: { q: string }) =>
  useContext('ai').openai.chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'user', content: event.q }] });
`,
    };
    const python = await sketchesOf(files, 'app/api.py');
    assert.deepEqual(
      python.filter(line => line.startsWith('call ')),
      [
        'call anthropic-messages anthropic claude-sonnet-4-5 (literal) cap 10',
        'call openai-responses openai gpt-5.4-mini (literal) cap absent',
        'call openai-chat openai gpt-5.4 (literal) cap absent WRAPPER',
      ],
    );
    assert.equal((await sketchesOf(files, 'app/api.ts'))[0], 'call openai-chat openai gpt-5.4 (literal) cap absent');
  });

  it('a client that a class of a package makes, by names of three steps (Python, TypeScript)', async () => {
    const files = {
      'ask.py': `
from types import SimpleNamespace
from arcade import Desk, Texts

desk = Desk(base_url="https://desk.example/v1")
texts = Texts()

def ask(text):
    return desk.chat.completions.create(model="gpt-5.4-mini", max_tokens=30, messages=[{"role": "user", "content": text}])
def topic(text):
    return desk.chat.completions.create(topic=text)
def text(to):
    return texts.messages.create(model="short", messages=[to])
def fake(text):
    return SimpleNamespace(chat=text).chat.completions.create(model="gpt-5.4-mini", messages=[])
`,
      'ask.ts': `
import { Desk } from 'arcade';

export class Chat {
  private desk: Desk | undefined;

  private open(key: string) {
    this.desk = new Desk({ key });
  }

  async ask(question: string) {
    if (!this.desk) return;
    return this.desk.chat.completions.create({ model: 'gpt-5.4-mini', max_tokens: 40, messages: [{ role: 'user', content: question }] });
  }
}
export const askWith = (desk: Desk, question: string) =>
  desk.chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'user', content: question }] });
const send = (desk: Desk, request: Request) => desk.chat.completions.create(request);
export const shelve = (desk: Desk) => desk.chat.completions.create('shelf', 3);
send(new Desk(), { model: 'gpt-5.4-nano', messages: [{ role: 'user', content: 'Hello.' }] });
`,
    };
    const heads = async (name: 'ask.py' | 'ask.ts') => (await sketchesOf(files, name)).filter(line => !line.startsWith(' '));
    assert.deepEqual(await heads('ask.py'), ['call openai-chat openai gpt-5.4-mini (literal) cap 30 WRAPPER']);
    assert.deepEqual(await heads('ask.ts'), [
      'call openai-chat openai gpt-5.4-mini (literal) cap 40 WRAPPER',
      'call openai-chat openai gpt-5.4 (literal) cap absent WRAPPER',
      'call openai-chat ? ? may be in request (unknown) cap unknown WRAPPER',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap absent via send',
    ]);
  });

  it('look-alikes of such calls (Python)', async () => {
    const files = {
      'app/sms.py': `
import openai
from unittest.mock import MagicMock
from .own import Client

def text(client, to):
    client.messages.create(to=to, from_="+1", body="Hi")
    client.chat.completions.create(topic="x")
    client.create(model="m", messages=[])

def typed(client: Client):
    client.chat.completions.create(model="m", messages=[])

def test_it(client, mock_client):
    client.chat.completions.create(model="m", messages=[])

def helper(mock_client):
    mock_client.chat.completions.create(model="m", messages=[])

MagicMock().chat.completions.create(model="m", messages=[])
`,
      'app/own.py': `
class Client:
    def __init__(self, chat):
        self.chat = chat
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/sms.py'), []);
  });

  it('runs of assistants and pictures, which need no model, in a file that imports the package (JavaScript, Python)', async () => {
    const script = `
async function answer(openai, thread, outputs) {
  return openai.beta.threads.runs.submitToolOutputsStream(thread, outputs.run, { tool_outputs: outputs.all });
}
async function start(client, thread) {
  return client.beta.threads.runs.stream(thread, { assistant_id: process.env.ASSISTANT });
}
async function sketch(openai, subject) {
  return openai.images.generate({ prompt: \`A sketch of \${subject}\`, size: '512x512' });
}
async function shelve(openai, thread) {
  return openai.beta.threads.runs.stream(thread, { shelf: 3 });
}
`;
    const files = {
      'desk.js': `const { AzureOpenAI } = require('openai');\n${script}`,
      'shelf.js': script,
      'desk.py': `
import openai

def start(client, thread):
    return client.beta.threads.runs.create(thread_id=thread, assistant_id="asst_1")
`,
    };
    const heads = async (name: keyof typeof files) => (await sketchesOf(files, name)).filter(line => !line.startsWith(' '));
    const run = 'call openai-assistant-runs ? ? not stated (absent) cap absent WRAPPER';
    assert.deepEqual(await heads('desk.js'), [run, run, 'call openai-images ? ? not stated (absent) cap unsupported WRAPPER']);
    assert.deepEqual(await heads('shelf.js'), []);
    assert.deepEqual(await heads('desk.py'), [run]);
  });

  it('options that are spread into a call, in a file that imports the package or by names of three steps (Python)', async () => {
    const ask = `
def ask(client, messages, **options):
    return client.chat.completions.create(messages=messages, **options)
def all_of_it(client, **request):
    return client.chat.completions.create(**request)
def claude(client, messages, **options):
    return client.messages.create(messages=messages, **options)
def sms(client, **message):
    return client.messages.create(**message)
`;
    const found = await sketchesOf({ 'ask.py': `import anthropic\nimport openai\n${ask}` }, 'ask.py');
    const chat = 'call openai-chat ? ? may be in options (unknown) cap unknown WRAPPER';
    assert.deepEqual(
      found.filter(line => !line.startsWith(' ')),
      [chat, chat.replace('options', 'request'), chat.replace('openai-chat', 'anthropic-messages')],
    );
    // Names of three steps need no import.
    assert.deepEqual(
      (await sketchesOf({ 'ask.py': `import twilio\n${ask}` }, 'ask.py')).filter(line => !line.startsWith(' ')),
      [chat, chat.replace('options', 'request')],
    );
  });

  it('clients of a class that is only named while the program runs (Python)', async () => {
    const source = `
import importlib
import random
import openai

class Own:
    pass

def clients(configs):
    made = []
    for config in configs:
        kind = getattr(importlib.import_module(config["module"]), config["name"])
        made.append(kind(**config))
    return made

def ask(configs, text):
    all_clients = clients(configs)
    client = all_clients[random.choice(range(len(all_clients)))]
    return client.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": text}])

def own(text):
    desks = [Own() for _ in range(3)]
    return desks[random.randint(0, 2)].chat.completions.create(model="gpt-5.4", messages=[])
`;
    assert.deepEqual(await sketchesOf({ 'ask.py': source }, 'ask.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {text ~unknown}',
    ]);
  });

  it('a known client counts more than the shape (Python)', async () => {
    const files = {
      'app/llm.py': `
import openai

def ask(client, model, msg):
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": msg}])
`,
      'app/use.py': `
from openai import AzureOpenAI
from .llm import ask
client = AzureOpenAI()
ask(client, "gpt-5.4", "Hello")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'wrapper-call openai-chat azure gpt-5.4 (constant) cap absent via ask',
      '  user: Hello',
    ]);
  });

  it('models that are known by a method that only LangChain has (Python)', async () => {
    const files = {
      'app/nodes.py': `
from langchain_core.messages import HumanMessage
from .schemas import Answer
def make_node(llm, tools):
    bound = llm.bind_tools(tools)
    def node(state):
        return bound.invoke([HumanMessage(content="Say hello.")])
    return node
def answer(llm):
    try:
        structured = llm.with_structured_output(Answer)
    except NotImplementedError:
        structured = None
    return structured.invoke("Answer.")
def other(llm, session):
    session.invoke("x")
    llm.register(Answer).invoke("y")
`,
      'app/schemas.py': `
from pydantic import BaseModel
class Answer(BaseModel):
    text: str
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/nodes.py'), [
      'call langchain ? ? comes from the parameter llm (caller) cap unknown WRAPPER',
      '  tools system: {tools ~unknown}',
      '  user: Say hello.',
      'call langchain ? ? comes from the parameter llm (caller) cap unknown WRAPPER',
      '  schema system: {schema ~unknown}',
      '  user: Answer.',
    ]);
  });

  it('`Any` is as good as no type (Python)', async () => {
    const files = {
      'structured.py': `
from typing import Any
def bind(llm: Any, schema) -> Any | None:
    try:
        return llm.with_structured_output(schema)
    except NotImplementedError:
        return None
def ask(structured: Any | None, plain: Any, prompt: Any):
    if structured is not None:
        return structured.invoke(prompt)
    return plain.invoke(prompt)
`,
      'trader.py': `
from structured import ask, bind
from pydantic import BaseModel
class Plan(BaseModel):
    text: str
def make(llm):
    structured = bind(llm, Plan)
    def node(state):
        return ask(structured, llm, "Trade.")
    return node
`,
    };
    assert.deepEqual(await sketchesOf(files, 'trader.py'), [
      'wrapper-call langchain ? ? comes from the parameter llm (caller) cap unknown via ask WRAPPER',
      '  schema system: {schema ~unknown}',
      '  user: Trade.',
    ]);
  });

  it('a client without a type (JavaScript, TypeScript)', async () => {
    const files = {
      'ask.js': `
export const ask = async (client, prompt) =>
  client.chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'user', content: prompt }] });
export function text(client, to) {
  return client.messages.create({ to, from: '+1', body: 'Hi' });
}
export function other(client) {
  return client.chat.completions.create({ topic: 'x' });
}
`,
      'use.ts': `
import OpenAI from 'openai';
import { ask } from './ask.js';
ask(new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }), 'Hello.');
`,
    };
    assert.deepEqual(await sketchesOf(files, 'ask.js'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {prompt ~call}',
    ]);
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [
      'wrapper-call openai-chat groq gpt-5.4 (literal) cap absent via ask',
      '  user: Hello.',
    ]);
  });

  it('what is called like a model in a file that imports LangChain, and chains of what callers pass (Python)', async () => {
    const files = {
      'chains.py': `
from langchain_core.messages import HumanMessage
class Writer:
    def __init__(self, llm, session, prompt):
        self.llm = llm
        self.session = session
        self.chain = prompt | llm
    def title(self, text):
        self.session.invoke("x")
        return self.llm.invoke([HumanMessage(content="Title for " + text)])
    def body(self, text):
        return self.chain.invoke({"text": text})
`,
      'plain.py': `
def run(llm, text):
    return llm.invoke(text)
`,
      'use.py': `
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
from chains import Writer
from plain import run
writer = Writer(ChatOpenAI(model="gpt-5.4", max_tokens=30), None, ChatPromptTemplate.from_template("Write {text}"))
writer.title("A")
writer.body("B")
run(ChatOpenAI(model="gpt-5.4-mini"), "C")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'chains.py'), [
      'call langchain ? ? comes from the parameter llm (caller) cap unknown WRAPPER',
      '  user: Title for {text ~unknown}',
    ]);
    assert.deepEqual(await sketchesOf(files, 'plain.py'), [
      'call langchain openai gpt-5.4-mini (constant) cap absent WRAPPER',
      '  user: {text ~unknown}',
    ]);
    const { 'use.py': _, ...uncalled } = files;
    assert.deepEqual(await sketchesOf(uncalled, 'plain.py'), []);
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'constructor langchain openai gpt-5.4 (literal) cap 30',
      'wrapper-call langchain openai gpt-5.4 (constant) cap 30 via title',
      '  user: Title for A',
      'wrapper-call langchain openai gpt-5.4 (constant) cap 30 via body',
      '  user: Write B',
      'wrapper-call langchain openai gpt-5.4-mini (constant) cap absent via run',
      '  user: C',
      'constructor langchain openai gpt-5.4-mini (literal) cap absent',
    ]);
  });
});
