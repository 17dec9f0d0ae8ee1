import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

const clients = `
import anthropic
import openai
def client_for(model):
    if "claude" in model and not model.startswith("bedrock"):
        return anthropic.Anthropic(), model
    elif model.startswith("bedrock/"):
        return anthropic.AnthropicBedrock(), model.split("/")[-1]
    elif "gpt" in model:
        return openai.OpenAI(), model
    elif model == "big":
        return openai.OpenAI(base_url="https://openrouter.ai/api/v1"), "meta-llama/llama-3.3-70b-instruct"
    raise ValueError(model)
def answer(text, client, model):
    if "claude" in model:
        return client.messages.create(model=model, max_tokens=500, messages=[{"role": "user", "content": text}])
    return client.chat.completions.create(model=model, max_tokens=500, messages=[{"role": "user", "content": text}])
`;

describe('a test on a part of a text', () => {
  it('is decided where the text is known (TypeScript)', async () => {
    const ts = `
import OpenAI from 'openai';
const client = new OpenAI();
const pick = (name: string) => (name.startsWith('big-') || name.includes('max') ? 'gpt-5.4' : name.endsWith('-tiny') ? 'gpt-5.4-nano' : 'gpt-5.4-mini');
client.responses.create({ model: pick('big-one'), input: 'One' });
client.responses.create({ model: pick('very-max-one'), input: 'Two' });
client.responses.create({ model: pick('a-tiny'), input: 'Three' });
client.responses.create({ model: pick('other'), input: 'Four' });
`;
    assert.deepEqual(
      (await heads({ 'main.ts': ts }, 'main.ts')).map(line => line.split(' ')[3]),
      ['gpt-5.4', 'gpt-5.4', 'gpt-5.4-nano', 'gpt-5.4-mini'],
    );
  });
});

describe('what a function gives that branches on a text which may be passed', () => {
  it('is what it gives for the default (Python)', async () => {
    const files = {
      'clients.py': clients,
      'main.py': `
import argparse
from clients import answer, client_for
parser = argparse.ArgumentParser()
parser.add_argument("--model", default="claude-sonnet-5")
parser.add_argument("--other", default="bedrock/anthropic.claude-haiku-4-5")
parser.add_argument("--free")
args = parser.parse_args()
client, name = client_for(args.model)
answer("One", client, name)
second, second_name = client_for(args.other)
answer("Two", second, second_name)
third, third_name = client_for(args.free)
answer("Three", third, third_name)
fourth, fourth_name = client_for("gpt-5.4")
answer("Four", fourth, fourth_name)
`,
    };
    assert.deepEqual(await heads(files, 'main.py'), [
      'wrapper-call anthropic-messages anthropic claude-sonnet-5 (default) cap 500 via answer',
      'wrapper-call anthropic-messages aws anthropic.claude-haiku-4-5 (default) cap 500 via answer',
      'wrapper-call anthropic-messages ? ? depends on model.split()[-1] (computed while the program runs) (unknown) cap 500 via answer',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 500 via answer',
    ]);
  });
});

