import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const PYTHON = `
import asyncio
import threading
from functools import partial
from airflow.operators.python import PythonOperator
from celery import Celery
from openai import OpenAI
app = Celery("shop")
def ask(model, prompt):
    return OpenAI().responses.create(model=model, input=prompt)
@app.task
def task(model, prompt):
    return OpenAI().responses.create(model=model, input=prompt)
@app.task(bind=True, max_retries=3)
def bound(self, model, prompt):
    return OpenAI().responses.create(model=model, input=prompt)
`;

const TYPESCRIPT = `
import OpenAI from 'openai';
import pLimit from 'p-limit';
const client = new OpenAI();
const limit = pLimit(2);
async function ask(model: string, prompt: string) {
  return client.responses.create({ model, input: prompt });
}
`;

/** Model and prompt of the calls that are made through the functions above. */
async function callsIn(file: string, source: string): Promise<readonly string[]> {
  const lines = await sketchesOf({ [file]: source }, file);
  return lines.flatMap((line, index) =>
    line.startsWith('wrapper-call') ? [`${/ openai (.*) \(/.exec(line)?.[1]} ${lines[index + 1]?.trim()}`] : [],
  );
}

const inPython = (body: string) => callsIn('use.py', `${PYTHON}\n${body}\n`);
const inTypeScript = (body: string) => callsIn('use.ts', `${TYPESCRIPT}\n${body}\n`);

describe('functions of the project that something else calls', () => {
  const called = ['gpt-5.4 user: Hi.'];

  for (const written of [
    'PythonOperator(task_id="a", python_callable=ask, op_kwargs={"model": "gpt-5.4", "prompt": "Hi."})',
    'PythonOperator(task_id="a", python_callable=ask, op_args=["gpt-5.4", "Hi."])',
    'PythonOperator(task_id="a", python_callable=partial(ask, "gpt-5.4"), op_args=["Hi."])',
    'threading.Timer(5, ask, ["gpt-5.4", "Hi."]).start()',
    'threading.Timer(interval=5, function=ask, kwargs={"model": "gpt-5.4", "prompt": "Hi."}).start()',
    'pool.apply_async(ask, ("gpt-5.4", "Hi."))',
    'pool.starmap(ask, [("gpt-5.4", "Hi.")])',
    'asyncio.get_event_loop().call_later(3, ask, "gpt-5.4", "Hi.")',
    'scheduler.add_job(ask, "interval", args=["gpt-5.4", "Hi."], minutes=3)',
    'queue.enqueue(ask, "gpt-5.4", "Hi.")',
    'queue.enqueue(ask, args=("gpt-5.4", "Hi."))',
    'task.delay("gpt-5.4", "Hi.")',
    'task.delay("gpt-5.4", prompt="Hi.")',
    'task.apply_async(args=["gpt-5.4", "Hi."], countdown=3)',
    'task.apply_async(("gpt-5.4",), {"prompt": "Hi."})',
    'task.s("gpt-5.4", "Hi.").apply_async()',
    'bound.delay("gpt-5.4", "Hi.")',
    'ask.remote("gpt-5.4", "Hi.")',
  ]) {
    it(`reads the call: ${written}`, async () => assert.deepEqual(await inPython(written), called));
  }

  for (const written of [
    `setTimeout(ask, 0, 'gpt-5.4', 'Hi.');`,
    `setImmediate(ask, 'gpt-5.4', 'Hi.');`,
    `setInterval(ask.bind(null, 'gpt-5.4', 'Hi.'), 1000);`,
    `process.nextTick(ask, 'gpt-5.4', 'Hi.');`,
    `limit(ask, 'gpt-5.4', 'Hi.');`,
    `pLimit(1)(ask, 'gpt-5.4', 'Hi.');`,
    `ask.call(null, 'gpt-5.4', 'Hi.');`,
    `ask.apply(null, ['gpt-5.4', 'Hi.']);`,
    `const bound = ask.bind(null, 'gpt-5.4');\nbound('Hi.');`,
  ]) {
    it(`reads the call: ${written}`, async () => assert.deepEqual(await inTypeScript(written), called));
  }

  it('are not called where they are only named', async () => {
    assert.deepEqual(await inPython('registry.register(ask, "gpt-5.4", "Hi.")\nhandlers = {"ask": ask}'), []);
    assert.deepEqual(await inTypeScript(`app.get('/ask', ask);\nsend('gpt-5.4', 'Hi.');`), []);
  });
});
