import assert from 'node:assert/strict';
import { linkProject } from '../../link-project';

/** What holds of each call of a file, by its model. */
async function contextsOf(main: string, source: string): Promise<Readonly<Record<string, string>>> {
  const { sites } = await linkProject({ [main]: source }, main);
  return Object.fromEntries(
    sites.map(({ model, context }) => {
      const holds = Object.entries(context ?? {}).flatMap(([key, value]) => (value === true ? [key] : key === 'runsIn' ? [value] : []));
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

  it('takes a handler of what is shown for each item for no loop', async () => {
    const page = `
import OpenAI from 'openai';
const client = new OpenAI();

export function Page({ questions }) {
  return questions.map(q => (
    <li>
      <button onClick={async () => { await client.responses.create({ model: 'handler', input: q }); }}>{q}</button>
      <Answer of={async () => client.responses.create({ model: 'given', input: q })}>
        {client.responses.create({ model: 'shown', input: q })}
      </Answer>
    </li>
  ));
}

export function listen(buttons) {
  for (const button of buttons) button.addEventListener('click', () => client.responses.create({ model: 'listener', input: button.value }));
}
`;
    assert.deepEqual(await contextsOf('a.tsx', page), {
      handler: '',
      given: 'inLoop inComprehension',
      shown: 'inLoop inComprehension',
      listener: '',
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

  it('tells what bounds a loop, and whether it waits for somebody', async () => {
    const python = `
from openai import OpenAI
client = OpenAI()

def a(messages=[]):
    while True:
        messages.append(client.responses.create(model="endless", input=messages))
    while len(messages) < 9:
        messages.append(client.responses.create(model="condition", input=messages))
    for _ in range(9):
        messages.append(client.responses.create(model="range", input=messages))
    n = 0
    while True:
        messages.append(client.responses.create(model="counter", input=messages))
        n += 1
        if n == 9:
            break
    while True:
        messages.append(input())
        messages.append(client.responses.create(model="person", input=messages))
    while not messages[-1].done:
        messages.append(client.responses.create(model="answer", input=messages))
    while True:
        messages.append(task_queue.get(timeout=5))
        messages.append(client.responses.create(model="queue", input=messages))
`;
    assert.deepEqual(await loopsOf('a.py', python), {
      endless: 'open',
      condition: 'bounded',
      range: 'bounded',
      counter: 'bounded',
      person: 'open waits',
      answer: 'open',
      queue: 'open waits',
    });
    const typescript = `
import OpenAI from 'openai';
const client = new OpenAI();
export async function a(messages: unknown[], left: number) {
  for (;;) messages.push(await client.responses.create({ model: 'endless', input: messages }));
  for (let i = 0; i < 3; i++) messages.push(await client.responses.create({ model: 'counted', input: messages }));
  while (left--) messages.push(await client.responses.create({ model: 'countdown', input: messages }));
  do messages.push(await client.responses.create({ model: 'do', input: messages })); while (messages.at(-1) !== 'end');
}
`;
    assert.deepEqual(await loopsOf('a.ts', typescript), { endless: 'open', counted: 'bounded', countdown: 'bounded', do: 'open' });
  });

  it('tells the items that a loop works through, unless a round needs the one before', async () => {
    const python = `
from openai import OpenAI
client = OpenAI()

def run(texts, last):
    for text in texts:
        client.responses.create(model="each", input=text)
    [client.responses.create(model="comprehension", input=t.body) for t in load()]
    for text in texts:
        last = client.responses.create(model="chained", input=[last, text])
    for name in ["a", "b"]:
        client.responses.create(model="few", input=name)
    for number in range(100):
        client.responses.create(model="numbers", input=str(number))
    for number, text in enumerate(tqdm(texts)):
        client.responses.create(model="counted", input=text)
    for text in tqdm(sorted(texts), desc="texts"):
        client.responses.create(model="shown", input=text)
`;
    const { sites } = await linkProject({ 'a.py': python }, 'a.py');
    const items = sites.map(({ model, context }) => [
      model.value,
      context?.itemLoop && `${context.itemLoop.item} of ${context.itemLoop.over}`,
    ]);
    assert.deepEqual(Object.fromEntries(items), {
      each: 'text of texts',
      comprehension: 't of load()',
      chained: undefined,
      few: undefined,
      numbers: undefined,
      counted: 'text of texts',
      shown: 'text of texts',
    });
  });

  it('tells why a call looks like a job', async () => {
    const python = `
import click
from celery import shared_task
from openai import OpenAI
client = OpenAI()

@shared_task
def task(text):
    return client.responses.create(model="task", input=text)

@click.command()
def command(text):
    return client.responses.create(model="command", input=text)

def backfill_titles(text):
    return client.responses.create(model="name", input=text)

def plain(text):
    return client.responses.create(model="plain", input=text)

def inner(text):
    return client.responses.create(model="inner", input=text)

def main():
    inner("x")

main()
`;
    assert.deepEqual(await jobsOf('src/a.py', python), {
      task: 'its function is a task',
      command: undefined,
      name: 'its function is called `backfill_titles`',
      plain: undefined,
      inner: 'what starts its file runs it',
    });
    // Somebody who is asked sits there.
    assert.equal((await jobsOf('src/a.py', `${python}\nprint(input("More? "))\n`)).inner, undefined);
    const jobs = await jobsOf('scripts/a.py', python);
    assert.equal(jobs.plain, 'its folder holds jobs');
    assert.equal(jobs.command, undefined);
    assert.equal((await jobsOf('scripts/a.py', `${python}\n@click.command()\ndef more():\n    plain("x")\n`)).plain, undefined);
  });
});

async function loopsOf(main: string, source: string): Promise<Readonly<Record<string, string>>> {
  const { sites } = await linkProject({ [main]: source }, main);
  return Object.fromEntries(
    sites.map(({ model, context }) => {
      const { bounded, waits } = context?.loop ?? assert.fail(model.value);
      return [model.value ?? '', `${bounded ? 'bounded' : 'open'}${waits ? ' waits' : ''}`];
    }),
  );
}

async function jobsOf(main: string, source: string): Promise<Readonly<Record<string, string | undefined>>> {
  const { sites } = await linkProject({ [main]: source }, main);
  const own = sites.filter(({ via }) => via.length === 0);
  return Object.fromEntries(own.map(({ model, context }) => [model.value ?? '', context?.job]));
}