describe('a model of a registry by a name that says its provider, too', () => {
  const loading = `
import { initChatModel } from 'langchain/chat_models/universal';
export async function load(name: string) {
  const slash = name.indexOf('/');
  if (slash === -1) return await initChatModel(name);
  const modelProvider = name.slice(0, slash);
  return await initChatModel(name.slice(slash + 1), { modelProvider });
}
`;

  it('is the one that stands where a caller or the environment says none', async () => {
    const main = `
import type { RunnableConfig } from '@langchain/core/runnables';
import { load } from './load';
const settings = (config?: RunnableConfig) => {
  const set = config?.configurable ?? {};
  return { name: set.name ?? 'anthropic/claude-sonnet-5' };
};
export const passed = async (config: RunnableConfig) => (await load(settings(config).name)).invoke('One');
export const set = async () => (await load(process.env.MODEL || 'openai/gpt-5.4')).invoke('Two');
export const either = async (isFast: boolean) => (await load(isFast ? 'gpt-5.4-nano' : 'openai/gpt-5.4')).invoke('Three');
`;
    const [first, second, third] = await heads({ 'load.ts': loading, 'main.ts': main }, 'main.ts');
    assert.match(first ?? '', /^call langchain anthropic claude-sonnet-5 /);
    assert.match(second ?? '', /^call langchain openai gpt-5\.4 /);
    assert.match(third ?? '', /^call langchain \S+ \? /);
  });

  it('may be a field of a request that a function of its own puts together', async () => {
    const main = `
import type { NextApiRequest } from 'next';
import OpenAI from 'openai';
const USUAL = process.env.MODEL || 'gpt-5.4-mini';
const openai = new OpenAI();
const sent = ({ wanted }: { wanted: { model?: string } }) => ({ model: wanted.model || USUAL, max_output_tokens: 60 });
const ask = (body: { model: string; max_output_tokens: number }) => openai.responses.create({ ...body, input: 'One' });
export default async function handler(req: NextApiRequest) {
  const { wanted } = req.body as { wanted: { model?: string } };
  return ask({ ...sent({ wanted }), max_output_tokens: 70 });
}
`;
    const [, call] = await heads({ 'pages/api/ask.ts': main }, 'pages/api/ask.ts');
    assert.equal(call, 'wrapper-call openai-responses openai gpt-5.4-mini (default) cap 70 via ask');
  });

  it('may be an option of a package that passes it', async () => {
    const main = `
import type { RunnableConfig } from '@langchain/core/runnables';
import { ChatOpenAI } from '@langchain/openai';
export const answer = (_: unknown, config: RunnableConfig) =>
  new ChatOpenAI({ model: config.configurable?.model ?? 'gpt-5.4', maxTokens: config.configurable?.most ?? 500 }).invoke('One');
`;
    assert.deepEqual(await heads({ 'main.ts': main }, 'main.ts'), [
      'call langchain openai gpt-5.4 (default) cap 500 WRAPPER',
      'constructor langchain openai gpt-5.4 (default) cap 500',
    ]);
  });
});

describe('what is cut off the default of a parameter (Python)', () => {
  it('is cut off by a condition that asks for it, or by a method', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()
def one(text, name="openai/gpt-5.4"):
    model = name[7:] if name.startswith("openai/") else name
    return client.responses.create(model=model, input=text)
def two(text, name="gpt-5.4-mini"):
    model = name[len("openai/"):] if "/" in name else name
    return client.responses.create(model=model, input=text)
def three(text, name="openai/gpt-5.4"):
    return client.responses.create(model=name.removeprefix("openai/"), input=text)
def four(text, name="openai/gpt-5.4"):
    return client.responses.create(model=name.split("/")[-1], input=text)
def five(text, name="gpt-5.4", fast=False):
    model = name[7:] if fast else name
    return client.responses.create(model=model, input=text)
def six(text, name="openai/gpt-5.4", other="gpt-5.5"):
    model = name[7:] if name.startswith(other) else other
    return client.responses.create(model=model, input=text)
one("Hi.", "gpt-5.4-nano")
one("Hi.", "openai/gpt-5.5")
`;
    assert.deepEqual(
      (await heads({ 'main.py': source }, 'main.py')).map(line => line.replace('call openai-responses openai ', '')),
      [
        'gpt-5.4 (default) cap absent WRAPPER',
        'gpt-5.4-mini (default) cap absent WRAPPER',
        'gpt-5.4 (default) cap absent WRAPPER',
        'gpt-5.4 (default) cap absent WRAPPER',
        'gpt-5.4 (default) cap absent WRAPPER',
        '? comes from the parameter name[7:] (caller) cap absent WRAPPER',
        'wrapper-gpt-5.4-nano (constant) cap absent via one',
        'wrapper-gpt-5.5 (constant) cap absent via one',
      ],
    );
  });
});
