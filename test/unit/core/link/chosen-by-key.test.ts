import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

/** How the calls of `use` look, without what they say. */
async function linesOf(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

const HEAD = `
from openai import OpenAI
client = OpenAI()
`;
const USE = `
from llm import ask
def one(t): return ask(t, "smart")
def two(t): return ask(t)
def three(t, tier): return ask(t, tier)
`;
const KEYED = [
  'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
  'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
  'wrapper-call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent via ask WRAPPER',
];
const CALL = 'client.responses.create(model=model, instructions="You write.", input=text)';

describe('what callers choose by a key', () => {
  const ways: Readonly<Record<string, string>> = {
    'a table': `
MODELS = {"fast": "gpt-5.4-mini", "smart": "gpt-5.4"}
def ask(text, tier="fast"):
    return client.responses.create(model=MODELS[tier], instructions="You write.", input=text)
`,
    'a table with a default': `
MODELS = {"fast": "gpt-5.4-mini", "smart": "gpt-5.4"}
def ask(text, tier="fast"):
    return client.responses.create(model=MODELS.get(tier, "gpt-5.4-mini"), instructions="You write.", input=text)
`,
    'a table, or else': `
MODELS = {"fast": "gpt-5.4-mini", "smart": "gpt-5.4"}
def ask(text, tier="fast"):
    return client.responses.create(model=MODELS.get(tier) or "gpt-5.4-mini", instructions="You write.", input=text)
`,
    branches: `
def ask(text, tier="fast"):
    if tier == "fast":
        model = "gpt-5.4-mini"
    else:
        model = "gpt-5.4"
    return ${CALL}
`,
    'a branch over a default': `
def ask(text, tier="fast"):
    model = "gpt-5.4-mini"
    if tier == "smart":
        model = "gpt-5.4"
    return ${CALL}
`,
    match: `
def ask(text, tier="fast"):
    match tier:
        case "fast":
            model = "gpt-5.4-mini"
        case _:
            model = "gpt-5.4"
    return ${CALL}
`,
    'a conditional expression': `
def ask(text, tier="fast"):
    model = "gpt-5.4-mini" if tier == "fast" else "gpt-5.4"
    return ${CALL}
`,
    'a function': `
def choose_model(tier):
    if tier == "fast":
        return "gpt-5.4-mini"
    return "gpt-5.4"
def ask(text, tier="fast"):
    model = choose_model(tier)
    return ${CALL}
`,
    'a key that is put in another form': `
MODELS = {"fast": "gpt-5.4-mini", "smart": "gpt-5.4"}
def ask(text, tier="fast"):
    key = tier.lower()
    model = MODELS[key]
    return ${CALL}
`,
    'rows of a table': `
MODELS = {"fast": {"model": "gpt-5.4-mini"}, "smart": {"model": "gpt-5.4"}}
def ask(text, tier="fast"):
    row = MODELS[tier]
    return client.responses.create(model=row["model"], instructions="You write.", input=text)
`,
    'a field that is set to what is passed': `
MODELS = {"fast": "gpt-5.4-mini", "smart": "gpt-5.4"}
class Writer:
    def __init__(self, tier): self.tier = tier
    def write(self, text):
        return client.responses.create(model=MODELS[self.tier], instructions="You write.", input=text)
def ask(text, tier="fast"):
    return Writer(tier).write(text)
`,
  };
  for (const [way, code] of Object.entries(ways))
    it(`by ${way}, and those who pass the key are calls of the one model (Python)`, async () => {
      const lines = (await linesOf({ 'llm.py': HEAD + code, 'use.py': USE }, 'use.py')).map(line => line.replace('ask > write', 'ask'));
      assert.deepEqual(lines, KEYED);
      const inner = (await linesOf({ 'llm.py': HEAD + code }, 'llm.py')).filter(line => line.startsWith('call '));
      assert.deepEqual(
        inner.map(line => line.includes('WRAPPER')),
        [true],
      );
    });

  it('by a member of an enumeration (Python)', async () => {
    const files = {
      'llm.py': `${HEAD}
from enum import Enum
class Tier(Enum):
    FAST = "fast"
    SMART = "smart"
MODELS = {Tier.FAST: "gpt-5.4-mini", Tier.SMART: "gpt-5.4"}
def ask(text, tier: Tier = Tier.FAST):
    return client.responses.create(model=MODELS[tier], instructions="You write.", input=text)
`,
      'use.py': `
from llm import Tier, ask
def one(t): return ask(t, Tier.SMART)
def two(t): return ask(t)
`,
    };
    assert.deepEqual(await linesOf(files, 'use.py'), KEYED.slice(0, 2));
  });

  it('a cap (TypeScript)', async () => {
    const files = {
      'llm.ts': `
import OpenAI from 'openai';
const client = new OpenAI();
const CAPS = { short: 90, long: 900 } as const;
export function ask(input: string, size: keyof typeof CAPS = 'short') {
  return client.responses.create({ model: 'gpt-5.4', instructions: 'You write.', input, max_output_tokens: CAPS[size] });
}
`,
      'use.ts': `
import { ask } from './llm';
export const one = (t: string) => ask(t, 'long');
export const two = (t: string) => ask(t);
export const three = (t: string, size: 'short' | 'long') => ask(t, size);
`,
    };
    assert.deepEqual(await linesOf(files, 'use.ts'), [
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap 900 via ask',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap 90 via ask',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap 900 via ask WRAPPER',
    ]);
  });

  it('an object of one of several classes (TypeScript)', async () => {
    const files = {
      'engines.ts': `
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
interface Engine { complete(system: string, text: string): Promise<string> }
class OpenAIEngine implements Engine {
  private client = new OpenAI();
  async complete(system: string, text: string) {
    const reply = await this.client.responses.create({ model: 'gpt-5.4-mini', instructions: system, input: text });
    return reply.output_text;
  }
}
class GeminiEngine implements Engine {
  private ai = new GoogleGenAI({});
  async complete(system: string, text: string) {
    const reply = await this.ai.models.generateContent({ model: 'gemini-3.5-flash', contents: text, config: { systemInstruction: system } });
    return reply.text ?? '';
  }
}
const engines = { openai: new OpenAIEngine(), gemini: new GeminiEngine() };
export const summarise = (text: string, engine: keyof typeof engines = 'openai') => engines[engine].complete('You summarise.', text);
`,
      'use.ts': `
import { summarise } from './engines';
export const one = (t: string) => summarise(t, 'gemini');
export const two = (t: string) => summarise(t);
`,
    };
    assert.deepEqual(await linesOf(files, 'use.ts'), [
      'wrapper-call google-genai google gemini-3.5-flash (literal) cap absent via summarise > complete',
      'wrapper-call openai-responses openai gpt-5.4-mini (literal) cap absent via summarise > complete',
    ]);
  });

  it("a package's client, by its maker in a table (Python)", async () => {
    const files = {
      'llm.py': `
from langchain_openai import ChatOpenAI
from langchain_anthropic import ChatAnthropic
MAKERS = {"openai": lambda: ChatOpenAI(model="gpt-5.4"), "anthropic": lambda: ChatAnthropic(model="claude-sonnet-4-6")}
def ask(text, vendor):
    llm = MAKERS[vendor]()
    return llm.invoke([("system", "You write."), ("user", text)])
`,
      'use.py': `
from llm import ask
def one(t): return ask(t, "openai")
def two(t): return ask(t, "anthropic")
`,
    };
    assert.deepEqual(
      (await linesOf(files, 'use.py')).map(line => line.replace(/^(\S+) \S+ /, '$1 ')),
      [
        'wrapper-call openai gpt-5.4 (constant) cap absent via ask',
        'wrapper-call anthropic claude-sonnet-4-6 (constant) cap unknown via ask',
      ],
    );
  });

  it('which of several calls is made (Python)', async () => {
    const files = {
      'llm.py': `
from anthropic import Anthropic
from openai import OpenAI
def ask(text, vendor="openai"):
    if vendor == "anthropic":
        return Anthropic().messages.create(model="claude-sonnet-5", max_tokens=90, system="You write.", messages=[{"role": "user", "content": text}])
    return OpenAI().responses.create(model="gpt-5.4", instructions="You write.", input=text)
def asked(text, vendor): return ask(text, vendor)
def either(text, loud):
    if loud:
        print(text)
        return OpenAI().responses.create(model="gpt-5.4", instructions="You write.", input=text)
    return OpenAI().responses.create(model="gpt-5.4", instructions="You write.", input=text)
`,
      'use.py': `
from llm import ask, asked, either
def one(t): return ask(t, "anthropic")
def two(t): return ask(t)
def three(t): return asked(t, "anthropic")
def four(t): return either(t, True)
`,
    };
    assert.deepEqual(await linesOf(files, 'use.py'), [
      'wrapper-call anthropic-messages anthropic claude-sonnet-5 (literal) cap 90 via ask',
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via ask',
      'wrapper-call anthropic-messages anthropic claude-sonnet-5 (literal) cap 90 via asked > ask',
    ]);
    assert.deepEqual(await linesOf(files, 'llm.py'), [
      'call anthropic-messages anthropic claude-sonnet-5 (literal) cap 90 WRAPPER',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
      'wrapper-call anthropic-messages ? ? one of claude-sonnet-5, gpt-5.4 (constant) cap unknown via ask WRAPPER',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
    ]);
  });

  it('a prompt, where all that is sent is chosen or passed (TypeScript)', async () => {
    const files = {
      'llm.ts': `
import OpenAI from 'openai';
const client = new OpenAI();
const PROMPTS = { summary: 'You summarise.', title: 'You name things.' };
export const ask = (input: string, kind: keyof typeof PROMPTS) => client.responses.create({ model: 'gpt-5.4', instructions: PROMPTS[kind], input });
export const told = (input: string, kind: keyof typeof PROMPTS) =>
  client.responses.create({ model: 'gpt-5.4', instructions: PROMPTS[kind], input: 'The text: ' + input });
`,
      'use.ts': `
import { ask, told } from './llm';
export const one = (t: string) => ask(t, 'title');
export const two = (t: string) => told(t, 'title');
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via ask',
      '  system system: You name things.',
      '  user: {t ~unknown}',
    ]);
  });

  const others: Readonly<Record<string, string>> = {
    'a temperature': `
HEAT = {"calm": 0.1, "wild": 1.2}
def ask(text, mood="calm"):
    if mood == "wild":
        print("wild")
    return client.responses.create(model="gpt-5.4", instructions="You write.", input=text, temperature=HEAT[mood])
`,
    'what is put before a question': `
def ask(text, polite=False):
    if polite:
        text = "Please. " + text
    return client.responses.create(model="gpt-5.4", instructions="You write.", input=text)
`,
    'a setting of the environment': `
import os
MODELS = {"fast": "gpt-5.4-mini", "smart": "gpt-5.4"}
def ask(text, tier=None):
    if tier:
        print(tier)
    return client.responses.create(model=MODELS[os.environ["TIER"]], instructions="You write.", input=text)
`,
  };
  for (const [what, code] of Object.entries(others))
    it(`nothing that a call costs by ${what} (Python)`, async () => {
      assert.deepEqual(await linesOf({ 'llm.py': HEAD + code, 'use.py': USE }, 'use.py'), []);
    });
});
