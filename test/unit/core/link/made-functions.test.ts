import assert from 'node:assert/strict';
import { sketchesOf, sketchesOfAll } from '../../link-project';

describe('reading functions that functions and objects hold', () => {
  it('a factory that returns an object of functions (TypeScript)', async () => {
    const files = {
      'llm.ts': `
import OpenAI from 'openai';
const MODELS = { fast: 'gpt-5.4-mini', smart: 'gpt-5.4' };
export const make = (ai = new OpenAI()) => ({
  ask: async (kind: 'fast' | 'smart', text: string) =>
    ai.chat.completions.create({ model: MODELS[kind], max_tokens: 40, messages: [{ role: 'user', content: text }] }),
});
export function build() {
  const ai = new OpenAI();
  async function ask(model: string, text: string) {
    return ai.responses.create({ model, input: text });
  }
  return { ask, short: (text: string) => ask('gpt-5.4-nano', text) };
}
`,
      'main.ts': `
import { build, make } from './llm';
const api = make();
const other = build();
export async function run() {
  await api.ask('fast', 'One.');
  await make().ask('smart', 'Two.');
  await other.ask('gpt-5.4', 'Three.');
  const { short } = build();
  await short('Four.');
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 40 via ask',
      '  user: One.',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 40 via ask',
      '  user: Two.',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: Three.',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap absent via short > ask',
      '  user: Four.',
    ]);
  });

  it('an exported object of functions (TypeScript)', async () => {
    const files = {
      'llm.ts': `
import OpenAI from 'openai';
const ai = new OpenAI();
export const llm = {
  model: 'gpt-5.4',
  async ask(text: string) {
    return ai.responses.create({ model: this.model, input: text });
  },
  tell: (model: string, text: string) => ai.responses.create({ model, input: text }),
  twice(text: string) {
    return this.ask(text);
  },
};
export default { ask: llm.ask, tell: llm.tell };
`,
      'main.ts': `
import { llm } from './llm';
import all from './llm';
export async function run() {
  await llm.ask('One.');
  await llm.tell('gpt-5.4-mini', 'Two.');
  await llm.twice('Three.');
  await all.tell('gpt-5.4-nano', 'Four.');
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: One.',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via tell',
      '  user: Two.',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via twice > ask',
      '  user: Three.',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap absent via tell',
      '  user: Four.',
    ]);
  });

  it('closures and classes that functions return (Python)', async () => {
    const files = {
      'llm.py': `
from openai import OpenAI
from types import SimpleNamespace

def make_asker(model, client=None):
    client = client or OpenAI()
    def ask(text, cap=50):
        return client.chat.completions.create(model=model, max_tokens=cap, messages=[{"role": "user", "content": text}])
    return ask

def make_class(model):
    class Asker:
        def ask(self, text):
            return OpenAI().responses.create(model=model, input=text)
    return Asker

def make_all(model):
    client = OpenAI()
    def ask(text):
        return client.responses.create(model=model, input=text)
    return {"ask": ask, "short": lambda text: client.responses.create(model=model, input=text, max_output_tokens=9)}

def make_space(model):
    def ask(text):
        return OpenAI().responses.create(model=model, input=text)
    return SimpleNamespace(ask=ask)
`,
      'main.py': `
from llm import make_asker, make_class, make_all, make_space
ask = make_asker("gpt-5.4")
ask("One.")
make_asker("gpt-5.4-mini")("Two.", cap=7)
Asker = make_class("gpt-5.4-nano")
Asker().ask("Three.")
make_class("gpt-5.4")().ask("Four.")
tools = make_all("gpt-5.4")
tools["ask"]("Five.")
tools["short"]("Six.")
make_space("gpt-5.4-mini").ask("Seven.")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 50 via ask',
      '  user: One.',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 7 via ask',
      '  user: Two.',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap absent via ask',
      '  user: Three.',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: Four.',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: Five.',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap 9 via lambda',
      '  user: Six.',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
      '  user: Seven.',
    ]);
  });

  it('classes that functions return, and functions that take functions (TypeScript)', async () => {
    const files = {
      'main.ts': `
import OpenAI from 'openai';
const ai = new OpenAI();
function withModel(model: string) {
  return class {
    ask(text: string) {
      return ai.responses.create({ model, input: text });
    }
  };
}
const Fast = withModel('gpt-5.4-mini');
new Fast().ask('One.');
const asker = (model: string) => (text: string) => ai.responses.create({ model, input: text });
asker('gpt-5.4')('Two.');
class Facade {
  ask = asker('gpt-5.4-nano');
  api = { ask: this.ask };
  run() {
    return this.api.ask('Three.');
  }
}
const retry = <T>(work: () => Promise<T>) => work();
export const safe = (text: string) => retry(() => ai.responses.create({ model: 'gpt-5.4', input: text }));
safe('Four.');
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-responses openai ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user: {text ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
      '  user: One.',
      'call openai-responses openai ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user: {text ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via lambda',
      '  user: Two.',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap absent via ask',
      '  user: Three.',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      '  user: {text ~unknown}',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via safe',
      '  user: Four.',
    ]);
  });

  it('a factory that merges what it is passed with defaults (JavaScript)', async () => {
    const files = {
      'make.js': `
import OpenAI from 'openai';
const defaults = { client: new OpenAI(), model: 'gpt-5.4' };
export function make(deps = {}) {
  const { client, model } = { ...defaults, ...deps };
  return {
    summarize: text => client.chat.completions.create({ model, max_completion_tokens: 50, messages: [{ role: 'user', content: text }] }),
    async title(text) {
      return client.chat.completions.create({ model, messages: [{ role: 'user', content: \`Title: \${text}\` }] });
    },
  };
}
`,
      'main.js': `
import { make } from './make.js';
const s = make();
const small = make({ model: 'gpt-5.4-mini' });
export const run = text => s.summarize(text);
export const title = text => small.title(text);
`,
    };
    const sketches = await sketchesOfAll(files);
    assert.deepEqual(sketches.get('make.js'), [
      'call openai-chat openai gpt-5.4 (default) cap 50 WRAPPER',
      '  user: {text ~unknown}',
      'call openai-chat openai gpt-5.4 (default) cap absent WRAPPER',
      '  user: Title: {text ~unknown}',
    ]);
    assert.deepEqual(sketches.get('main.js'), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 50 via summarize WRAPPER',
      '  user: {text ~unknown}',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via title',
      '  user: Title: {text ~unknown}',
    ]);
  });
});
