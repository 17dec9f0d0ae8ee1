import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading settings', () => {
  it('what the command line sets (Python)', async () => {
    const files = {
      'main.py': `
import argparse

import click
import typer
from openai import OpenAI

client = OpenAI()
app = typer.Typer()

def parse():
    parser = argparse.ArgumentParser()
    group = parser.add_argument_group("model")
    group.add_argument("--model", "-m", default="gpt-5.4-mini")
    parser.add_argument("--max-tokens", type=int, default=256)
    parser.add_argument("--other", required=True)
    return parser.parse_args()

def main():
    args = parse()
    client.responses.create(model=args.model, max_output_tokens=args.max_tokens, input="a")
    client.responses.create(model=args.other, input="b")

def second():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    commands.add_parser("ask").add_argument("--model", default="gpt-5.4")
    commands.add_parser("sum").add_argument("--model", default="gpt-5.4-nano")
    args, rest = parser.parse_known_args()
    client.responses.create(model=args.model, input="c")

@click.command()
@click.option("--model", default="gpt-5.4-mini")
@click.option("--max-tokens", "-n", "cap", default=256)
def clicked(model, cap):
    client.responses.create(model=model, max_output_tokens=cap, input="d")

@app.command()
def typed(model: str = typer.Option("gpt-5.4", help="The model"), cap: int = 5):
    client.responses.create(model=model, max_output_tokens=cap, input="e")

@app.command()
def placed(model: str = typer.Argument("gpt-5.5", help="The model"), cap: int = 5):
    client.responses.create(model=model, max_output_tokens=cap, input="f")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-responses openai gpt-5.4-mini (default) cap 256',
      '  user: a',
      'call openai-responses openai ? comes from the parameter args.other (unknown) cap absent',
      '  user: b',
      'call openai-responses openai ? comes from the parameter args.model (unknown) cap absent',
      '  user: c',
      'call openai-responses openai gpt-5.4-mini (default) cap 256',
      '  user: d',
      'call openai-responses openai gpt-5.4 (default) cap 5',
      '  user: e',
      'call openai-responses openai gpt-5.5 (default) cap 5',
      '  user: f',
    ]);
  });

  it('a cap by one of two names, whichever a model takes (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
const thinks = (model: string) => /^(o\\d|gpt-5)/.test(model);
export const both = (model: string) =>
  client.chat.completions.create({
    model,
    ...(process.env.TIER ? { service_tier: 'flex' as const } : {}),
    ...(thinks(model) ? { max_completion_tokens: 800 } : { max_tokens: 700, temperature: 0 }),
    messages: [{ role: 'user', content: 'Hi.' }],
  });
export const one = (model: string) =>
  client.chat.completions.create({ model, ...(thinks(model) ? {} : { max_tokens: 700 }), messages: [{ role: 'user', content: 'Hi.' }] });
`;
    assert.deepEqual(await sketchesOf({ 'main.ts': source }, 'main.ts'), [
      'call openai-chat openai ? comes from the parameter model (caller) cap 800 WRAPPER',
      '  user: Hi.',
      'call openai-chat openai ? comes from the parameter model (caller) cap unknown WRAPPER',
      '  user: Hi.',
    ]);
  });

  it('settings of NestJS and envalid (TypeScript)', async () => {
    const source = `
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { cleanEnv, num, str } from 'envalid';
import OpenAI from 'openai';

const env = cleanEnv(process.env, { MODEL: str({ default: 'gpt-5.4-mini' }), CAP: num({ default: 200 }), OTHER: str() });
@Injectable()
export class AskService {
  private readonly client = new OpenAI();
  private readonly model: string;
  constructor(private readonly settings: ConfigService, private readonly typed: ConfigService<{ MODEL: string }>) {
    this.model = this.settings.get<string>('OPENAI_MODEL') || 'gpt-5.4';
  }
  one() {
    return this.client.responses.create({ model: this.model, max_output_tokens: this.settings.get<number>('CAP', 300), input: 'a' });
  }
  two() {
    return this.client.responses.create({ model: this.typed.getOrThrow('MODEL', { infer: true }), input: 'b' });
  }
  three() {
    return this.client.responses.create({ model: env.MODEL, max_output_tokens: env.CAP, input: 'c' });
  }
  four() {
    return this.client.responses.create({ model: env.OTHER, input: 'd' });
  }
}
`;
    assert.deepEqual(await sketchesOf({ 'main.ts': source }, 'main.ts'), [
      'call openai-responses openai gpt-5.4 (environment) cap 300',
      '  user: a',
      'call openai-responses openai ? depends on MODEL (set where the program is deployed) (environment) cap absent',
      '  user: b',
      'call openai-responses openai gpt-5.4-mini (environment) cap 200',
      '  user: c',
      'call openai-responses openai ? depends on OTHER (set where the program is deployed) (environment) cap absent',
      '  user: d',
    ]);
  });

  it('schemas that transform what they parse, or are extended (TypeScript)', async () => {
    const files = {
      'env.ts': `
import { z } from 'zod';

const all = z.object({ API_KEY: z.string().optional(), TEXT_MODEL: z.string().default('gpt-5.4-mini') });
const added = all.extend({ CAP: z.string().optional().transform(said => (said ? parseInt(said, 10) : 700)) }).merge(z.object({ OTHER: z.string().default('gpt-5.4') }));
const schema = added
  .transform((said, context) => {
    const made = { hasKey: !!said.API_KEY, model: said.TEXT_MODEL, other: said.OTHER, cap: said.CAP };
    if (made.model === 'none') {
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }
    return { chat: made };
  })
  .superRefine((made, context) => {});
export const settings: Readonly<z.infer<typeof schema>> = schema.parse(process.env);
export const unread = all.transform(elsewhere).parse(process.env);
export const loose = all.passthrough().parse(process.env);
`,
      'main.ts': `
import OpenAI from 'openai';
import { loose, settings, unread } from './env';

const client = new OpenAI();
client.responses.create({ model: settings.chat.model, max_output_tokens: settings.chat.cap, input: 'a' });
client.responses.create({ model: settings.chat.other, input: 'b' });
client.responses.create({ model: unread.model, max_output_tokens: unread.cap, input: 'c' });
client.responses.create({ model: loose.ANOTHER, input: 'd' });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-responses openai gpt-5.4-mini (environment) cap 700',
      '  user: a',
      'call openai-responses openai gpt-5.4 (environment) cap absent',
      '  user: b',
      'call openai-responses openai ? depends on transform().model (computed while the program runs) (unknown) cap unknown',
      '  user: c',
      'call openai-responses openai ? depends on process.env.ANOTHER (set where the program is deployed) (environment) cap absent',
      '  user: d',
    ]);
  });

  it('schemas with defaults (TypeScript)', async () => {
    const files = {
      'env.ts': `
import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';

const schema = z.object({ OPENAI_MODEL: z.string().min(1).default('gpt-5.4-mini'), CAP: z.coerce.number().default(500), KEY: z.string() });
export const env = schema.parse(process.env);
export const t3 = createEnv({ server: { MODEL: z.string().default('gpt-5.4') }, client: {}, runtimeEnv: process.env });
export const config = z.object({ model: z.enum(['a', 'b']).default('gpt-5.4-nano'), cap: z.number().int().optional().default(77) }).parse({ cap: 9 });
const body = z.object({ model: z.string().default('gpt-5.4'), question: z.string() });
export const read = (data: unknown) => body.parse(data);
`,
      'main.ts': `
import OpenAI from 'openai';
import { config, env, read, t3 } from './env';

const client = new OpenAI();
client.responses.create({ model: env.OPENAI_MODEL, max_output_tokens: env.CAP, input: 'a' });
client.responses.create({ model: env.KEY, input: 'b' });
client.responses.create({ model: t3.MODEL, input: 'c' });
client.responses.create({ model: config.model, max_output_tokens: config.cap, input: 'd' });
export async function POST(request: Request) {
  const { model, question } = read(await request.json());
  return client.responses.create({ model, input: question });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-responses openai gpt-5.4-mini (environment) cap 500',
      '  user: a',
      'call openai-responses openai ? depends on KEY (set where the program is deployed) (environment) cap absent',
      '  user: b',
      'call openai-responses openai gpt-5.4 (environment) cap absent',
      '  user: c',
      'call openai-responses openai gpt-5.4-nano (constant) cap 9',
      '  user: d',
      'call openai-responses openai gpt-5.4 (default) cap absent',
      '  user: {question ~call}',
    ]);
  });

  it('schemas that take a few names only (TypeScript)', async () => {
    const files = {
      'main.ts': `
import OpenAI from 'openai';
import { z } from 'zod';

const MODELS = ['gpt-5.4', 'gpt-5.4-mini'] as const;
const body = z.object({ model: z.enum(MODELS).describe('who answers'), tone: z.literal('kind'), draft: z.enum(['gpt-5.4-nano']).optional() });
const either = z.object({ model: z.union([z.literal('gpt-5.4'), z.literal('gpt-4.1')]), other: z.union([z.literal('gpt-5.4'), z.string()]) });
const client = new OpenAI();

export async function POST(request: Request) {
  const { model, tone, draft } = body.parse(await request.json());
  await client.responses.create({ model: draft ?? 'gpt-4.1-mini', input: 'Be ' + tone });
  return client.responses.create({ model, input: 'a' });
}
export async function PUT(request: Request) {
  const said = either.safeParse(await request.json());
  if (!said.success) return;
  await client.responses.create({ model: said.data.other, input: 'c' });
  return client.responses.create({ model: said.data.model, input: 'b' });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-responses openai gpt-4.1-mini (default) cap absent',
      '  user: Be kind',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
      '  user: a',
      'call openai-responses openai ? comes from the parameter other (unknown) cap absent',
      '  user: c',
      'call openai-responses openai ? one of gpt-5.4, gpt-4.1 (constant) cap absent',
      '  user: b',
    ]);
  });

  it('enumerations (Python)', async () => {
    const files = {
      'main.py': `
from enum import Enum, StrEnum
from openai import OpenAI

class Model(str, Enum):
    SMALL = "gpt-5.4-nano"
    LARGE = "gpt-5.4"

class Kind(StrEnum):
    CHAT = "gpt-4.1"

client = OpenAI()
client.responses.create(model=Model.SMALL.value, input="a")
client.responses.create(model=Model.LARGE, input="b")
client.responses.create(model=Kind.CHAT, input="c")

def run(name: str, model: Model = Model.SMALL):
    client.responses.create(model=Model[name].value, input="d")
    client.responses.create(model=Model(name), input="e")
    client.responses.create(model=model.value, input="f")

for each in Model:
    client.responses.create(model=each.value, input="g")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-responses openai gpt-5.4-nano (constant) cap absent',
      '  user: a',
      'call openai-responses openai gpt-5.4 (constant) cap absent',
      '  user: b',
      'call openai-responses openai gpt-4.1 (constant) cap absent',
      '  user: c',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent WRAPPER',
      '  user: d',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent WRAPPER',
      '  user: e',
      'call openai-responses openai gpt-5.4-nano (default) cap absent WRAPPER',
      '  user: f',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent',
      '  user: g',
    ]);
  });

  it('options in a namespace (Python)', async () => {
    const files = {
      'main.py': `
import argparse
from types import SimpleNamespace as config
from openai import OpenAI
def chat(opt, prompt):
    return OpenAI().chat.completions.create(model=opt.model, max_tokens=opt.limit, messages=[{"role": "user", "content": prompt}])
chat(config(model="gpt-5.4", limit=20), "One.")
chat(config(**{"model": "gpt-5.4-mini", "limit": 30}), "Two.")
chat(argparse.Namespace(model="gpt-5.4", limit=40), "Three.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-chat openai ? comes from the parameter opt.model (caller) cap unknown WRAPPER',
      '  user: {prompt ~call}',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 20 via chat',
      '  user: One.',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 30 via chat',
      '  user: Two.',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 40 via chat',
      '  user: Three.',
    ]);
  });

  it('what Joi validates has its defaults (TypeScript)', async () => {
    const source = `
import * as Joi from 'joi';
import OpenAI from 'openai';
const schema = Joi.object({ MODEL: Joi.string().default('gpt-5.4-mini'), KEY: Joi.string().required(), CAP: Joi.number().min(1).default(300) }).unknown(true);
const { error, value: env } = schema.validate(process.env) as { error?: Joi.ValidationError; value: { MODEL: string; CAP: number } };
if (error) throw error;
const settings = { model: env.MODEL, cap: env.CAP };
export const one = () => new OpenAI().responses.create({ model: settings.model, max_output_tokens: settings.cap, input: 'One.' });

const more = Joi.object().keys({ model: Joi.string().default('gpt-5.4') });
export async function two(request: Request) {
  const { model } = await more.validateAsync(await request.json());
  return new OpenAI().responses.create({ model, input: 'Two.' });
}
`;
    assert.deepEqual(await sketchesOf({ 'a.ts': source }, 'a.ts'), [
      'call openai-responses openai gpt-5.4-mini (environment) cap 300',
      '  user: One.',
      'call openai-responses openai gpt-5.4 (default) cap absent',
      '  user: Two.',
    ]);
  });
});
