import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('following conditions', () => {
  it('defaults under a condition, as each caller passes them (Python)', async () => {
    const files = {
      'main.py': `
from openai import OpenAI

client = OpenAI()

def ask(question, model=None, cap=None, fast=False, history=None):
    if model is None:
        model = "gpt-5.4-nano" if fast else "gpt-5.4"
    if not cap:
        cap = 100
    messages = []
    if history:
        messages.extend(history)
    messages.append({"role": "user", "content": question})
    return client.chat.completions.create(model=model, max_tokens=cap, messages=messages)

ask("one")
ask("two", model="gpt-4.1", cap=5)
ask("three", fast=True, history=[{"role": "system", "content": "Be brief."}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-chat openai ? comes from the parameter model (caller) cap 100 WRAPPER',
      '  user*?: {history ~turn+}',
      '  user: {question ~call}',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 100 via ask',
      '  user: one',
      'wrapper-call openai-chat openai gpt-4.1 (constant) cap 5 via ask',
      '  user: two',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap 100 via ask',
      '  system system: Be brief.',
      '  user: three',
    ]);
  });

  it('the branch that a caller chooses (Python)', async () => {
    const files = {
      'llm.py': `
from anthropic import Anthropic
from openai import OpenAI

def complete(prompt, provider="openai"):
    messages = [{"role": "user", "content": prompt}]
    if provider == "openai":
        return OpenAI().chat.completions.create(model="gpt-5.4", messages=messages)
    elif provider in ("anthropic", "claude"):
        return Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=200, messages=messages)
    raise ValueError(provider)

def model_for(task):
    match task:
        case "easy" | "quick":
            return "gpt-5.4-nano"
        case "hard":
            return "gpt-5.4"
        case _:
            return "gpt-5.4-mini"
`,
      'main.py': `
from openai import OpenAI
from llm import complete, model_for

complete("one")
complete("two", provider="claude")
client = OpenAI()
client.responses.create(model=model_for("quick"), input="three")
client.responses.create(model=model_for("other"), input="four")
client.responses.create(model=model_for(task), input="five")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'wrapper-call openai-chat openai gpt-5.4 (literal) cap absent via complete',
      '  user: one',
      'wrapper-call anthropic-messages anthropic claude-sonnet-4-5 (literal) cap 200 via complete',
      '  user: two',
      'call openai-responses openai gpt-5.4-nano (constant) cap absent',
      '  user: three',
      'call openai-responses openai gpt-5.4-mini (constant) cap absent',
      '  user: four',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4, gpt-5.4-mini (constant) cap absent',
      '  user: five',
    ]);
  });

  it('the branch that a caller chooses (TypeScript)', async () => {
    const files = {
      'main.ts': `
import OpenAI from 'openai';

const client = new OpenAI();
const DEBUG = false;

function modelFor(task: string) {
  switch (task) {
    case 'easy':
    case 'quick':
      return 'gpt-5.4-nano';
    default:
      return 'gpt-5.4';
  }
}
function ask(question: string, options: { model?: string; long?: boolean; system?: string } = {}) {
  let { model } = options;
  if (!model) model = modelFor(DEBUG ? 'easy' : 'hard');
  return client.responses.create({
    model,
    max_output_tokens: options.long === true ? 900 : 90,
    input: \`\${options.system && \`\${options.system}\\n\`}\${question}\`,
  });
}
ask('one');
ask('two', { model: 'gpt-4.1', long: true, system: 'Be kind.' });
client.responses.create({ model: modelFor('quick'), input: 'three' });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-responses openai gpt-5.4 (default) cap 900 WRAPPER',
      '  user: [{options.system ~unknown}\n | {options.system ~unknown}]{question ~call}',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap 90 via ask',
      '  user: one',
      'wrapper-call openai-responses openai gpt-4.1 (constant) cap 900 via ask',
      '  user: Be kind.\ntwo',
      'call openai-responses openai gpt-5.4-nano (constant) cap absent',
      '  user: three',
    ]);
  });

  it('lengths of what is known in part (TypeScript, Python)', async () => {
    const files = {
      'ask.ts': `
import OpenAI from 'openai';
const openai = new OpenAI();
function ask(prompt: string, model: string) {
  const messages = [{ role: 'user', content: prompt }];
  if (prompt.length > 0) messages.push({ role: 'user', content: 'Asked.' });
  if (prompt.length > 20) messages.push({ role: 'user', content: 'Asked at length.' });
  if (prompt.length < 5) messages.push({ role: 'user', content: 'Briefly.' });
  return openai.chat.completions.create({ model, messages });
}
export const support = (text: string) => ask(\`Question: \${text}\`, 'gpt-5.4');
`,
      'ask.py': `
from openai import OpenAI
client = OpenAI()
def ask(parts, model):
    prompt = "Answer."
    if len(parts) > 1:
        prompt += " Both."
    if len(parts) < 2:
        prompt += " One."
    return client.responses.create(model=model, input=prompt)
def support(text):
    return ask(["Question:", text], "gpt-5.4")
`,
    };
    assert.deepEqual((await sketchesOf(files, 'ask.ts')).slice(-4), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via ask',
      '  user: Question: {text ~unknown}',
      '  user: Asked.',
      '  user?: Asked at length.',
    ]);
    assert.deepEqual((await sketchesOf(files, 'ask.py')).slice(-2), [
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      '  user: Answer. Both.',
    ]);
  });

  it('what one part of a condition settles, whatever the others will be by then (Python)', async () => {
    const main = `
from openai import OpenAI

client = OpenAI()

class Ranker:
    def rank(self, question):
        return client.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": question}])

class Memory:
    def __init__(self, config):
        self.ranker = None
        if config.ranks:
            self.ranker = Ranker()

    def search(self, question, ranks=False):
        if ranks and self.ranker:
            return self.ranker.rank(question)
        return [question]

def plain(config):
    return Memory(config).search("Which tea?")

def ranked(config):
    return Memory(config).search("Which coffee?", ranks=True)
`;
    const sketches = await sketchesOf({ 'main.py': main }, 'main.py');
    assert.deepEqual(sketches.slice(-2), [
      'wrapper-call openai-chat openai gpt-5.4 (literal) cap absent via search > rank',
      '  user: Which coffee?',
    ]);
    assert.ok(!sketches.some(line => line.includes('tea')));
  });

  it('what is set when it is first needed is not decided (Python)', async () => {
    const files = {
      'main.py': `
from openai import AzureOpenAI, OpenAI

_client = None
MODEL = None

def get():
    global _client
    if _client is None:
        _client = OpenAI()
    return _client

def choose_model(name):
    global MODEL
    MODEL = name

class Llm:
    def __init__(self):
        self.client = None
        self.azure = False

    def use_azure(self):
        self.azure = True

    def run(self):
        if self.client is None:
            self.client = OpenAI()
        model = "gpt-5.4" if self.azure else "gpt-5.4-mini"
        return self.client.responses.create(model=model, input="a")

get().responses.create(model="gpt-5.4" if MODEL is None else "gpt-4.1", input="b")
Llm().run()
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent',
      '  user: a',
      'call openai-responses openai ? one of gpt-5.4, gpt-4.1 (constant) cap absent',
      '  user: b',
    ]);
  });

  it('a configuration object that is made when none is passed (Python)', async () => {
    const files = {
      'base.py': `
class Config:
    def __init__(self, model=None, max_tokens: int = 2000):
        self.model = model
        self.max_tokens = max_tokens

class Base:
    def __init__(self, config=None):
        if config is None:
            self.config = Config()
        elif isinstance(config, dict):
            self.config = Config(**config)
        else:
            self.config = config
`,
      'main.py': `
from openai import OpenAI
from base import Base, Config

class Llm(Base):
    def __init__(self, config=None):
        super().__init__(config)
        if not self.config.model:
            self.config.model = "gpt-5.4"
        self.client = OpenAI()

    def ask(self, question):
        return self.client.chat.completions.create(
            model=self.config.model,
            max_tokens=self.config.max_tokens,
            messages=[{"role": "user", "content": question}],
        )

Llm().ask("one")
Llm(Config(model="gpt-4.1")).ask("two")
Llm({"model": "gpt-4.1-mini", "max_tokens": 50}).ask("three")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-chat openai gpt-5.4 (default) cap 2000 WRAPPER',
      '  user: {question ~call}',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 2000 via ask',
      '  user: one',
      'wrapper-call openai-chat openai gpt-4.1 (constant) cap 2000 via ask',
      '  user: two',
      'wrapper-call openai-chat openai gpt-4.1-mini (constant) cap 50 via ask',
      '  user: three',
    ]);
  });

  it('that compare with a number decide, in every language', async () => {
    const python = `
from openai import OpenAI

client = OpenAI()

def ask(limit=0):
    if limit <= 0:
        limit = 900
    return client.chat.completions.create(model="gpt-5.4", max_tokens=limit, messages=[{"role": "user", "content": "Name a bird."}])

ask(40)
ask(-1)
`;
    const typescript = `
import OpenAI from 'openai';

const client = new OpenAI();

function ask(limit: number) {
  return client.chat.completions.create({ model: 'gpt-5.4', max_tokens: limit > 0 ? limit : 900, messages: [{ role: 'user', content: 'Name a bird.' }] });
}

ask(40);
ask(0);
`;
    const go = `package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func ask(client *openai.Client, limit int) {
	if limit < 1 {
		limit = 900
	}
	client.CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{Model: "gpt-5.4", MaxTokens: limit, Messages: []openai.ChatCompletionMessage{{Role: "user", Content: "Name a bird."}}})
}

func main() {
	client := openai.NewClient("key")
	ask(client, 40)
	ask(client, 0)
}
`;
    const java = `package acme;

import com.openai.client.OpenAIClient;
import com.openai.models.responses.ResponseCreateParams;

class Birds {
    void ask(OpenAIClient client, long limit) {
        client.responses().create(ResponseCreateParams.builder().model("gpt-5.4").maxOutputTokens(0 < limit ? limit : 900).input("Name a bird.").build());
    }

    void run(OpenAIClient client) {
        ask(client, 40);
        ask(client, 0);
    }
}
`;
    const csharp = `using OpenAI.Chat;

namespace Acme;

public class Birds
{
    public void Ask(ChatClient client, int limit)
    {
        if (!(limit >= 1)) limit = 900;
        client.CompleteChat([new UserChatMessage("Name a bird.")], new ChatCompletionOptions { MaxOutputTokenCount = limit });
    }

    public void Run()
    {
        var client = new ChatClient("gpt-5.4", "key");
        Ask(client, 40);
        Ask(client, 0);
    }
}
`;
    for (const [file, text] of Object.entries({
      'a.py': python,
      'a.ts': typescript,
      'main.go': go,
      'Birds.java': java,
      'Birds.cs': csharp,
    })) {
      const sketches = await sketchesOf({ [file]: text }, file);
      const caps = sketches.flatMap(line => /^wrapper-call .* cap (\S+)/.exec(line)?.[1] ?? []);
      assert.deepEqual(caps, ['40', '900'], file);
    }
  });

  it('that compare sizes and counts decide nothing', async () => {
    const files = {
      'a.py': `
from openai import OpenAI

client = OpenAI()

def ask(questions, most):
    limit = 50
    if len(questions) > 3:
        limit = 500
    for turn in range(3):
        if turn > 0:
            limit = 700
        client.chat.completions.create(model="gpt-5.4", max_tokens=limit, messages=[{"role": "user", "content": "Name a bird."}])

ask(["a"], 3)
`,
    };
    const sketches = await sketchesOf(files, 'a.py');
    assert.deepEqual(
      sketches.filter(line => !line.startsWith('  ')),
      ['call openai-chat openai gpt-5.4 (literal) cap 700'],
    );
  });

  it('an object of a package is no name of one (TypeScript)', async () => {
    const files = {
      'service.ts': `
import { Agent, Runner } from '@openai/agents';
import { agents } from './registry';
export class Service {
  async turn(agent: Agent | string, text: string) {
    const resolved = typeof agent === 'string' ? await agents.get(agent) : agent;
    return new Runner().run(resolved, text);
  }
}
`,
      'registry.ts': `
import { Agent } from '@openai/agents';
class Agents {
  private all = new Map<string, Agent>();
  async get(name: string): Promise<Agent> { return this.all.get(name)!; }
}
export const agents = new Agents();
`,
      'main.ts': `
import { Agent } from '@openai/agents';
import { Service } from './service';
export const answer = () => new Service().turn(new Agent({ name: 'a', instructions: 'Help.', model: 'gpt-5.4-mini' }), 'One.');
`,
    };
    assert.deepEqual(
      (await sketchesOf(files, 'main.ts')).filter(line => line.startsWith('wrapper-call')),
      ['wrapper-call openai-agents openai gpt-5.4-mini (constant) cap absent via turn'],
    );
  });

  it('over the type of a value that is known or absent (TypeScript)', async () => {
    const source = `
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
type Options = { cap?: number; temperature?: number };
function settings(id: string, { cap, temperature }: Options) {
  const made: Record<string, unknown> = {};
  if (typeof cap === 'number') made.maxOutputTokens = cap;
  if (typeof temperature !== 'undefined' && !id.startsWith('gpt-5')) made.temperature = temperature;
  return made;
}
export const one = (prompt: string) => generateText({ model: openai('gpt-5.4'), prompt, ...settings('gpt-5.4', { cap: 200 }) });
export const two = (prompt: string) => generateText({ model: openai('gpt-5.4'), prompt, ...settings('gpt-5.4', { temperature: 0 }) });
export const three = (prompt: string, cap: any) => generateText({ model: openai('gpt-5.4'), prompt, ...settings('gpt-5.4', { cap }) });
`;
    const heads = (await sketchesOf({ 'a.ts': source }, 'a.ts')).filter(line => !line.startsWith(' '));
    assert.deepEqual(
      heads.map(line => line.replace(/ WRAPPER$/, '')),
      [
        'call vercel-ai openai gpt-5.4 (constant) cap 200',
        'call vercel-ai openai gpt-5.4 (constant) cap absent',
        'call vercel-ai openai gpt-5.4 (constant) cap unknown',
      ],
    );
  });

  it('members of a package’s enumeration are one or different ones (Python)', async () => {
    const files = {
      'llm.py': `
from adalflow.core.types import ModelType
from openai import OpenAI

client = OpenAI()

def call(text, kind=ModelType.UNDEFINED):
    if kind == ModelType.EMBEDDER:
        return client.embeddings.create(model="text-embedding-3-small", input=text)
    elif kind in (ModelType.LLM, ModelType.LLM_REASONING):
        return client.chat.completions.create(model="gpt-5.4-mini", messages=text)
    raise ValueError(kind)
`,
      'main.py': `
from adalflow.core.types import ModelType
from llm import call

call("embedded", ModelType.EMBEDDER)
call("asked", ModelType.LLM)
call("either", kind)
`,
    };
    assert.deepEqual(
      (await sketchesOf(files, 'main.py')).filter(line => !line.startsWith('  ')),
      [
        'wrapper-call openai-embeddings openai text-embedding-3-small (literal) cap unsupported via call',
        'wrapper-call openai-chat openai gpt-5.4-mini (literal) cap absent via call',
        'wrapper-call openai-embeddings openai text-embedding-3-small (literal) cap unsupported via call',
        'wrapper-call openai-chat openai gpt-5.4-mini (literal) cap absent via call',
      ],
    );
  });

  it('members of a package that may say the same are not compared (Python)', async () => {
    const files = {
      'llm.py': `
import settings_package
from settings_package import Options
from openai import OpenAI

client = OpenAI()

def call(text, kind):
    if kind == settings_package.FAST or kind == Options.fast:
        return client.chat.completions.create(model="gpt-5.4-nano", messages=text)
    return client.chat.completions.create(model="gpt-5.4", messages=text)

call("one", settings_package.SLOW)
call("two", Options.slow)
`,
    };
    const either = 'wrapper-call openai-chat openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap absent via call';
    assert.deepEqual(
      (await sketchesOf(files, 'llm.py')).filter(line => line.startsWith('wrapper-call')),
      [either, either],
    );
  });
});
