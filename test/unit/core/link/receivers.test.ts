import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const LLM = `from openai import OpenAI

class Base:
    def __init__(self, name):
        self.client = OpenAI()
        self.name = name

    def ask(self, model, question):
        return self.client.responses.create(model=model, instructions=f"You are {self.name}.", input=question)

    @staticmethod
    def quick(model):
        return OpenAI().responses.create(model=model, input="Name a colour.")

class Clerk(Base):
    pass

class Cook(Base):
    pass
`;

describe('what methods are called on', () => {
  it('is not taken for the first argument where it is one of several (Python)', async () => {
    const main = `from llm import Clerk, Cook

def run(early):
    worker = Clerk("a clerk") if early else Cook("a cook")
    worker.ask("gpt-5.4", "Hello")
    worker.quick("gpt-5.4-mini")
`;
    const found = await sketchesOf({ 'llm.py': LLM, 'main.py': main }, 'main.py');
    assert.deepEqual(
      found.filter(line => line.startsWith('wrapper')),
      [
        'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
        'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via quick',
      ],
    );
  });

  it('is the first argument where the class is named (Python)', async () => {
    const main = `from llm import Base, Cook\n\ndef run():\n    Base.ask(Cook("a cook"), "gpt-5.4", "Hello")\n`;
    const [first] = await sketchesOf({ 'llm.py': LLM, 'main.py': main }, 'main.py');
    assert.equal(first, 'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask');
  });
});
