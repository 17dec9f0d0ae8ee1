import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('a call that is one of several, of which some lie too deep to be followed (Python)', () => {
  const engine = (name: string, address: string) => `
class ${name}:
    def __init__(self, model):
        self.model = model
    def generate(self, messages):
        return OpenAI(base_url="${address}").chat.completions.create(model=self.model, max_tokens=400, messages=messages)
`;
  const source = `
from anthropic import Anthropic
from openai import OpenAI
${['One', 'Two', 'Three', 'Four'].map(name => engine(name, `https://${name.toLowerCase()}.example/v1`)).join('')}
class Thinking:
    def __init__(self, model):
        self.model = model
    def generate(self, messages):
        return Anthropic().messages.create(model=self.model, max_tokens=400, messages=messages)
    def think(self, messages):
        return Anthropic().messages.create(model=self.model, max_tokens=8192, messages=messages)

class Agent:
    def __init__(self, maker, model):
        if maker == "one":
            self.engine = One(model)
        elif maker == "two":
            self.engine = Two(model)
        elif maker == "three":
            self.engine = Three(model)
        elif maker == "four":
            self.engine = Four(model)
        else:
            self.engine = Thinking(model)
    def reply(self, messages, thinking=False):
        if thinking:
            return self.engine.think(messages)
        return self.engine.generate(messages)

def safely(agent, messages, thinking):
    for _ in range(3):
        try:
            return agent.reply(messages, thinking=thinking)
        except Exception:
            pass

class Worker:
    def __init__(self, maker, model, thinking):
        self.agent = Agent(maker, model)
        self.thinking = thinking
    def step(self, text):
        return safely(self.agent, [{"role": "user", "content": text}], self.thinking)

def run(maker, thinking):
    return Worker(maker, "gpt-5.4", thinking).step("Hello.")
`;

  it('is not said to be the one that is not', async () => {
    const found = (await sketchesOf({ 'main.py': source }, 'main.py')).filter(line => line.includes('via step'));
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', / \? depends on which object it is called on \(unknown\) cap unknown via step/);
  });
});
