import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

const registry = `
MAKERS = {}
def maker(name):
    def keep(made):
        MAKERS[name] = made
        return made
    return keep
`;
const makers = `
from openai import OpenAI
from anthropic import Anthropic
from registry import maker
@maker("gpt")
class Gpt:
    def ask(self, text):
        return OpenAI().responses.create(model="gpt-5.4", max_output_tokens=300, input=text)
@maker("claude")
class Claude:
    def ask(self, text):
        return Anthropic().messages.create(model="claude-sonnet-5", max_tokens=300, messages=[{"role": "user", "content": text}])
`;

describe('registries that decorators fill', () => {
  it('give the class of a name, and any of them where the name is not known (Python)', async () => {
    const files = {
      'registry.py': registry,
      'makers.py': makers,
      'main.py': `
import makers
from registry import MAKERS
def known(text):
    return MAKERS["claude"]().ask(text)
def unknown(name, text):
    return MAKERS[name]().ask(text)
known("One")
unknown(input(), "Two")
`,
    };
    assert.deepEqual(await heads(files, 'main.py'), [
      'wrapper-call anthropic-messages anthropic claude-sonnet-5 (literal) cap 300 via ask WRAPPER',
      'wrapper-call openai-responses ? ? one of gpt-5.4, claude-sonnet-5 (constant) cap 300 via ask WRAPPER',
      'wrapper-call anthropic-messages anthropic claude-sonnet-5 (literal) cap 300 via known > ask',
      'wrapper-call openai-responses ? ? one of gpt-5.4, claude-sonnet-5 (constant) cap 300 via unknown > ask',
    ]);
  });
  it('in one file, of functions (Python)', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()
STEPS = {}
def step(fn):
    STEPS[fn.__name__] = fn
    return fn
@step
def short(text):
    return client.responses.create(model="gpt-5.4-mini", max_output_tokens=50, input=text)
@step
def long(text):
    return client.responses.create(model="gpt-5.4", max_output_tokens=500, input=text)
STEPS["short"]("One")
STEPS[input()]("Two")
`;
    assert.deepEqual(await heads({ 'main.py': source }, 'main.py'), [
      'call openai-responses openai gpt-5.4-mini (literal) cap 50 WRAPPER',
      'call openai-responses openai gpt-5.4 (literal) cap 500 WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4-mini (literal) cap 50 via short',
      'wrapper-call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap 500 via short',
    ]);
  });
});
