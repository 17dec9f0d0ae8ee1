import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('a table that is asked for a key of which a branch has asked', () => {
  it('gives what stands under the keys that the branch leaves (Python)', async () => {
    const source = `
import os
from enum import Enum
import litellm

class Kind(str, Enum):
    BIG = "big"
    SMALL = "small"
    LOCAL = "local"

MODELS = {
    Kind.BIG: "openai/gpt-5.4",
    Kind.SMALL: "openai/gpt-5.4-mini",
    Kind.LOCAL: "ollama/llama3.1",
}

def named(kind: Kind) -> str:
    if kind in {Kind.BIG, Kind.SMALL}:
        if os.environ.get("HOST") == "azure":
            return "azure/" + MODELS[kind].split("/")[-1]
    return MODELS[kind]

def local(kind: str):
    if kind == "local" and kind:
        return litellm.completion(model=MODELS[kind], messages=[{"role": "user", "content": "One."}])

def changed(kind: str, other: str):
    if kind == "local":
        kind = other
        return litellm.completion(model=MODELS[kind], messages=[{"role": "user", "content": "Two."}])

def run(kind: Kind):
    return litellm.completion(model=named(kind), messages=[{"role": "user", "content": "Three."}])
`;
    const heads = (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call openai-chat ollama ollama/llama3.1 (constant) cap absent',
      'call openai-chat ? ? one of openai/gpt-5.4, openai/gpt-5.4-mini, ollama/llama3.1 (constant) cap absent WRAPPER',
      'call openai-chat ? ? one of azure/gpt-5.4, azure/gpt-5.4-mini, openai/gpt-5.4, openai/gpt-5.4-mini, ollama/llama3.1 (constant) cap absent WRAPPER',
    ]);
  });

  it('gives what any branch leaves that is taken there, and any that ends before (Python)', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()
MODELS = {"big": "gpt-5.4", "small": "gpt-5.4-mini", "tiny": "gpt-5.4-nano"}
CAPS = {"big": 8000, "small": 500, "tiny": 100}

def ask(kind, text):
    return client.chat.completions.create(model=MODELS[kind], max_tokens=CAPS.get(kind, 300), messages=text)

def looked_up(kind, text):
    if kind in ("small", "tiny"):
        return client.chat.completions.create(model=MODELS.get(kind), max_tokens=CAPS.get(kind, 300), messages=text)

def either(kind, text):
    if kind == "small" or kind == "tiny":
        return client.chat.completions.create(model=MODELS[kind], max_tokens=CAPS[kind], messages=text)

def otherwise(kind, text):
    if kind == "big":
        return None
    elif kind == "small":
        print(text)
    else:
        return client.chat.completions.create(model=MODELS[kind], max_tokens=CAPS[kind], messages=text)

def behind(kind, text):
    if kind == "big":
        return None
    return client.chat.completions.create(model=MODELS[kind], max_tokens=CAPS[kind], messages=text)

def unlike(kind, text):
    if kind != "big":
        return client.chat.completions.create(model=MODELS[kind], max_tokens=CAPS[kind], messages=text)

def matched(kind, text):
    match kind:
        case "tiny":
            return client.chat.completions.create(model=MODELS[kind], max_tokens=CAPS[kind], messages=text)

def changed(kind, text, other):
    if kind == "big":
        return None
    kind = other
    return client.chat.completions.create(model=MODELS[kind], max_tokens=CAPS[kind], messages=text)

def passed(kind, text):
    if kind == "big":
        print(text)
    return client.chat.completions.create(model=MODELS[kind], max_tokens=CAPS[kind], messages=text)
`;
    const heads = (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => !line.startsWith(' '));
    const any = 'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini, gpt-5.4-nano (constant) cap 8000 WRAPPER';
    const two = 'call openai-chat openai ? one of gpt-5.4-mini, gpt-5.4-nano (constant) cap 500 WRAPPER';
    const tiny = 'call openai-chat openai gpt-5.4-nano (constant) cap 100 WRAPPER';
    assert.deepEqual(heads, [any, two, two, tiny, two, two, tiny, any, any]);
  });

  it('gives what a case leaves, and those behind it (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
const caps: Record<string, number> = { big: 8000, small: 500, tiny: 100 };
export function ask(kind: string, messages: any) {
  switch (kind) {
    case 'big':
      return undefined;
    case 'small':
    case 'tiny':
      return client.chat.completions.create({ model: 'gpt-5.4', max_tokens: caps[kind], messages });
  }
}
export function through(kind: string, messages: any) {
  switch (kind) {
    case 'big':
      console.log(kind);
    case 'tiny':
      return client.chat.completions.create({ model: 'gpt-5.4', max_tokens: caps[kind], messages });
  }
}
export function behind(kind: string, messages: any) {
  if (kind === 'big' || kind === 'small') return undefined;
  return client.chat.completions.create({ model: 'gpt-5.4', max_tokens: caps[kind], messages });
}
`;
    const heads = (await sketchesOf({ 'a.ts': source }, 'a.ts')).filter(line => !line.startsWith(' '));
    assert.deepEqual(
      heads.map(line => /cap \S+/.exec(line)?.[0]),
      ['cap 500', 'cap 8000', 'cap 100'],
    );
  });
});
