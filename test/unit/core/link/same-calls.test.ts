import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (source: string) => (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => line.includes(' via '));

describe('several calls that one of several objects makes', () => {
  it('are told apart by where they are made: one object makes only the second', async () => {
    const source = `
import sys
from openai import OpenAI

client = OpenAI()

class Desk:
    def __init__(self, checks, model, checking):
        self.checks = checks
        self.model = model
        self.checking = checking
    def run(self, text):
        if self.checks:
            client.chat.completions.create(model=self.checking, max_tokens=3, messages=[{"role": "user", "content": f"Is it fit? {text}"}])
        return client.chat.completions.create(model=self.model, max_tokens=500, messages=[{"role": "user", "content": f"Write. {text}"}])

if len(sys.argv) > 1:
    desk = Desk(True, "gpt-5.4", "gpt-5.4-nano")
else:
    desk = Desk(False, "gpt-5.4-mini", None)
desk.run("One.")
`;
    assert.deepEqual(await headsOf(source), [
      'wrapper-call openai-chat openai gpt-5.4-nano (default) cap 3 via run',
      'wrapper-call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 500 via run',
    ]);
  });

  it('are told apart by the names of methods where each class has its own', async () => {
    const source = `
import os
from anthropic import Anthropic
from openai import OpenAI

class Near:
    client = OpenAI()
    def write(self, text):
        return self.client.chat.completions.create(model="gpt-5.4", max_tokens=500, messages=[{"role": "user", "content": text}])
    def judge(self, text):
        return self.client.chat.completions.create(model="gpt-5.4-nano", max_tokens=3, messages=[{"role": "user", "content": text}])
    def run(self, text):
        self.write(text)
        return self.judge(text)

class Far:
    client = Anthropic()
    def judge(self, text):
        return self.client.messages.create(model="claude-haiku-4-5", max_tokens=5, messages=[{"role": "user", "content": text}])
    def write(self, text):
        return self.client.messages.create(model="claude-opus-4-6", max_tokens=800, messages=[{"role": "user", "content": text}])
    def run(self, text):
        if not self.judge(text):
            return None
        return self.write(text)

engine = Far() if os.environ.get("FAR") else Near()
engine.run("One.")
`;
    assert.deepEqual((await headsOf(source)).slice(4), [
      'wrapper-call anthropic-messages ? ? one of claude-haiku-4-5, gpt-5.4-nano (constant) cap 5 via run > judge',
      'wrapper-call anthropic-messages ? ? one of claude-opus-4-6, gpt-5.4 (constant) cap 800 via run > write',
    ]);
  });

  it('say nothing of what differs where it cannot be told which is which', async () => {
    const source = `
import os
from anthropic import Anthropic
from openai import OpenAI

class Near:
    client = OpenAI()
    def run(self, text):
        self.client.chat.completions.create(model="gpt-5.4", max_tokens=500, messages=[{"role": "user", "content": text}])
        return self.client.chat.completions.create(model="gpt-5.4-nano", max_tokens=3, messages=[{"role": "user", "content": text}])

class Far:
    client = Anthropic()
    def run(self, text):
        self.client.messages.create(model="claude-haiku-4-5", max_tokens=5, messages=[{"role": "user", "content": text}])
        return self.client.messages.create(model="claude-opus-4-6", max_tokens=800, messages=[{"role": "user", "content": text}])

engine = Far() if os.environ.get("FAR") else Near()
engine.run("One.")
`;
    const head =
      'wrapper-call anthropic-messages ? ? which of several calls it is depends on the object it is called on (unknown) cap unknown via run';
    assert.deepEqual(await headsOf(source), [head, head]);
  });
});
