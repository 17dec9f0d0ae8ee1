import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading messages', () => {
  it('a class that keeps its client and model in the constructor (Python)', async () => {
    const files = {
      'app/bot.py': `
from anthropic import Anthropic

class Bot:
    def __init__(self, model: str = "claude-sonnet-5-5"):
        self.client = Anthropic()
        self.model = model
        self.history = []

    def say(self, text):
        self.history.append({"role": "user", "content": text})
        reply = self.client.messages.create(
            model=self.model, max_tokens=1024, system="You are kind.", messages=self.history
        )
        self.history.append({"role": "assistant", "content": reply.content[0].text})
        return reply
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/bot.py'), [
      'call anthropic-messages anthropic claude-sonnet-5-5 (default) cap 1024 WRAPPER',
      '  system system: You are kind.',
      '  user*: {text ~unknown}',
      '  assistant*: {reply.content[0].text ~unknown}',
      '  user: {text ~unknown}',
    ]);
  });

  it('messages from branches and loops (Python)', async () => {
    const files = {
      'app/use.py': `
from anthropic import Anthropic
client = Anthropic()

def a(q, context, examples, style=None):
    messages = []
    for example in examples:
        messages += [{"role": "user", "content": example.q}, {"role": "assistant", "content": example.a}]
    if context:
        messages.append({"role": "user", "content": f"Context:\\n{context}"})
        messages.append({"role": "assistant", "content": "Thanks, I have read it."})
    messages.extend([{"role": "user", "content": q}])
    system = "Answer."
    if style:
        system += f" Write in the style of {style}."
    return client.messages.create(model="claude-haiku-5-5", max_tokens=100, system=system, messages=messages)

def b(turns):
    return client.messages.create(
        model="claude-haiku-5-5", max_tokens=100,
        messages=[{"role": t["role"], "content": t["content"]} for t in turns] + [{"role": "user", "content": "Go on."}],
    )

def c(history, q):
    messages = history + [{"role": "user", "content": q}]
    return client.messages.create(model="claude-haiku-5-5", max_tokens=100, messages=messages)

def d(history, q):
    return client.messages.create(model="claude-haiku-5-5", max_tokens=100, messages=[*history, {"role": "user", "content": q}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 100',
      '  system system: Answer.[ |  Write in the style of {style ~unknown}.]',
      '  user*: {example.q ~unknown}',
      '  assistant*: {example.a ~unknown}',
      '  user?: Context:\n{context ~call}',
      '  assistant?: Thanks, I have read it.',
      '  user: {q ~unknown}',
      'call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 100',
      '  user*: {t.content ~unknown}',
      '  user: Go on.',
      'call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 100 WRAPPER',
      '  user*: {history ~turn+}',
      '  user: {q ~unknown}',
      'call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 100 WRAPPER',
      '  user*: {history ~turn+}',
      '  user: {q ~unknown}',
    ]);
  });

  it('cache markers, tools of another module (Python)', async () => {
    const files = {
      'app/tools.py': `
SEARCH = {"name": "search", "description": "Searches.", "input_schema": {"type": "object", "properties": {}}}
TOOLS = [SEARCH, {"name": "stop", "description": "Stops.", "input_schema": {"type": "object"}}]
`,
      'app/use.py': `
import anthropic
from .tools import TOOLS
client = anthropic.Anthropic()
def a(doc, q):
    return client.messages.create(
        model="claude-sonnet-5-5", max_tokens=500, tools=TOOLS,
        system=[{"type": "text", "text": "You review contracts.", "cache_control": {"type": "ephemeral"}},
                {"type": "text", "text": doc}],
        messages=[{"role": "user", "content": [{"type": "text", "text": q, "cache_control": {"type": "ephemeral", "ttl": "1h"}},
          {"type": "image", "source": {"type": "url", "url": "x"}}]}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call anthropic-messages anthropic claude-sonnet-5-5 (literal) cap 500',
      '  tools system: {"name":"search","description":"Searches.","input_schema":{"type":"object","properties":{}}}',
      '  tools system: {"name":"stop","description":"Stops.","input_schema":{"type":"object"}}',
      '  system system |cache: You review contracts.',
      '  system system: {doc ~unknown}',
      '  user |cache: {q ~unknown}',
      '  user: {image ~unknown}',
    ]);
  });

  it('an agent loop (Python)', async () => {
    const files = {
      'app/use.py': `
from anthropic import Anthropic
client = Anthropic()
def agent(task, tools):
    messages = [{"role": "user", "content": task}]
    while True:
        response = client.messages.create(model="claude-sonnet-5-5", max_tokens=4096, tools=tools, messages=messages)
        messages.append({"role": "assistant", "content": response.content})
        if response.stop_reason != "tool_use":
            return response
        results = [run(block) for block in response.content]
        messages.append({"role": "user", "content": results})
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call anthropic-messages anthropic claude-sonnet-5-5 (literal) cap 4096 WRAPPER',
      '  tools system: {tools ~unknown}',
      '  user: {task ~unknown}',
      '  assistant*: {response.content ~unknown}',
      '  user*: {run() ~unknown}',
    ]);
  });

  it('this.client and private fields (TypeScript)', async () => {
    const files = {
      'src/bot.ts': `
import Anthropic from '@anthropic-ai/sdk';
interface Options { model?: string; maxTokens?: number }
export class Bot {
  private client: Anthropic;
  #model: string;
  private history: Anthropic.MessageParam[] = [];
  constructor(private readonly options: Options = {}) {
    this.client = new Anthropic();
    this.#model = options.model ?? 'claude-sonnet-5-5';
  }
  async say(text: string) {
    this.history.push({ role: 'user', content: text });
    const reply = await this.client.messages.create({ model: this.#model, max_tokens: this.options.maxTokens ?? 512, system: 'You are kind.', messages: this.history });
    this.history.push({ role: 'assistant', content: reply.content });
    return reply;
  }
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/bot.ts'), [
      'call anthropic-messages anthropic claude-sonnet-5-5 (default) cap 512 WRAPPER',
      '  system system: You are kind.',
      '  user*: {text ~unknown}',
      '  assistant*: {reply.content ~unknown}',
      '  user: {text ~unknown}',
    ]);
  });

  it('messages pushed, mapped, spread (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import OpenAI from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
const openai = new OpenAI();
const SYSTEM = ['You help.', 'Be brief.'].join('\\n');
export async function a(history: Turn[], q: string, docs?: string[]) {
  const messages: ChatCompletionMessageParam[] = [{ role: 'developer', content: SYSTEM }];
  for (const turn of history) messages.push({ role: turn.role, content: turn.text });
  if (docs?.length) messages.push({ role: 'user', content: \`Documents:\\n\${docs.map(d => \`- \${d}\`).join('\\n')}\` });
  messages.push({ role: 'user', content: q });
  return openai.chat.completions.create({ model: 'gpt-5.4', messages });
}
export const b = (history: Turn[], q: string) =>
  openai.chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'system', content: SYSTEM }, ...history.map(t => ({ role: t.role, content: t.text })), { role: 'user', content: q }] });
export const c = (history: Turn[], q: string) =>
  openai.chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'system', content: SYSTEM } as const, ...history, { role: 'user', content: q }] as ChatCompletionMessageParam[] });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  system system: You help.\nBe brief.',
      '  user*: {turn.text ~unknown}',
      '  user?: Documents:\n{docs.map().join() ~call}',
      '  user: {q ~unknown}',
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  system system: You help.\nBe brief.',
      '  user*: {history.map() ~turn+}',
      '  user: {q ~unknown}',
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  system system: You help.\nBe brief.',
      '  user*: {history ~turn+}',
      '  user: {q ~unknown}',
    ]);
  });

  it('an agent loop (TypeScript)', async () => {
    const files = {
      'src/agent.ts': `
import Anthropic from '@anthropic-ai/sdk';
import { tools } from './tools';
const client = new Anthropic();
export async function agent(task: string) {
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: task }];
  for (let i = 0; i < 10; i++) {
    const response = await client.messages.create({ model: 'claude-sonnet-5-5', max_tokens: 4096, system: 'You plan.', tools, messages });
    messages.push({ role: 'assistant', content: response.content });
    if (response.stop_reason === 'end_turn') return messages;
    messages.push({ role: 'user', content: await runTools(response) });
  }
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/agent.ts'), [
      'call anthropic-messages anthropic claude-sonnet-5-5 (literal) cap 4096',
      '  tools system: {tools ~unknown}',
      '  system system: You plan.',
      '  user: {task ~unknown}',
      '  assistant*: {response.content ~unknown}',
      '  user*: {runTools() ~unknown}',
    ]);
  });

  it('module history grown by a function (Python)', async () => {
    const files = {
      'chat.py': `
from openai import OpenAI
client = OpenAI()
history = [{"role": "system", "content": "You are terse."}]
def chat(text):
    history.append({"role": "user", "content": text})
    r = client.chat.completions.create(model="gpt-5.4", messages=history)
    history.append({"role": "assistant", "content": r.choices[0].message.content})
    return r
`,
    };
    assert.deepEqual(await sketchesOf(files, 'chat.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  system system: You are terse.',
      '  user*: {text ~unknown}',
      '  assistant*: {r.choices[0].message.content ~turn+}',
      '  user: {text ~unknown}',
    ]);
  });

  it('a REPL (Python)', async () => {
    const files = {
      'chat.py': `
from openai import OpenAI
client = OpenAI()
messages = [{"role": "system", "content": "You are terse."}]
while True:
    text = input("> ")
    messages.append({"role": "user", "content": text})
    r = client.chat.completions.create(model="gpt-5.4", messages=messages)
    messages.append({"role": "assistant", "content": r.choices[0].message.content})
`,
    };
    assert.deepEqual(await sketchesOf(files, 'chat.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  system system: You are terse.',
      '  user*: {text ~unknown}',
      '  assistant*: {r.choices[0].message.content ~turn+}',
    ]);
  });

  it('trimming and reordering a history (Python)', async () => {
    const files = {
      'use.py': `
from openai import OpenAI
client = OpenAI()
def f(history, q):
    messages = [{"role": "system", "content": "S."}]
    messages.extend(history[-10:])
    messages.append({"role": "user", "content": q})
    if len(messages) > 20:
        messages.pop(1)
    return client.chat.completions.create(model="m", messages=messages)
def g(docs, q):
    docs.sort()
    context = "\\n\\n".join(d.text for d in docs)
    return client.chat.completions.create(model="m", messages=[{"role": "system", "content": f"Use:\\n{context}"}, {"role": "user", "content": q}])
def h(q):
    messages = [{"role": "system", "content": "S."}]
    messages.insert(0, {"role": "system", "content": "First."})
    return client.chat.completions.create(model="m", messages=messages)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-chat openai m (literal) cap absent',
      '  system system?: S.',
      '  user*?: {history[-10:] ~unknown}',
      '  user?: {q ~unknown}',
      'call openai-chat openai m (literal) cap absent',
      '  system system: Use:\n{d.text ~unknown}',
      '  user: {q ~unknown}',
      'call openai-chat openai m (literal) cap absent',
      '  system system: First.',
      '  system system: S.',
    ]);
  });

  it('Vercel style messages and roles by ternary (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import OpenAI from 'openai';
const openai = new OpenAI();
export async function a(turns: { mine: boolean; text: string }[], q: string) {
  const history = turns.map(({ mine, text }) => ({ role: mine ? ('user' as const) : ('assistant' as const), content: text }));
  const messages = [{ role: 'system' as const, content: 'S.' }].concat(history);
  return openai.chat.completions.create({ model: 'm', messages: [...messages, { role: 'user', content: [{ type: 'text', text: q }, { type: 'image_url', image_url: { url: 'x' } }] }], stream: true });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-chat openai m (literal) cap absent',
      '  system system: S.',
      '  user*: {history ~turn+}',
      '  user: {q ~unknown}',
      '  user: {image_url ~unknown}',
    ]);
  });

  it('closures over a chat (TypeScript)', async () => {
    const files = {
      'src/chat.ts': `
import OpenAI from 'openai';
export function createChat(system: string, model = 'gpt-5.4-mini') {
  const openai = new OpenAI();
  const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'system', content: system }];
  return {
    async send(text: string) {
      messages.push({ role: 'user', content: text });
      const r = await openai.chat.completions.create({ model, messages });
      messages.push(r.choices[0].message);
      return r;
    },
  };
}
`,
      'src/use.ts': `
import { createChat } from './chat';
const chat = createChat('You joke.');
chat.send('Hello.');
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via send',
      '  system system: You joke.',
      '  user*: {text ~unknown}',
      '  user*: {r.choices[0].message ~call}',
      '  user: Hello.',
    ]);
  });

  it('state of a hook or a store (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export class Chat {
  messages: Anthropic.MessageParam[] = [];
  async send(text: string) {
    this.messages = [...this.messages, { role: 'user', content: text }];
    const reply = await client.messages.create({ model: 'claude-haiku-5-5', max_tokens: 9, system: 'S.', messages: this.messages });
    this.messages = this.messages.concat([{ role: 'assistant', content: reply.content }]);
  }
  reset() { this.messages = []; }
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call anthropic-messages anthropic claude-haiku-5-5 (literal) cap 9',
      '  system system: S.',
      '  user*: {text ~unknown}',
      '  assistant*: {reply.content ~unknown}',
      '  user: {text ~unknown}',
    ]);
  });
});
