import assert from 'node:assert/strict';
import { linkProject } from '../../link-project';

/** What holds of each call of a file, by its model. */
async function contextsOf(main: string, source: string): Promise<Readonly<Record<string, string>>> {
  const { sites } = await linkProject({ [main]: source }, main);
  return Object.fromEntries(
    sites.map(({ model, context }) => {
      const holds = Object.entries(context ?? {}).flatMap(([key, value]) =>
        value === true ? [key] : typeof value === 'string' ? [value] : [],
      );
      return [model.value ?? model.why, holds.join(' ')];
    }),
  );
}

describe('the context of a call', () => {
  it('tells loops, comprehensions and callbacks of lists', async () => {
    const python = `
from openai import OpenAI
client = OpenAI()

def run(questions):
    client.responses.create(model="none", input="x")
    for question in questions:
        if question:
            client.responses.create(model="for", input=question)
    while True:
        client.responses.create(model="while", input="x")
    answers = [client.responses.create(model="list", input=q) for q in questions if q]
    table = {q: client.responses.create(model="table", input=q) for q in questions}
    later = lambda: client.responses.create(model="lambda", input="x")
    for question in client.responses.create(model="iterable", input="x").items:
        pass
`;
    assert.deepEqual(await contextsOf('a.py', python), {
      none: '',
      for: 'inLoop',
      while: 'inLoop',
      list: 'inLoop inComprehension',
      table: 'inLoop inComprehension',
      lambda: '',
      iterable: '',
    });
    const typescript = `
import OpenAI from 'openai';
const client = new OpenAI();

export async function run(questions: string[]) {
  for (const q of questions) await client.responses.create({ model: 'of', input: q });
  for (let i = 0; i < 3; i++) {
    await Promise.all([() => client.responses.create({ model: 'callback in a loop', input: 'x' })]);
  }
  await Promise.all(questions.map(async q => client.responses.create({ model: 'map', input: q })));
  questions.forEach(q => {
    if (q) client.responses.create({ model: 'forEach', input: q });
  });
  return client.responses.create({ model: 'none', input: 'x' });
}
`;
    assert.deepEqual(await contextsOf('a.ts', typescript), {
      of: 'inLoop',
      'callback in a loop': 'inLoop',
      map: 'inLoop inComprehension',
      forEach: 'inLoop inComprehension',
      none: '',
    });
  });

  it('tells what is made again after a failure', async () => {
    const python = `
import backoff
from tenacity import retry, stop_after_attempt
from openai import OpenAI
client = OpenAI()

@retry(stop=stop_after_attempt(3))
def a():
    return client.responses.create(model="tenacity", input="x")

@backoff.on_exception(backoff.expo, Exception)
def b():
    return client.responses.create(model="backoff", input="x")

def c():
    for attempt in range(3):
        try:
            return client.responses.create(model="attempts", input="x")
        except Exception:
            sleep(1)

def d():
    while True:
        try:
            return client.responses.create(model="until it works", input="x")
        except Exception:
            pass

def e(questions):
    for q in questions:
        try:
            client.responses.create(model="one each", input=q)
        except Exception:
            pass
`;
    assert.deepEqual(await contextsOf('a.py', python), {
      tenacity: 'retried',
      backoff: 'retried',
      attempts: 'inLoop retried',
      'until it works': 'inLoop retried',
      'one each': 'inLoop',
    });
    const typescript = `
import pRetry from 'p-retry';
import OpenAI from 'openai';
const client = new OpenAI();
export const a = () => pRetry(() => client.responses.create({ model: 'helper', input: 'x' }), { retries: 3 });
export const b = () => measure(() => client.responses.create({ model: 'other', input: 'x' }));
`;
    assert.deepEqual(await contextsOf('a.ts', typescript), { helper: 'retried', other: '' });
  });

  it('tells agent loops, whose rounds add to the messages', async () => {
    const python = `
from openai import OpenAI
client = OpenAI()

def agent(task):
    messages = [{"role": "user", "content": task}]
    while True:
        reply = client.chat.completions.create(model="agent", messages=messages)
        messages.append(reply.choices[0].message)
        if not reply.choices[0].message.tool_calls:
            break

def bounded(task):
    messages = [{"role": "user", "content": task}]
    for turn in range(10):
        reply = client.chat.completions.create(model="bounded", messages=messages)
        messages = messages + [reply.choices[0].message]

def fresh(tasks):
    while tasks:
        messages = []
        messages.append({"role": "user", "content": tasks.pop()})
        client.chat.completions.create(model="fresh", messages=messages)

class Agent:
    def run(self):
        while not self.done:
            reply = client.chat.completions.create(model="field", messages=self.messages)
            self.messages.append(reply.choices[0].message)
`;
    assert.deepEqual(await contextsOf('a.py', python), {
      agent: 'inLoop agentLoop',
      bounded: 'inLoop agentLoop',
      fresh: 'inLoop',
      field: 'inLoop agentLoop',
    });
  });

  it('tells handlers of requests from scripts', async () => {
    const python = `
from fastapi import FastAPI
from openai import OpenAI
app = FastAPI()
client = OpenAI()
client.responses.create(model="top", input="x")

@app.post("/ask")
def ask():
    return client.responses.create(model="route", input="x")

def main():
    client.responses.create(model="main", input="x")

def helper():
    client.responses.create(model="helper", input="x")

if __name__ == "__main__":
    main()
`;
    assert.deepEqual(await contextsOf('a.py', python), { top: 'script', route: 'handler', main: 'script', helper: '' });
    const route = `
import OpenAI from 'openai';
const client = new OpenAI();
export async function POST(request: Request) {
  return client.responses.create({ model: 'next', input: 'x' });
}
`;
    assert.deepEqual(await contextsOf('app/api/ask/route.ts', route), { next: 'handler' });
    const express = `
import express from 'express';
import OpenAI from 'openai';
const client = new OpenAI();
const app = express();
app.post('/ask', async (req, res) => res.json(await client.responses.create({ model: 'express', input: 'x' })));
app.get('/named', named);
function named(req, res) {
  return client.responses.create({ model: 'named', input: 'x' });
}
cache.get('key', () => client.responses.create({ model: 'cache', input: 'x' }));
`;
    assert.deepEqual(await contextsOf('server.js', express), { express: 'handler', named: 'handler', cache: 'cached' });
  });

  it('tells whether the result goes into a reader of JSON', async () => {
    const python = `
import json
from openai import OpenAI
client = OpenAI()

def ask(q):
    return client.responses.create(model="asked", input=q).output_text

def a(q):
    reply = client.responses.create(model="variables", input=q)
    text = reply.output_text.strip()
    return json.loads(text)

def b(q):
    return json.loads(client.responses.create(model="direct", input=q).output_text)

def c(q):
    data = json.loads(q)
    return client.responses.create(model="other way", input=data["q"]).output_text

def d(q):
    return Answer.model_validate_json(client.responses.create(model="pydantic", input=q).output_text)
`;
    assert.deepEqual(await contextsOf('a.py', python), {
      asked: '',
      variables: 'parsesJson',
      direct: 'parsesJson',
      'other way': '',
      pydantic: 'parsesJson',
    });
    const typescript = `
import OpenAI from 'openai';
const client = new OpenAI();
export async function run() {
  const { output_text } = await client.responses.create({ model: 'taken apart', input: 'x' });
  return JSON.parse(output_text);
}
`;
    assert.deepEqual(await contextsOf('a.ts', typescript), { 'taken apart': 'parsesJson' });
  });
});
