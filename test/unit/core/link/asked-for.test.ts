import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (main: string, source: string) => (await sketchesOf({ [main]: source }, main)).filter(line => !line.startsWith(' '));

describe('what is read inside of a branch that asks which text it is', () => {
  it('is one of the texts that the branch asks for, and not what it is by default (Python)', async () => {
    const python = `
import argparse
import anthropic
import openai

parser = argparse.ArgumentParser()
parser.add_argument("--judge", default="gpt-5.4")
args = parser.parse_args()
SMALL = ["gpt-5.4-mini", "gpt-5.4-nano"]

def grade(text):
    messages = [{"role": "user", "content": text}]
    if args.judge in ["gpt-5.4", "gpt-6"]:
        return openai.OpenAI().chat.completions.create(model=args.judge, messages=messages)
    elif args.judge in SMALL:
        return openai.OpenAI().chat.completions.create(model=args.judge, messages=messages)
    elif args.judge == "o3" and text:
        return openai.OpenAI().chat.completions.create(model=args.judge, messages=messages)
    elif args.judge == "claude-sonnet-4-6" or args.judge == "claude-opus-4-6":
        return anthropic.Anthropic().messages.create(model=args.judge, max_tokens=90, messages=messages)
`;
    assert.deepEqual(await headsOf('grade.py', python), [
      'call openai-chat openai gpt-5.4 (default) cap absent WRAPPER',
      'call openai-chat openai ? one of gpt-5.4-mini, gpt-5.4-nano, as its branch asks for (default) cap absent WRAPPER',
      'call openai-chat openai o3 (default) cap absent WRAPPER',
      'call anthropic-messages anthropic ? one of claude-sonnet-4-6, claude-opus-4-6, as its branch asks for (default) cap 90 WRAPPER',
    ]);
  });

  it('is the text that all branches before it deny (Python)', async () => {
    const python = `
from openai import OpenAI

client = OpenAI()

def solve(messages, model):
    if model != "o3":
        return client.chat.completions.create(model=model, messages=messages, max_tokens=800)
    else:
        return client.chat.completions.create(model=model, messages=messages, max_completion_tokens=900)

def grade(messages, model, short):
    if short:
        return client.chat.completions.create(model=model, messages=messages, max_tokens=70)
    elif model not in ["gpt-5.4", "gpt-5.4-mini"]:
        return client.chat.completions.create(model=model, messages=messages, max_tokens=80)
    else:
        return client.chat.completions.create(model=model, messages=messages, max_tokens=90)
`;
    assert.deepEqual(await headsOf('solve.py', python), [
      'call openai-chat openai ? comes from the parameter model (caller) cap 800 WRAPPER',
      'call openai-chat openai o3 (default) cap 900 WRAPPER',
      'call openai-chat openai ? comes from the parameter model (caller) cap 70 WRAPPER',
      'call openai-chat openai ? comes from the parameter model (caller) cap 80 WRAPPER',
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini, as its branch asks for (default) cap 90 WRAPPER',
    ]);
  });

  it('is one of the texts where a call passes on what its own caller decides (Python)', async () => {
    const files = {
      'attack.py': `
from openai import OpenAI

class Chat:
    def __init__(self, model):
        self.model = model
    def reply(self, messages):
        return OpenAI().chat.completions.create(model=self.model, messages=messages, max_tokens=70)

class Local:
    def reply(self, messages):
        return ""

def load(model):
    if model in ["gpt-5.4", "gpt-5.4-mini"]:
        return Chat(model)
    return Local()

class Attack:
    def __init__(self, name):
        self.model = load(name)
    def ask(self, messages):
        return self.model.reply(messages)
`,
      'main.py': `
import argparse
from attack import Attack

parser = argparse.ArgumentParser()
parser.add_argument("--model", default="vicuna")
args = parser.parse_args()
Attack(name=args.model).ask([{"role": "user", "content": "Hello."}])
`,
    };
    const sketches = await sketchesOf(files, 'attack.py');
    assert.deepEqual(
      sketches.filter(line => line.startsWith('wrapper-call')),
      ['wrapper-call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini, as its branch asks for (default) cap 70 via reply WRAPPER'],
    );
  });

  it('is left out where another branch asks for what is passed by default (Python)', async () => {
    const files = {
      'judge.py': `
import argparse
import dataclasses
from openai import OpenAI
from anthropic import Anthropic

@dataclasses.dataclass
class Judge:
    name: str

@dataclasses.dataclass
class Match:
    judge: Judge

def ask(model, messages):
    return OpenAI().chat.completions.create(model=model, messages=messages, max_tokens=70)

def ask_other(model, messages):
    return Anthropic().messages.create(model=model, messages=messages, max_tokens=70)

def grade(judge):
    model = judge.name
    messages = [{"role": "user", "content": "Hello."}]
    if model in ["gpt-5.4", "gpt-5.4-mini"]:
        return ask(model, messages)
    elif model in ["claude-sonnet-5", "claude-haiku-4-5"]:
        return ask_other(model, messages)

def play(match):
    return grade(match.judge)

parser = argparse.ArgumentParser()
parser.add_argument("--judge", default="gpt-5.4")
args = parser.parse_args()
judges = {"plain": Judge(args.judge), "math": Judge(args.judge)}
matches = [Match(judges["plain"])] + [Match(judges["math"])]
for match in matches:
    play(match)
`,
    };
    const sketches = await sketchesOf(files, 'judge.py');
    assert.deepEqual(
      sketches.filter(line => line.includes('via play')),
      ['wrapper-call openai-chat openai gpt-5.4 (default) cap 70 via play > grade > ask'],
    );
  });

  it('is one of the texts in a function that others call, and in a field (Python)', async () => {
    const python = `
from openai import OpenAI

def say(text, model):
    if model == "gpt-5.4":
        return OpenAI().responses.create(model=model, input=text)

class Bot:
    def __init__(self, model="gpt-5.4"):
        self.model = model

    def say(self, text):
        if self.model in ("o3", "o4-mini"):
            return OpenAI().responses.create(model=self.model, input=text)
        return OpenAI().responses.create(model=self.model, input=text)

say("hello", "gpt-5.4")
`;
    assert.deepEqual(await headsOf('say.py', python), [
      'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
      'call openai-responses openai ? one of o3, o4-mini, as its branch asks for (default) cap absent WRAPPER',
      'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via say',
    ]);
  });

  it('is what it was elsewhere: where the branch sets it, asks otherwise, or for something else', async () => {
    const python = `
from openai import OpenAI

def set_there(text, model="gpt-5.4"):
    if model == "fast":
        model = "gpt-5.4-mini"
        return OpenAI().responses.create(model=model, input=text)

def not_that(text, model="gpt-5.4"):
    if model != "o3":
        return OpenAI().responses.create(model=model, input=text)

def part_of(text, model="gpt-5.4"):
    if model in "gpt-5.4 gpt-6":
        return OpenAI().responses.create(model=model, input=text)

def another(text, kind, model="gpt-5.4"):
    if kind == "o3":
        return OpenAI().responses.create(model=model, input=text)

def or_else(text, kind, model="gpt-5.4"):
    if model == "o3" or kind == "any":
        return OpenAI().responses.create(model=model, input=text)
`;
    assert.deepEqual(await headsOf('elsewhere.py', python), [
      'call openai-responses openai gpt-5.4-mini (constant) cap absent WRAPPER',
      'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
      'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
      'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
      'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
    ]);
  });

  it('is one of the texts (TypeScript)', async () => {
    const typescript = `
import OpenAI from 'openai';
export async function say(text: string, options: { model?: string } = {}) {
  const { model = 'gpt-5.4' } = options;
  if (model === 'o3') return new OpenAI().responses.create({ model, input: text });
  return new OpenAI().responses.create({ model, input: text });
}
`;
    assert.deepEqual(await headsOf('say.ts', typescript), [
      'call openai-responses openai o3 (default) cap absent WRAPPER',
      'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
    ]);
  });
});
