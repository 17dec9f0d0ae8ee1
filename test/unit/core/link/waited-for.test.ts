import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (body: string) => {
  const main = `
import asyncio
from concurrent.futures import ThreadPoolExecutor
from openai import OpenAI

class Desk:
    def __init__(self, model):
        self.client = OpenAI()
        self.model = model

    def ask(self, text):
        return self.client.chat.completions.create(model=self.model, max_tokens=40, messages=[{"role": "user", "content": text}])

async def open_desk(model):
    return Desk(model)

def make_desk(model="gpt-5.4-nano"):
    return Desk(model)
${body}`;
  return (await sketchesOf({ 'main.py': main }, 'main.py')).filter(line => line.startsWith('wrapper-call'));
};

describe('what a function gives that is run elsewhere (Python)', () => {
  it('is what the coroutine gives that a loop runs', async () => {
    const body = `
def first():
    return asyncio.run(open_desk("gpt-5.4")).ask("One.")

def second():
    loop = asyncio.new_event_loop()
    desk = loop.run_until_complete(open_desk("gpt-5.4-mini"))
    return desk.ask("Two.")

async def third():
    task = asyncio.create_task(open_desk("gpt-5.4"))
    desk = await asyncio.wait_for(task, timeout=5)
    return desk.ask("Three.")
`;
    assert.deepEqual(await headsOf(body), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 40 via ask',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 40 via ask',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 40 via ask',
    ]);
  });

  it('is what the function gives that a thread runs', async () => {
    const body = `
async def first():
    desk = await asyncio.to_thread(make_desk, "gpt-5.4")
    return desk.ask("One.")

def second():
    with ThreadPoolExecutor() as pool:
        future = pool.submit(make_desk)
        return future.result().ask("Two.")
`;
    assert.deepEqual(await headsOf(body), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 40 via ask',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap 40 via ask',
    ]);
  });

  it('is no result of something else', async () => {
    const body = `
def first(jobs):
    return jobs.submit(make_desk).outcome().ask("One.")
`;
    assert.deepEqual(await headsOf(body), []);
  });
});
