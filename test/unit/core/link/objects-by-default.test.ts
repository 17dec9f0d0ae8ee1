import assert from 'node:assert/strict';
import { sketchesOf, sketchesOfAll } from '../../link-project';

const heads = (lines: readonly string[] = []) => lines.filter(line => !line.startsWith(' '));

describe('an object that a parameter has by default', () => {
  it("says model and cap where nobody passes another, of a package's class", async () => {
    const source = `
from langchain_core.language_models import BaseChatModel
from langchain_openai import ChatOpenAI

def ask(llm: BaseChatModel = ChatOpenAI(model="gpt-5.4", max_tokens=250)):
    return llm.invoke("Hi.")

ask()
ask(ChatOpenAI(model="gpt-5.4-mini"))
`;
    const calls = heads(await sketchesOf({ 'ask.py': source }, 'ask.py')).filter(line => !line.startsWith('constructor'));
    assert.deepEqual(calls, [
      'call langchain openai gpt-5.4 (default) cap 250 WRAPPER',
      'wrapper-call langchain openai gpt-5.4 (constant) cap 250 via ask',
      'wrapper-call langchain openai gpt-5.4-mini (constant) cap absent via ask',
    ]);
  });

  it("and of the project's", async () => {
    const files = {
      'llm.py': `
from openai import OpenAI

class Llm:
    def __init__(self, model: str, cap: int = 90):
        self.model = model
        self.cap = cap
        self.client = OpenAI()

    def ask(self, prompt: str):
        return self.client.responses.create(model=self.model, input=prompt, max_output_tokens=self.cap)
`,
      'desk.py': `
from llm import Llm

class Desk:
    def __init__(self, name: str, llm: Llm = Llm("gpt-5.4", cap=70)):
        self.llm = llm

    def greet(self):
        return self.llm.ask("Hi.")

Desk("a").greet()
Desk("b", Llm("gpt-5.4-nano")).greet()
`,
    };
    assert.deepEqual(heads((await sketchesOfAll(files)).get('desk.py')), [
      'wrapper-call openai-responses openai gpt-5.4 (default) cap 70 via ask WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap 70 via greet > ask',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap 90 via greet > ask',
    ]);
  });

  it('says what stands in a part of it that is an object as well', async () => {
    const source = `
from dataclasses import dataclass, field
from openai import OpenAI

@dataclass
class Limits:
    answer: int = 600

@dataclass
class Settings:
    model: str = "gpt-5.4-mini"
    limits: Limits = field(default_factory=Limits)

class Desk:
    def __init__(self, settings: Settings | None = None):
        self.settings = settings or Settings()
    def ask(self, text):
        return OpenAI().responses.create(model=self.settings.model, max_output_tokens=self.settings.limits.answer, input=text)

Desk().ask("One")
Desk(Settings(limits=Limits(90))).ask("Two")
`;
    assert.deepEqual(heads(await sketchesOf({ 'desk.py': source }, 'desk.py')), [
      'call openai-responses openai gpt-5.4-mini (default) cap 600 WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 600 via ask',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 90 via ask',
    ]);
  });
});
