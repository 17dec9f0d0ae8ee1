import assert from 'node:assert/strict';
import { linkProject, sketchesOf, sketchesOfAll } from '../../link-project';

describe('reading models and caps', () => {
  it('settings as a pydantic model (Python)', async () => {
    const files = {
      'app/settings.py': `
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    model: str = "gpt-5.4-mini"
    max_tokens: int = 512

settings = Settings()
`,
      'app/use.py': `
from openai import OpenAI
from .settings import settings

client = OpenAI()

def run(q):
    return client.chat.completions.create(
        model=settings.model, max_tokens=settings.max_tokens, messages=[{"role": "user", "content": q}]
    )
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-chat openai gpt-5.4-mini (environment) cap 512 WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it('settings that are derived from others (Python)', async () => {
    const source = `
from functools import lru_cache
from openai import OpenAI
from pydantic_settings import BaseSettings

class Logs(BaseSettings):
    level: str = "info"

class Settings(Logs):
    model: str = "gpt-5.4-mini"

@lru_cache
def settings() -> Settings:
    return Settings(_env_file=".env")

OpenAI().responses.create(model=settings().model, input="One.")
`;
    assert.deepEqual(await sketchesOf({ 'app.py': source }, 'app.py'), [
      'call openai-responses openai gpt-5.4-mini (environment) cap absent',
      '  user: One.',
    ]);
  });

  it('settings without a default (Python)', async () => {
    const source = `
from openai import OpenAI
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    LLM_MODEL: str
    cap: int

settings = Settings()
client = OpenAI()

def ask():
    return client.responses.create(model=settings.LLM_MODEL, max_output_tokens=settings.cap, input="One.")
`;
    assert.deepEqual(await sketchesOf({ 'app.py': source }, 'app.py'), [
      'call openai-responses openai ? depends on LLM_MODEL (set where the program is deployed) (environment) cap unknown',
      '  user: One.',
    ]);
  });

  it('settings as a dataclass with Field (Python)', async () => {
    const files = {
      'app/use.py': `
from dataclasses import dataclass, field
from pydantic import BaseModel, Field
from openai import OpenAI

@dataclass
class Config:
    model: str = field(default="gpt-5.4")
    cap: int = 300

class Limits(BaseModel):
    cap: int = Field(default=250, ge=1)
    name: str = Field("gpt-5.4-nano", description="The model")

config = Config(cap=200)
limits = Limits()
client = OpenAI()

def a(q):
    return client.responses.create(model=config.model, max_output_tokens=config.cap, input=q)

def b(q):
    return client.responses.create(model=limits.name, max_output_tokens=limits.cap, input=q)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-responses openai gpt-5.4 (constant) cap 200 WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai gpt-5.4-nano (constant) cap 250 WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it('an enum of models (Python)', async () => {
    const files = {
      'app/models.py': `
from enum import Enum

class Model(str, Enum):
    FAST = "gpt-5.4-nano"
    SMART = "gpt-5.4"
`,
      'app/use.py': `
from openai import OpenAI
from .models import Model

def a(q):
    return OpenAI().responses.create(model=Model.FAST, input=q)

def b(q):
    return OpenAI().responses.create(model=Model.SMART.value, input=q)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-responses openai gpt-5.4-nano (constant) cap absent WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai gpt-5.4 (constant) cap absent WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it('a table of models (Python)', async () => {
    const files = {
      'app/use.py': `
from openai import OpenAI

MODELS = {"fast": "gpt-5.4-nano", "smart": "gpt-5.4"}
client = OpenAI()

def a(q):
    return client.responses.create(model=MODELS["fast"], input=q)

def b(q, tier):
    return client.responses.create(model=MODELS[tier], input=q)

def c(q, tier):
    return client.responses.create(model=MODELS.get(tier, "gpt-5.4-mini"), input=q)

def d(q, tier):
    return client.responses.create(model=MODELS.get(tier), input=q)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-responses openai gpt-5.4-nano (constant) cap absent WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4, gpt-5.4-mini (constant) cap absent WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it('a conditional expression and an if (Python)', async () => {
    const files = {
      'app/use.py': `
from openai import OpenAI
client = OpenAI()

def a(q, hard):
    return client.responses.create(model="gpt-5.4" if hard else "gpt-5.4-nano", input=q)

def b(q, hard):
    if hard:
        model = "gpt-5.4"
        cap = 2000
    else:
        model = "gpt-5.4-nano"
        cap = 200
    return client.responses.create(model=model, input=q, max_output_tokens=cap)

def c(q, hard):
    model = "gpt-5.4-nano"
    if hard:
        model = "gpt-5.4"
    return client.responses.create(model=model, input=q)

def d(q, hard):
    if hard:
        model = "gpt-5.4"
    elif q:
        model = pick(q)
    else:
        model = "gpt-5.4-nano"
    return client.responses.create(model=model, input=q)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap absent WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap 2000 WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai ? depends on pick() (computed while the program runs) (unknown) cap absent WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it('environment look-ups (Python)', async () => {
    const files = {
      'app/use.py': `
import os
from os import environ, getenv
from openai import OpenAI
client = OpenAI()
MODEL = os.getenv("MODEL", "gpt-5.4")
CAP = int(os.environ.get("CAP", "800"))

def a(q):
    return client.responses.create(model=MODEL, input=q, max_output_tokens=CAP)

def b(q):
    return client.responses.create(model=os.environ["MODEL"], input=q)

def c(q):
    return client.responses.create(model=environ.get("MODEL") or "gpt-5.4-mini", input=q)

def d(q):
    return client.responses.create(model=getenv("MODEL"), input=q)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-responses openai gpt-5.4 (environment) cap 800 WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai ? depends on environ.MODEL (set where the program is deployed) (environment) cap absent WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai gpt-5.4-mini (environment) cap absent WRAPPER',
      '  user: {q ~unknown}',
      'call openai-responses openai ? depends on MODEL (set where the program is deployed) (environment) cap absent WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it('keywords collected in a dictionary (Python)', async () => {
    const files = {
      'app/use.py': `
from openai import OpenAI
client = OpenAI()
DEFAULTS = {"model": "gpt-5.4", "temperature": 0}

def a(q, stream=False):
    params = {**DEFAULTS, "messages": [{"role": "user", "content": q}], "max_completion_tokens": 90}
    if stream:
        params["stream"] = True
    return client.chat.completions.create(**params)

def b(q, **kwargs):
    return client.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": q}], **kwargs)

def c(q, cap=None):
    kwargs = dict(model="gpt-5.4-mini", messages=[{"role": "user", "content": q}])
    if cap:
        kwargs["max_completion_tokens"] = cap
    return client.chat.completions.create(**kwargs)

def d(q):
    kwargs = {}
    kwargs["model"] = "gpt-5.4-mini"
    kwargs.update(messages=[{"role": "user", "content": q}], max_completion_tokens=10)
    return client.chat.completions.create(**kwargs)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-chat openai gpt-5.4 (constant) cap 90 WRAPPER',
      '  user: {q ~unknown}',
      'call openai-chat openai gpt-5.4 (literal) cap unknown WRAPPER',
      '  user: {q ~unknown}',
      'call openai-chat openai gpt-5.4-mini (constant) cap unknown WRAPPER',
      '  user: {q ~unknown}',
      'call openai-chat openai gpt-5.4-mini (constant) cap 10 WRAPPER',
      '  user: {q ~unknown}',
    ]);
  });

  it('config objects, as const, enums (TypeScript)', async () => {
    const files = {
      'src/config.ts': `
export const config = { llm: { model: 'gpt-5.4', maxTokens: 700 }, name: 'x' } as const;
export enum Model { Fast = 'gpt-5.4-nano', Smart = 'gpt-5.4' }
export const MODELS = { fast: 'gpt-5.4-nano', smart: 'gpt-5.4' } satisfies Record<string, string>;
export default config;
`,
      'src/use.ts': `
import OpenAI from 'openai';
import cfg, { config, Model, MODELS } from './config';
const openai = new OpenAI();
export const a = (q: string) => openai.responses.create({ model: config.llm.model, max_output_tokens: cfg.llm.maxTokens, input: \`Q \${q}\` });
export const b = (q: string) => openai.responses.create({ model: Model.Fast, input: \`Q \${q}\` });
export const c = (q: string, tier: keyof typeof MODELS) => openai.responses.create({ model: MODELS[tier], input: \`Q \${q}\` });
const { model } = config.llm;
export const d = (q: string) => openai.responses.create({ model, input: \`Q \${q}\` });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-responses openai gpt-5.4 (constant) cap 700',
      '  user: Q {q ~unknown}',
      'call openai-responses openai gpt-5.4-nano (constant) cap absent',
      '  user: Q {q ~unknown}',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent WRAPPER',
      '  user: Q {q ~unknown}',
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: Q {q ~unknown}',
    ]);
  });

  it('ternaries, defaults, spread options (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import OpenAI from 'openai';
const openai = new OpenAI();
const defaults = { model: 'gpt-5.4', temperature: 0 };
export const a = (q: string, hard: boolean) => openai.responses.create({ ...defaults, ...(hard && { max_output_tokens: 4000 }), input: \`Q \${q}\` });
export const b = (q: string, model = 'gpt-5.4-nano') => openai.responses.create({ model, input: \`Q \${q}\` });
export async function c(q: string, options: { model?: string } = {}) {
  const { model = 'gpt-5.4-mini' } = options;
  return openai.responses.create({ model, input: \`Q \${q}\` });
}
export async function d(q: string, options: { model?: string; cap?: number } = {}) {
  return openai.responses.create({ model: options.model || 'gpt-5.4-mini', max_output_tokens: options.cap ?? 100, input: \`Q \${q}\` });
}
export async function e(q: string, rest: object) {
  return openai.responses.create({ input: \`Q \${q}\`, model: 'gpt-5.4', ...rest });
}
export async function f(q: string, hard: boolean) {
  let model;
  switch (q) { case 'a': model = 'gpt-5.4'; break; default: model = 'gpt-5.4-nano'; }
  return openai.responses.create({ model, input: \`Q \${q}\` });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-responses openai gpt-5.4 (constant) cap unknown',
      '  user: Q {q ~unknown}',
      'call openai-responses openai gpt-5.4-nano (default) cap absent WRAPPER',
      '  user: Q {q ~unknown}',
      'call openai-responses openai gpt-5.4-mini (default) cap absent WRAPPER',
      '  user: Q {q ~unknown}',
      'call openai-responses openai gpt-5.4-mini (default) cap 100 WRAPPER',
      '  user: Q {q ~unknown}',
      'call openai-responses openai gpt-5.4 (default) cap unknown WRAPPER',
      '  user: Q {q ~unknown}',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap absent WRAPPER',
      '  user: Q {q ~unknown}',
    ]);
  });

  it('a row of a list where one is asked for, or else the default one (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const MODELS = [
  { slug: 'small', model: 'gpt-5.4-mini', isDefault: true },
  { slug: 'large', model: 'gpt-5.4' },
];
const client = new OpenAI();
export async function POST(request: Request) {
  const { slug, question } = await request.json();
  const asked = typeof slug === 'string' ? slug : undefined;
  const model = (asked && MODELS.find(each => each.slug === asked)?.model) || MODELS.find(each => each.isDefault)?.model;
  return client.chat.completions.create({ model, messages: [{ role: 'user', content: question }] });
}
export async function PUT(request: Request) {
  const { slug, question, other } = await request.json();
  const model = (slug && other) || 'gpt-5.4-nano';
  return client.chat.completions.create({ model, messages: [{ role: 'user', content: question }] });
}
`;
    assert.deepEqual(
      (await sketchesOf({ 'route.ts': source }, 'route.ts')).filter(line => !line.startsWith(' ')),
      [
        'call openai-chat openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent',
        'call openai-chat openai ? comes from request.json().other (unknown) cap absent',
      ],
    );
  });

  it('nested branches (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
def f(a, b, q):
    if a:
        if b:
            model = "m1"
        else:
            model = "m2"
    else:
        model = "m3"
    client.responses.create(model=model, input="x " + q)
def g(a, q):
    model = "m1"
    if a:
        model = "m2"
        client.responses.create(model=model, input="x " + q)
        return
    client.responses.create(model=model, input="y " + q)
def h(a, q):
    try:
        model = load()
    except Exception:
        model = "m1"
    client.responses.create(model=model, input="x " + q)
def i(q):
    for model in ["m1", "m2"]:
        client.responses.create(model=model, input="x " + q)
def j(q, models):
    for model in models:
        client.responses.create(model=model, input="x " + q)
def k(q, kind):
    match kind:
        case "a":
            model = "m1"
        case _:
            model = "m2"
    client.responses.create(model=model, input="x " + q)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai ? one of m1, m2, m3 (constant) cap absent WRAPPER',
      '  user: x {q ~unknown}',
      'call openai-responses openai m2 (constant) cap absent WRAPPER',
      '  user: x {q ~unknown}',
      'call openai-responses openai m1 (constant) cap absent WRAPPER',
      '  user: y {q ~unknown}',
      'call openai-responses openai ? depends on load() (computed while the program runs) (unknown) cap absent',
      '  user: x {q ~unknown}',
      'call openai-responses openai ? one of m1, m2 (constant) cap absent',
      '  user: x {q ~unknown}',
      'call openai-responses openai ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user: x {q ~unknown}',
      'call openai-responses openai ? one of m1, m2 (constant) cap absent WRAPPER',
      '  user: x {q ~unknown}',
    ]);
  });

  it('a retry with another model (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
def f(q):
    model = "m1"
    while True:
        try:
            return client.responses.create(model=model, input="x " + q)
        except Exception:
            model = "m2"
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai ? one of m1, m2 (constant) cap absent',
      '  user: x {q ~unknown}',
    ]);
  });

  it('kwargs with nested dictionaries (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
CONFIG = {"chat": {"model": "m1", "max_tokens": 9}, "title": {"model": "m2"}}
def f(name, q):
    return client.chat.completions.create(**CONFIG["chat"], messages=[{"role": "user", "content": q}])
def g(name, q):
    return client.chat.completions.create(**CONFIG[name], messages=[{"role": "user", "content": q}])
def h(q, verbose):
    params = {"model": "m", "messages": []}
    params["messages"].append({"role": "user", "content": q})
    if verbose:
        params["messages"].append({"role": "user", "content": "Tell more."})
    params |= {"max_tokens": 3}
    return client.chat.completions.create(**params)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-chat openai m1 (constant) cap 9 WRAPPER',
      '  user: {q ~unknown}',
      'call openai-chat openai ? one of m1, m2 (constant) cap unknown WRAPPER',
      '  user: {q ~unknown}',
      'call openai-chat openai m (constant) cap 3',
      '  user: {q ~unknown}',
      '  user?: Tell more.',
    ]);
  });

  it('argparse and sys.argv (Python)', async () => {
    const files = {
      'use.py': `
import argparse, sys, json
from openai import OpenAI
p = argparse.ArgumentParser()
p.add_argument("--model", default="gpt-5.4")
args = p.parse_args()
cfg = json.load(open("cfg.json"))
OpenAI().responses.create(model=args.model, input="Hi.")
OpenAI().responses.create(model=sys.argv[1], input="Hi.")
OpenAI().responses.create(model=cfg["model"], input="Hi.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai gpt-5.4 (default) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? depends on argv.1 (comes from sys) (unknown) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? depends on cfg[model] (computed while the program runs) (unknown) cap absent',
      '  user: Hi.',
    ]);
  });

  it('a zod config, env parsing (TypeScript)', async () => {
    const files = {
      'src/env.ts': `
import { z } from 'zod';
const schema = z.object({ MODEL: z.string().default('gpt-5.4'), CAP: z.coerce.number().default(300) });
export const env = schema.parse(process.env);
export const settings = { model: process.env.LLM_MODEL || 'gpt-5.4-mini', cap: parseInt(process.env.CAP ?? '200', 10), host: process.env.HOST! };
`,
      'src/use.ts': `
import OpenAI from 'openai';
import { env, settings } from './env';
const openai = new OpenAI();
export const a = () => openai.responses.create({ model: env.MODEL, max_output_tokens: env.CAP, input: 'Hi.' });
export const b = () => openai.responses.create({ model: settings.model, max_output_tokens: settings.cap, input: 'Hi.' });
export const c = () => openai.responses.create({ model: settings.host, input: 'Hi.' });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-responses openai gpt-5.4 (environment) cap 300',
      '  user: Hi.',
      'call openai-responses openai gpt-5.4-mini (environment) cap 200',
      '  user: Hi.',
      'call openai-responses openai ? depends on process.env.HOST (set where the program is deployed) (environment) cap absent',
      '  user: Hi.',
    ]);
  });

  it('a registry of clients (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import OpenAI from 'openai';
const clients = { openai: new OpenAI(), deepseek: new OpenAI({ baseURL: 'https://api.deepseek.com' }) };
const models = { openai: 'gpt-5.4', deepseek: 'deepseek-chat' } as const;
export const a = () => clients.deepseek.chat.completions.create({ model: models.deepseek, messages: [{ role: 'user', content: 'Hi.' }] });
export const b = (k: keyof typeof clients) => clients[k].chat.completions.create({ model: models[k], messages: [{ role: 'user', content: 'Hi.' }] });
const map = new Map([['fast', 'gpt-5.4-nano'], ['smart', 'gpt-5.4']]);
export const c = (k: string) => clients.openai.responses.create({ model: map.get(k) ?? 'gpt-5.4-mini', input: 'Hi.' });
export function pick(tier: 'fast' | 'smart') {
  switch (tier) {
    case 'fast': return 'gpt-5.4-nano';
    case 'smart': return 'gpt-5.4';
  }
}
export const d = (t: 'fast' | 'smart') => clients.openai.responses.create({ model: pick(t), input: 'Hi.' });
const getModel = (t: string) => t === 'fast' ? 'gpt-5.4-nano' : 'gpt-5.4';
export const e = (t: string) => clients.openai.responses.create({ model: getModel(t), input: 'Hi.' });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-chat deepseek deepseek-chat (constant) cap absent',
      '  user: Hi.',
      'call openai-chat ? ? one of gpt-5.4, deepseek-chat (constant) cap absent WRAPPER',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4, gpt-5.4-mini (constant) cap absent WRAPPER',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent WRAPPER',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent WRAPPER',
      '  user: Hi.',
    ]);
  });

  it('index access and reducers (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import OpenAI from 'openai';
const openai = new OpenAI();
const PROMPTS: Record<string, (x: string) => string> = { sum: x => \`Sum up \${x}.\`, tag: x => \`Tag \${x}.\` };
export const a = (x: string) => openai.responses.create({ model: 'm', input: PROMPTS.sum(x) });
export const b = (k: string, x: string) => openai.responses.create({ model: 'm', input: PROMPTS[k](x) });
export const c = (xs: string[]) => openai.responses.create({ model: 'm', input: xs.reduce((all, x) => all + x, '') });
const MODELS = ['gpt-5.4', 'gpt-5.4-nano'] as const;
export const d = () => openai.responses.create({ model: MODELS[1], input: 'Hi.' });
export const e = (i: number) => openai.responses.create({ model: MODELS[i], input: 'Hi.' });
export const f = async () => { for (const model of MODELS) await openai.responses.create({ model, input: 'Hi.' }); };
MODELS.forEach(async m => openai.responses.create({ model: m, input: 'Each.' }));
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-responses openai m (literal) cap absent',
      '  user: Sum up {x ~unknown}.',
      'call openai-responses openai m (literal) cap absent WRAPPER',
      '  user: [Sum up {x ~unknown}. | Tag {x ~unknown}.]',
      'call openai-responses openai m (literal) cap absent WRAPPER',
      '  user: {xs.reduce() ~unknown}',
      'call openai-responses openai gpt-5.4-nano (constant) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap absent WRAPPER',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap absent',
      '  user: Hi.',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap absent',
      '  user: Each.',
    ]);
  });

  it('keywords popped and passed on (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
def ask(prompt, **kwargs):
    model = kwargs.pop("model", "gpt-5.4-mini")
    return client.responses.create(model=model, input=prompt, **kwargs)
ask("One.", max_output_tokens=5)
ask("Two.", model="gpt-5.4")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-responses openai gpt-5.4-mini (default) cap unknown WRAPPER',
      '  user: {prompt ~call}',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 5 via ask',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: Two.',
    ]);
  });

  it('a dictionary copied and changed (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
BASE = {"model": "m1", "temperature": 0}
def f(q):
    params = BASE.copy()
    params["messages"] = [{"role": "user", "content": "Q " + q}]
    del params["temperature"]
    return client.chat.completions.create(**params)
def g(q):
    return client.chat.completions.create(**{**BASE, "model": "m2"}, messages=[{"role": "user", "content": "Q " + q}])
def h(q):
    return client.chat.completions.create(**(BASE | {"max_tokens": 4}), messages=[{"role": "user", "content": "Q " + q}])
def i(q, options):
    for key, value in options.items():
        BASE[key] = value
    return client.chat.completions.create(**BASE, messages=[{"role": "user", "content": "Q " + q}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-chat openai m1 (default) cap unknown',
      '  user: Q {q ~unknown}',
      'call openai-chat openai m2 (constant) cap unknown',
      '  user: Q {q ~unknown}',
      'call openai-chat openai m1 (default) cap 4',
      '  user: Q {q ~unknown}',
      'call openai-chat openai m1 (default) cap unknown',
      '  user: Q {q ~unknown}',
    ]);
  });

  it('rows of a long table, and what is found in a list (TypeScript)', async () => {
    const rows = Array.from({ length: 14 }, (_, row) => `m${row}: { id: 'model-${row}', label: 'Model ${row}', tags: ['a', 'b'] },`);
    const files = {
      'models.ts': `
export const TABLE = { ${rows.join(' ')} };
export const LIST = [{ id: 'fast', name: 'gpt-5.4-nano' }, { id: 'good', name: 'gpt-5.4' }] as const;
export const NAMES = Object.entries(TABLE).map(([key, row]) => ({ key, ...row }));
`,
      'use.ts': `
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { LIST, NAMES, TABLE } from './models';
export async function POST(request: Request) {
  const { id } = await request.json();
  await generateText({ model: openai(TABLE[id as keyof typeof TABLE].id), prompt: 'Hi.' });
  const found = LIST.find(each => each.id === id);
  await generateText({ model: openai(found!.name), prompt: 'Hi.' });
  await generateText({ model: openai(LIST.find(each => each.id === 'good')!.name), prompt: 'Hi.' });
  await generateText({ model: openai(LIST.find(each => each.id === id)?.name ?? 'gpt-5.4-mini'), prompt: 'Hi.' });
  await generateText({ model: openai(NAMES.find(each => each.key === 'm3')!.id), prompt: 'Hi.' });
}
`,
    };
    const models = (await sketchesOf(files, 'use.ts')).filter(line => line.startsWith('call'));
    const [ofTable] = (await linkProject(files, 'use.ts')).sites;
    assert.deepEqual(
      ofTable?.model.candidates,
      rows.map((_, row) => `model-${row}`),
    );
    assert.deepEqual(models, [
      'call vercel-ai openai ? one of 14: model-0, model-1, model-2 and 11 more (constant) cap absent',
      'call vercel-ai openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent',
      'call vercel-ai openai gpt-5.4 (constant) cap absent',
      'call vercel-ai openai ? one of gpt-5.4-nano, gpt-5.4, gpt-5.4-mini (constant) cap absent',
      'call vercel-ai openai model-3 (constant) cap absent',
    ]);
  });

  it('tables with computed keys (TypeScript)', async () => {
    const files = {
      'models.ts': `
export const IDS = { OPUS: 'claude-opus', MINI: 'gpt-mini' } as const;
export enum Size { Small = 'small', Large = 'large' }
export const MODELS: Record<string, { api: string; cap?: number }> = {
  [IDS.OPUS]: { api: 'claude-opus-5', cap: 500 },
  [IDS.MINI]: { api: 'gpt-5.4-mini' },
};
export const BY_SIZE: Record<Size, string> = { [Size.Small]: 'gpt-5.4-nano', [Size.Large]: 'gpt-5.4' };
`,
      'use.ts': `
import OpenAI from 'openai';
import { BY_SIZE, IDS, MODELS, Size } from './models';
const ai = new OpenAI();
export const one = () => ai.responses.create({ model: MODELS[IDS.MINI].api, input: 'One.', max_output_tokens: MODELS[IDS.OPUS].cap });
export const two = () => ai.responses.create({ model: BY_SIZE[Size.Small], input: 'Two.' });
export const three = (size: Size) => ai.responses.create({ model: BY_SIZE[size], input: 'Three.' });
export const four = (key: string) => ai.responses.create({ model: { ...MODELS, [key]: { api: 'x' } }['gpt-mini'].api, input: 'Four.' });
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('use.ts'), [
      'call openai-responses openai gpt-5.4-mini (constant) cap 500',
      '  user: One.',
      'call openai-responses openai gpt-5.4-nano (constant) cap absent',
      '  user: Two.',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent WRAPPER',
      '  user: Three.',
      'call openai-responses openai ? depends on gpt-mini.api (comes from a value that could not be read) (unknown) cap absent',
      '  user: Four.',
    ]);
  });

  it('tables with keys that are constants (Python)', async () => {
    const files = {
      'use.py': `
from enum import Enum
from openai import OpenAI
class Tier(str, Enum):
    FAST = "fast"
    GOOD = "good"
DEFAULT = "default"
MODELS = {Tier.FAST: "gpt-5.4-nano", Tier.GOOD: "gpt-5.4", DEFAULT: "gpt-5.4-mini"}
client = OpenAI()
def one(): return client.responses.create(model=MODELS[Tier.FAST], input="One.")
def two(): return client.responses.create(model=MODELS["default"], input="Two.")
def three(tier): return client.responses.create(model=MODELS[tier], input="Three.")
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('use.py'), [
      'call openai-responses openai gpt-5.4-nano (constant) cap absent',
      '  user: One.',
      'call openai-responses openai gpt-5.4-mini (constant) cap absent',
      '  user: Two.',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4, gpt-5.4-mini (constant) cap absent WRAPPER',
      '  user: Three.',
    ]);
  });

  it('defaults of parameters that are passed undefined (TypeScript)', async () => {
    const files = {
      'use.ts': `
import OpenAI from 'openai';
const ai = new OpenAI();
async function send(input: string, model = 'gpt-5.4-mini', cap = 50) {
  return ai.responses.create({ model, input, max_output_tokens: cap });
}
export async function ask({ input, model }: { input: string; model?: string }) { return send(input, model); }
export const one = () => send('One.', undefined, 20);
export const two = () => ask({ input: 'Two.' });
export const three = (good: boolean) => ask({ input: 'Three.', model: good ? 'gpt-5.4' : undefined });
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('use.ts'), [
      'call openai-responses openai gpt-5.4-mini (default) cap 50 WRAPPER',
      '  user: {input ~call}',
      'wrapper-call openai-responses openai ? comes from the parameter model (caller) cap 50 via send WRAPPER',
      '  user: {input ~call}',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 20 via send',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 50 via ask > send',
      '  user: Two.',
      'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 50 via ask > send',
      '  user: Three.',
    ]);
  });

  it('models that the environment may replace, and another after a failure (TypeScript)', async () => {
    const files = {
      'llm.ts': `
import { generateText, generateObject } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import { google } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
type Provider = 'openai' | 'anthropic' | 'google';
const defaultProvider: Provider = process.env.OLLAMA_BASE_URL ? 'google' : 'openai';
const providerList: Record<Provider, any> = { openai: createOpenAI({ apiKey: process.env.KEY, baseURL: process.env.URL }), anthropic, google };
export function getModel(name: string, provider: Provider = defaultProvider) {
  return process.env.MODEL_NAME ? providerList[provider](process.env.MODEL_NAME) : providerList[provider](name);
}
`,
      'use.ts': `
import { generateText } from 'ai';
import { getModel } from './llm';
export const one = () => generateText({ model: getModel('gpt-5.4-mini', 'openai'), prompt: 'One.' });
export const two = () => generateText({ model: getModel('claude-sonnet-5', 'anthropic'), prompt: 'Two.' });
export async function late({ prompt, mode = 'object', model = getModel('gpt-5.4-mini', 'openai'), retry = getModel('claude-sonnet-5', 'anthropic') }: any) {
  let current = model;
  if (mode === 'text') {
    try { return await generateText({ model: current, prompt }); }
    catch (error) { if (error.message) { current = retry; return await generateText({ model: current, prompt }); } else { throw error; } }
  }
  const config = { model: current, prompt, system: prompt };
  try { return await generateText(config); }
  catch { current = retry; const again = { ...config, model: current }; return await generateText(again); }
}
export const five = () => late({ prompt: 'Five.' });
export const six = () => late({ prompt: 'Six.', model: getModel('gemini-3-pro', 'google') });
export const seven = () => generateText({ model: Math.random() > 0.5 ? getModel('gemini-3-pro', 'google') : getModel('claude-sonnet-5', 'anthropic'), prompt: 'Seven.' });
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('use.ts'), [
      'call vercel-ai ? gpt-5.4-mini (environment) cap absent',
      '  user: One.',
      'call vercel-ai anthropic claude-sonnet-5 (environment) cap absent',
      '  user: Two.',
      'call vercel-ai ? gpt-5.4-mini (environment) cap absent WRAPPER',
      '  user: {prompt ~call}',
      'call vercel-ai anthropic claude-sonnet-5 (environment) cap absent WRAPPER',
      '  user: {prompt ~call}',
      'call vercel-ai ? gpt-5.4-mini (environment) cap absent WRAPPER',
      '  system system: {prompt ~call}',
      '  user: {prompt ~call}',
      'call vercel-ai anthropic claude-sonnet-5 (environment) cap absent WRAPPER',
      '  system system: {prompt ~call}',
      '  user: {prompt ~call}',
      'wrapper-call vercel-ai ? ? one of gpt-5.4-mini, claude-sonnet-5, unless the environment says another (environment) cap absent via late',
      '  system system: Five.',
      '  user: Five.',
      'wrapper-call vercel-ai ? ? one of gemini-3-pro, claude-sonnet-5, unless the environment says another (environment) cap absent via late',
      '  system system: Six.',
      '  user: Six.',
      'call vercel-ai ? ? one of gemini-3-pro, claude-sonnet-5, unless the environment says another (environment) cap absent',
      '  user: Seven.',
    ]);
  });

  it('a model that the environment may replace, whichever of two providers is asked (TypeScript)', async () => {
    const files = {
      'use.ts': `
import { createOpenAI } from '@ai-sdk/openai';
import { createOllama } from 'ollama-ai-provider';
import { generateText } from 'ai';
const kind: 'ollama' | 'openai' = process.env.OLLAMA_URL ? 'ollama' : 'openai';
const makers: Record<'ollama' | 'openai', any> = { openai: createOpenAI({}), ollama: createOllama({}) };
const model = (name: string) => (process.env.MODEL ? makers[kind](process.env.MODEL) : makers[kind](name));
export const one = () => generateText({ model: model('gpt-5.4-mini'), prompt: 'One.' });
export const two = (local: boolean) => generateText({ model: local ? makers.ollama(process.env.MODEL) : makers.openai('gpt-5.4'), prompt: 'Two.' });
`,
    };
    assert.deepEqual(
      (await sketchesOf(files, 'use.ts')).filter(line => !line.startsWith(' ')),
      [
        'call vercel-ai ? gpt-5.4-mini (environment) cap absent',
        'call vercel-ai ? ? depends on process.env.MODEL (set where the program is deployed) (environment) cap absent WRAPPER',
      ],
    );
  });

  it('a cap that a function looks up before its default (TypeScript)', async () => {
    const files = {
      'use.ts': `
import OpenAI from 'openai';
interface Tier { name: string }
interface Limits { name: string; cap?: number; tier?: Tier }
const LIMITS: Limits[] = JSON.parse(process.env.LIMITS ?? '[]');
function limitsOf(model: string): Limits | undefined { return LIMITS.filter(({ name }) => name === model)[0]; }
export const ask = (model: string, input: string) =>
  new OpenAI().responses.create({ model, input, max_output_tokens: limitsOf(model)?.cap ?? 4096 });
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('use.ts'), [
      'call openai-responses openai ? comes from the parameter model (caller) cap unknown WRAPPER',
      '  user: {input ~call}',
    ]);
  });

  it('a default that is another provider’s model is not what is used (Python)', async () => {
    const files = {
      'main.py': `
from langchain_anthropic import ChatAnthropic
from langchain_google_genai import ChatGoogleGenerativeAI
from langchain_google_vertexai import ChatVertexAI
from langchain_openai import ChatOpenAI
from pydantic import BaseModel
class Config(BaseModel):
    model: str = "gpt-4o"
    supplier: str = "openai"
def make(config: Config = Config()):
    if config.supplier == "openai":
        return ChatOpenAI(model=config.model, max_tokens=10)
    return ChatAnthropic(model=config.model, max_tokens=10)
def vertex(model="claude-sonnet-4-5"):
    return ChatVertexAI(model=model)
def gemini(model="claude-sonnet-4-5"):
    return ChatGoogleGenerativeAI(model=model)
def kimi(model="claude-sonnet-4-5"):
    return ChatOpenAI(model=model, base_url="https://api.moonshot.ai/v1")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'constructor langchain openai gpt-4o (default) cap 10',
      "constructor langchain anthropic ? its default, gpt-4o, is another provider's (unknown) cap 10",
      'constructor langchain google claude-sonnet-4-5 (default) cap absent',
      "constructor langchain google ? its default, claude-sonnet-4-5, is another provider's (unknown) cap absent",
      "constructor langchain moonshotai ? its default, claude-sonnet-4-5, is another provider's (unknown) cap absent",
    ]);
  });

  it('the default of a field says nothing of objects that nobody can make without arguments (Python)', async () => {
    const files = {
      'agent.py': `
from dataclasses import dataclass
from openai import OpenAI
from pydantic import BaseModel, Field
class Config(BaseModel):
    client: OpenAI = Field(..., description="who is asked")
    model: str = Field(default="gpt-5.4-mini", description="which model")
class Own(Config):
    retries: int = 3
@dataclass
class Keyed:
    key: str
    model: str = "gpt-5.4-mini"
@dataclass
class Free:
    model: str = "gpt-5.4-mini"
    cap: int = 50
class Agent:
    def __init__(self, config: Config):
        self.client = config.client
        self.model = config.model
    def run(self, text):
        return self.client.responses.create(model=self.model, input=text)
def own(config: Own, text):
    return OpenAI().responses.create(model=config.model, input=f"Sum up: {text}")
def keyed(config: Keyed, text):
    return OpenAI().responses.create(model=config.model, input=f"Sum up: {text}")
def free(config: Free, text):
    return OpenAI().responses.create(model=config.model, max_output_tokens=config.cap, input=f"Sum up: {text}")
`,
      'use.py': `
from openai import OpenAI
from agent import Agent, Config
Agent(Config(client=OpenAI())).run("one")
Agent(Config(client=OpenAI(), model="gpt-5.4")).run("two")
`,
    };
    const all = await sketchesOfAll(files);
    assert.deepEqual(
      all.get('agent.py')?.filter(line => line.startsWith('call')),
      [
        'call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4, by what is passed for config.model (default) cap absent WRAPPER',
        'call openai-responses openai ? comes from the parameter config.model (caller) cap absent WRAPPER',
        'call openai-responses openai ? comes from the parameter config.model (caller) cap absent WRAPPER',
        'call openai-responses openai gpt-5.4-mini (default) cap 50 WRAPPER',
      ],
    );
    assert.deepEqual(
      all.get('use.py')?.filter(line => line.startsWith('wrapper')),
      [
        'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via run',
        'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via run',
      ],
    );
  });

  it('a model whose provider stands before it, which a function splits off (Python)', async () => {
    const files = {
      'app/context.py': `
from dataclasses import dataclass, field, fields
from typing import Annotated

@dataclass(kw_only=True)
class Context:
    model: Annotated[str, {"kind": "llm"}] = field(default="anthropic/claude-sonnet-5-5", metadata={"description": "which"})

@dataclass(kw_only=True)
class Configuration:
    model: str = field(default="openai/gpt-5.4-mini")

    @classmethod
    def from_runnable_config(cls, config=None):
        configurable = (config or {}).get("configurable") or {}
        names = {f.name for f in fields(cls) if f.init}
        return cls(**{k: v for k, v in configurable.items() if k in names})
`,
      'app/load.py': `
from langchain.chat_models import init_chat_model

def load(name: str):
    provider, model = name.split("/", maxsplit=1)
    return init_chat_model(model, model_provider=provider)

def load_any(name: str):
    if "/" in name:
        provider, model = name.split("/", maxsplit=1)
    else:
        provider = ""
        model = name
    return init_chat_model(model, model_provider=provider)
`,
      'app/graph.py': `
from langgraph.runtime import Runtime
from app.context import Configuration, Context
from app.load import load, load_any

async def ask(state, runtime: Runtime[Context]):
    return await load(runtime.context.model).bind_tools([]).ainvoke([{"role": "user", "content": "One"}])

async def again(state, *, config):
    configuration = Configuration.from_runnable_config(config)
    return await load_any(configuration.model).ainvoke([{"role": "user", "content": "Two"}])

async def fixed():
    return await load_any("groq/qwen/qwen3-32b").ainvoke("Three")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/graph.py'), [
      'call langchain anthropic claude-sonnet-5-5 (default) cap absent',
      '  user: One',
      'call langchain openai gpt-5.4-mini (constant) cap absent',
      '  user: Two',
      'call langchain groq qwen/qwen3-32b (constant) cap absent',
      '  user: Three',
    ]);
  });

  it('what a default is made into, and ids that are split (TypeScript)', async () => {
    const source = `
import { generateText } from 'ai';
import { createOpenAI } from '@ai-sdk/openai';
import OpenAI from 'openai';
const openai = new OpenAI();
export async function ask(text: string, model = ' gpt-5.4-mini ') {
  return openai.responses.create({ model: model.trim(), input: text });
}
const ID = 'openai/gpt-5.4';
export async function again(text: string) {
  const [, name] = ID.split('/');
  return openai.responses.create({ model: name, max_output_tokens: 5, input: \`Sum up: \${text}\` });
}
`;
    assert.deepEqual(
      (await sketchesOf({ 'a.ts': source }, 'a.ts')).filter(line => line.startsWith('call')),
      ['call openai-responses openai gpt-5.4-mini (default) cap absent WRAPPER', 'call openai-responses openai gpt-5.4 (constant) cap 5'],
    );
  });

  it('an attribute that classes below set anew (Python)', async () => {
    const source = `
from openai import OpenAI
class Base:
    model = "gpt-5.4"
    cap = 50
    def run(self, text):
        return OpenAI().responses.create(model=self.model, max_output_tokens=self.cap, input=f"Sum up: {text}")
class Small(Base):
    model = "gpt-5.4-mini"
    def again(self, text):
        return OpenAI().responses.create(model=self.model, max_output_tokens=self.cap, input=f"Again: {text}")
class Same(Base):
    pass
`;
    assert.deepEqual(await sketchesOf({ 'a.py': source }, 'a.py'), [
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 50',
      '  user: Sum up: {text ~unknown}',
      'call openai-responses openai gpt-5.4-mini (constant) cap 50',
      '  user: Again: {text ~unknown}',
    ]);
  });

  it('a model that is put into a text (Python)', async () => {
    const source = `
import os
from litellm import completion

NAME = os.getenv("NAME", "gpt-5.4-mini")
SAID = [{"role": "user", "content": "Hi."}]

completion(model=f"openai/{NAME}", messages=SAID)
completion(model=f"{os.getenv('SELLER', 'openai')}/{NAME}", messages=SAID)
completion(model=f"openai/{os.environ['OTHER']}", messages=SAID)

def default(name="gpt-5.4"):
    return completion(model="openai/" + name, messages=SAID)

def sized(small: bool):
    size = "mini" if small else "nano"
    return completion(model=f"gpt-5.4-{size}", messages=SAID)

def paired(large: bool):
    seller, name = ("openai" if large else "mistral"), ("gpt-5.4" if large else "mistral-small")
    return completion(model=f"{seller}/{name}", messages=SAID)

def passed(seller="ollama", name="gemma4"):
    return completion(model=f"{seller}/{name}", messages=SAID)
`;
    const models = (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => line.startsWith('call '));
    assert.deepEqual(models, [
      'call openai-chat openai openai/gpt-5.4-mini (environment) cap absent',
      'call openai-chat openai openai/gpt-5.4-mini (environment) cap absent',
      'call openai-chat ? ? depends on environ.OTHER (set where the program is deployed) (environment) cap absent',
      'call openai-chat openai openai/gpt-5.4 (default) cap absent WRAPPER',
      'call openai-chat openai ? one of gpt-5.4-mini, gpt-5.4-nano (constant) cap absent',
      'call openai-chat ? ? depends on template (computed while the program runs) (unknown) cap absent WRAPPER',
      'call openai-chat ? ? comes from the parameter seller (caller) cap absent WRAPPER',
    ]);
  });

  it('a format that is text unless a caller asks for JSON (Python)', async () => {
    const source = `
from litellm import completion
class Model:
    def __init__(self, name):
        self.name = name
    def ask(self, text, form="text"):
        return completion(
            model=self.name, messages=[{"role": "user", "content": text}],
            response_format={"type": form} if "gpt" in self.name else None,
        )
def run(name):
    model = Model(name)
    model.ask("One.")
    model.ask("Two.", form="json_object")
`;
    const { sites } = await linkProject({ 'a.py': source }, 'a.py');
    assert.deepEqual(
      sites.map(({ structuredOutput }) => structuredOutput === true),
      [false, false, true],
    );
  });

  it('an empty name, which is none (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const messages = [{ role: 'user' as const, content: 'Hi.' }];
export const ask = (model?: string) => new OpenAI().chat.completions.create({ model: model ?? '', messages });
export const none = () => new OpenAI().chat.completions.create({ model: '', messages });
`;
    assert.deepEqual(await sketchesOf({ 'a.ts': source }, 'a.ts'), [
      'call openai-chat openai ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user: Hi.',
      'call openai-chat openai ? not stated (absent) cap absent',
      '  user: Hi.',
    ]);
  });

  it('a place for a name, which is none', async () => {
    const python = `
from openai import OpenAI
OpenAI().responses.create(model="<your-model>", input="Hi.")
`;
    const prompty =
      '---\nmodel:\n  api: chat\n  configuration:\n    type: azure_openai\n    azure_deployment: <your-deployment>\n---\nsystem:\nHi.\n';
    assert.deepEqual(await sketchesOf({ 'a.py': python }, 'a.py'), [
      'call openai-responses openai ? a text that says none (unknown) cap absent',
      '  user: Hi.',
    ]);
    assert.match(
      (await sketchesOf({ 'a.prompty': prompty }, 'a.prompty'))[0] ?? '',
      /\? `<your-deployment>` is to be filled in \(unknown\)/,
    );
  });

  it('what a user chooses, and what a session holds (Streamlit)', async () => {
    const source = `
import streamlit as st
from openai import OpenAI
client = OpenAI()
TEXT = "Hi."

if "model" not in st.session_state:
    st.session_state["model"] = "gpt-5.4-mini"
client.responses.create(model=st.session_state["model"], input=TEXT)

chosen = st.sidebar.selectbox("Model", ["gpt-5.4", "gpt-5.4-nano"], index=1)
client.responses.create(model=chosen, input=TEXT)

typed = st.selectbox("Model", ["gpt-5.4"], accept_new_options=True)
client.responses.create(model=typed, input=TEXT)

def start():
    if "writer" not in st.session_state:
        st.session_state.writer = "gpt-5.4-mini"
start()
st.session_state.writer = st.radio("Writer", options=["gpt-5.4", "gpt-5.4-mini"])
def write():
    return client.responses.create(model=st.session_state.writer, input=TEXT)
`;
    const models = (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => line.startsWith('call '));
    assert.deepEqual(models, [
      'call openai-responses openai gpt-5.4-mini (default) cap absent',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap absent',
      'call openai-responses openai ? depends on typed (computed while the program runs) (unknown) cap absent',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
    ]);
  });

  it('a part of an object that is set again by a function, before or after (Python)', async () => {
    const source = `
import settings
from openai import OpenAI
settings.llm.model = "gpt-5.4"
def smaller():
    settings.llm.model = "gpt-5.4-mini"
def ask(text):
    return OpenAI().responses.create(model=settings.llm.model, input=text)
`;
    assert.deepEqual(await sketchesOf({ 'a.py': source }, 'a.py'), [
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent WRAPPER',
      '  user: {text ~unknown}',
    ]);
  });

  it('a table that may have no row under a key (TypeScript)', async () => {
    const files = {
      'use.ts': `import OpenAI from 'openai';
const client = new OpenAI();
const ALIASES: Record<string, string> = { old: 'gpt-5.4' };
const ask = (model: string) => client.responses.create({ model: ALIASES[model] ?? model, input: 'Hello.' });
export const known = () => client.responses.create({ model: ALIASES['old'] ?? 'gpt-5.4-nano', input: 'Hello.' });
export const open = (name: string) => client.responses.create({ model: ALIASES[name] || 'gpt-5.4-nano', input: 'Hello.' });
export const one = () => ask('gpt-5.4-mini');
export const two = () => ask('old');
export async function POST(request: Request) {
  const { model } = await request.json();
  return client.responses.create({ model: ALIASES[model] ?? model, input: 'Hello.' });
}
`,
    };
    const calls = (await sketchesOf(files, 'use.ts')).filter(line => !line.startsWith(' '));
    assert.deepEqual(calls.slice(1), [
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap absent',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      'call openai-responses openai ? comes from request.json().model (unknown) cap absent',
    ]);
    assert.match(calls[0] ?? '', /WRAPPER$/);
  });

  it('what several settings default to, and what is asked where an option is left out (Python)', async () => {
    const source = `
import argparse
import os
from openai import OpenAI

client = OpenAI()

class Texts:
    def __init__(self):
        self.plain = os.getenv("PLAIN_MODEL", "text-embedding-3-small")
        self.better = os.getenv("BETTER_MODEL", "text-embedding-3-large")
    def embed(self, text, better=False):
        return client.embeddings.create(model=self.better if better else self.plain, input=f"One: {text}")

def ask(question: str, special: str | None = None, model: str = "gpt-5.4"):
    return client.responses.create(model=special or model, input=f"Two: {question}")

def told(question: str, special: str, model: str = "gpt-5.4"):
    return client.responses.create(model=special if question else model, input=f"Three: {question}")

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("question")
    parser.add_argument("--special")
    parser.add_argument("--model", default="gpt-5.4-mini")
    args = parser.parse_args()
    ask(args.question, args.special, args.model)
`;
    assert.deepEqual(
      (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => !line.startsWith('  ')),
      [
        'call openai-embeddings openai ? one of text-embedding-3-large, text-embedding-3-small, unless another is set where the program is deployed (environment) cap unsupported WRAPPER',
        'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
        'call openai-responses openai ? comes from the parameter special (caller) cap absent WRAPPER',
        'wrapper-call openai-responses openai gpt-5.4-mini (default) cap absent via ask',
      ],
    );
  });

  it('what a package’s model says it is (Python)', async () => {
    const source = `
import litellm
from langchain_openai import ChatOpenAI
from llama_index.llms.litellm import LiteLLM

class Desk:
    def __init__(self, model: str):
        self.llm = LiteLLM(model=model)
    def ask(self, question: str):
        return litellm.completion(model=self.llm.model, messages=[{"role": "user", "content": question}])

Desk("openai/gpt-5.4").ask("One.")
chat = ChatOpenAI(model="gpt-5.4-mini")
litellm.completion(model=chat.model_name, messages=[{"role": "user", "content": "Two."}])
litellm.completion(model=ChatOpenAI().model_name, messages=[{"role": "user", "content": "Three."}])
`;
    const heads = (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'constructor llamaindex openai openai/gpt-5.4 (default) cap absent',
      'call openai-chat openai openai/gpt-5.4 (default) cap absent WRAPPER',
      'wrapper-call openai-chat openai openai/gpt-5.4 (constant) cap absent via ask',
      'constructor langchain openai gpt-5.4-mini (literal) cap absent',
      'call openai-chat openai gpt-5.4-mini (constant) cap absent',
      'call openai-chat ? ? depends on ChatOpenAI().model_name (computed while the program runs) (unknown) cap absent',
      'constructor langchain openai gpt-3.5-turbo (default) cap absent',
    ]);
  });

  it('a default behind what nobody passed that the environment may replace (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const env = { cap: Number(process.env.CAP ?? 700), model: process.env.MODEL ?? 'gpt-5.4-mini' };
class Settings {
  constructor(readonly model = env.model, readonly cap: number = env.cap) {}
}
export class Llm {
  private client = new OpenAI();
  constructor(private settings: Settings = new Settings()) {}
  ask(prompt: string, { model, cap }: { model?: string; cap?: number } = {}) {
    return this.client.responses.create({ model: model ?? this.settings.model, max_output_tokens: cap ?? this.settings.cap, input: prompt });
  }
}
`;
    assert.deepEqual(await sketchesOf({ 'a.ts': source }, 'a.ts'), [
      'call openai-responses openai gpt-5.4-mini (default) cap 700 WRAPPER',
      '  user: {prompt ~call}',
    ]);
  });
});
