import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('a model that branches set to models of several providers', () => {
  it('is the one of the provider that is asked', async () => {
    const source = `
import os
from anthropic import Anthropic
from openai import OpenAI

class Desk:
    def __init__(self, kind):
        if kind == "openai":
            self.client = OpenAI()
            self.model = "gpt-5.4"
        elif kind == "small":
            self.client = OpenAI()
            self.model = "gpt-5.4-mini"
        else:
            self.client = Anthropic()
            self.model = "claude-sonnet-5"

    def ask_openai(self):
        return self.client.chat.completions.create(model=self.model, messages=[{"role": "user", "content": "Hi."}])

    def ask_anthropic(self):
        return self.client.messages.create(model=self.model, max_tokens=300, messages=[{"role": "user", "content": "Hi."}])

def anywhere(fast):
    client = OpenAI(base_url=os.environ["BASE"])
    model = "gpt-5.4" if fast else "claude-sonnet-5"
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": "Hi."}])
`;
    const heads = (await sketchesOf({ 'desk.py': source }, 'desk.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent WRAPPER',
      'call anthropic-messages anthropic claude-sonnet-5 (constant) cap 300 WRAPPER',
      'call openai-chat ? ? one of gpt-5.4, claude-sonnet-5 (constant) cap absent WRAPPER',
    ]);
  });
});
