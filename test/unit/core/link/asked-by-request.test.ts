import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

const models = `
import { anthropic } from '@ai-sdk/anthropic';
import { createOpenAI, openai } from '@ai-sdk/openai';
const xai = createOpenAI({ baseURL: 'https://api.x.ai/v1' });
export function modelFor(id: string) {
  if (id.startsWith('claude-')) return anthropic(id);
  if (id.startsWith('grok-')) return xai(id);
  return openai(id);
}
`;

describe('what a request may leave out (TypeScript)', () => {
  it('has what stands in its place for a default', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
export async function POST(req: Request) {
  const { text, model = 'gpt-5.4', limit = 50 } = await req.json();
  return client.responses.create({ model, max_output_tokens: limit, input: text });
}
export async function PUT(request: Request) {
  const body = await request.json().catch(() => ({}));
  const asked = body.options?.model;
  return client.responses.create({ model: asked || 'gpt-5.4-mini', input: body.text });
}
app.post('/ask', async c => {
  const body = await c.req.json();
  return client.responses.create({ model: body.model ?? 'gpt-5.4-nano', input: body.text });
});
export async function PATCH(req: Request) {
  const { model } = await req.json();
  return client.responses.create({ model, input: 'Hello.' });
}
export async function relay(response: Response) {
  const data = await response.json();
  return client.responses.create({ model: data.model ?? 'gpt-5.4', input: 'Hello.' });
}
`;
    assert.deepEqual(await heads({ 'a.ts': source }, 'a.ts'), [
      'call openai-responses openai gpt-5.4 (default) cap 50',
      'call openai-responses openai gpt-5.4-mini (default) cap absent',
      'call openai-responses openai gpt-5.4-nano (default) cap absent',
      'call openai-responses openai ? comes from req.json().model (unknown) cap absent',
      'call openai-responses openai ? depends on data.model (computed while the program runs) (unknown) cap absent',
    ]);
  });

  it('says by its default which of several clients is asked', async () => {
    const source = `
import { anthropic } from '@ai-sdk/anthropic';
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { modelFor } from './models';
export async function POST(req: Request) {
  const { prompt, model: asked } = await req.json();
  return generateText({ model: modelFor(asked || 'grok-4'), prompt });
}
export async function PUT(req: Request) {
  const { prompt, model = 'claude-sonnet-5', provider = 'anthropic' } = await req.json();
  return generateText({ model: provider === 'anthropic' ? anthropic(model) : openai(model), prompt });
}
export async function PATCH(req: Request) {
  const { prompt, large, model = 'gpt-5.4' } = await req.json();
  return generateText({ model: large ? anthropic('claude-opus-5') : openai(model), prompt });
}
export async function DELETE(req: Request) {
  const { prompt, large, model = 'gpt-5.4' } = await req.json();
  return generateText({ model: large ? anthropic(large) : openai(model), prompt });
}
`;
    assert.deepEqual(await heads({ 'a.ts': source, 'models.ts': models }, 'a.ts'), [
      'call vercel-ai x-ai grok-4 (default) cap absent',
      'call vercel-ai anthropic claude-sonnet-5 (default) cap absent',
      'call vercel-ai ? ? one of claude-opus-5, gpt-5.4, unless another is passed (default) cap absent',
      'call vercel-ai ? ? comes from req.json().large (unknown) cap absent',
    ]);
  });
});

describe('what a request may leave out (Python)', () => {
  it('has what stands in its place for a default, whatever package answers', async () => {
    const source = `
import flask
from flask import g, request, session
from openai import OpenAI
client = OpenAI()

def body():
    data = request.get_json()
    return client.responses.create(model=data.get("model", "gpt-5.4"), max_output_tokens=data.get("limit", 50), input=data["text"])

def question():
    return client.responses.create(model=request.args.get("model") or "gpt-5.4-mini", input=flask.request.form["text"])

def member():
    return client.responses.create(model=getattr(g, "model", "gpt-5.4"), input=session.get("text", ""))

async def handler(request):
    data = await request.json()
    try:
        model = data["model"]
    except KeyError:
        model = "gpt-5.4-nano"
    return client.responses.create(model=model, input=data["text"])

def stated():
    data = request.get_json()
    return client.responses.create(model=data["model"], input="Hello.")

def answer(response):
    return client.responses.create(model=response.json().get("model", "gpt-5.4"), input="Hello.")
`;
    assert.deepEqual(await heads({ 'a.py': source }, 'a.py'), [
      'call openai-responses openai gpt-5.4 (default) cap 50',
      'call openai-responses openai gpt-5.4-mini (default) cap absent',
      'call openai-responses openai gpt-5.4 (default) cap absent',
      'call openai-responses openai gpt-5.4-nano (default) cap absent',
      'call openai-responses openai ? comes from request.get_json().model (unknown) cap absent',
      'call openai-responses openai ? depends on response.json().get() (computed while the program runs) (unknown) cap absent',
    ]);
  });

  it('is what the first default says, where another stands behind it', async () => {
    const source = `
from flask import request
from openai import OpenAI
client = OpenAI()

def ask(text, model=None):
    return client.responses.create(model=model or "gpt-5.4-mini", input=text)

def handler():
    return ask("One.", model=request.json.get("model", "gpt-5.4"))

def twice():
    return ask("Two.", model=request.json.get("model") or "gpt-5.4")

def left():
    return ask("Three.", model=request.json.get("model", ""))

def chosen(quick):
    return ask("Four.", model=request.json.get("model") or ("gpt-5.4-nano" if quick else None))
`;
    assert.deepEqual(await heads({ 'a.py': source }, 'a.py'), [
      'call openai-responses openai gpt-5.4-mini (default) cap absent WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4 (default) cap absent via ask',
      'wrapper-call openai-responses openai gpt-5.4 (default) cap absent via ask',
      'wrapper-call openai-responses openai gpt-5.4-mini (default) cap absent via ask',
      'wrapper-call openai-responses openai ? comes from the parameter request.json.model (unknown) cap absent via ask WRAPPER',
    ]);
  });

  it('is the application’s settings, where a request may have some of its own', async () => {
    const files = {
      'settings.py': `
from dynaconf import Dynaconf
from starlette_context import context

everyone = Dynaconf(settings_files=["settings.toml"])

def settings():
    try:
        return context["settings"]
    except Exception:
        return everyone
`,
      'settings.toml': '[llm]\nmodel = "gpt-5.4"\nsystem = """Answer.\nBriefly."""\n',
      'app.py': `
from openai import OpenAI
from settings import settings
client = OpenAI()
client.chat.completions.create(model=settings().llm.model, messages=[{"role": "system", "content": settings().llm.system}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app.py'), [
      'call openai-chat openai gpt-5.4 (default) cap absent',
      '  system system: [{context.settings.llm.system ~call} | Answer.\nBriefly.]',
    ]);
  });

  it('is a field’s default in the body that a router reads, and not in an object that code makes', async () => {
    const source = `
from anthropic import AsyncAnthropic
from fastapi import FastAPI
from pydantic import BaseModel, Field
app = FastAPI()
llm = AsyncAnthropic()

class Question(BaseModel):
    text: str
    model: str = Field("claude-haiku-4-5", description="which one")
    limit: int = 512

@app.post("/ask")
async def ask(body: Question):
    return await llm.messages.create(model=body.model, max_tokens=body.limit, messages=[{"role": "user", "content": body.text}])

async def made(question: Question):
    return await llm.messages.create(model=question.model, max_tokens=question.limit, messages=[{"role": "user", "content": "Hi."}])
`;
    assert.deepEqual(await heads({ 'a.py': source }, 'a.py'), [
      'call anthropic-messages anthropic claude-haiku-4-5 (default) cap 512',
      'call anthropic-messages anthropic ? comes from the parameter question.model (caller) cap unknown WRAPPER',
    ]);
  });
});
