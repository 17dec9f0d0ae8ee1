import assert from 'node:assert/strict';
import { linkProject, sketchesOf } from '../../link-project';

const files = {
  'base.py': `
from abc import ABC, abstractmethod
class Maker(ABC):
    def __init__(self, settings):
        self.model = settings.model
    @abstractmethod
    def send(self, client, text): ...
`,
  'near.py': `
import openai
from base import Maker
class Near(Maker):
    def send(self, client: openai.OpenAI, text):
        return client.responses.create(model=self.model, input=text)
`,
  'far.py': `
from base import Maker
class Far(Maker):
    def send(self, client, text):
        return client.models.generate_content(model=self.model, contents=text)
`,
  'run.py': `
from typing import Any
from base import Maker
def run(maker: Maker, client: Any, text):
    return maker.send(client, text)
`,
};

describe('what a caller passes of which it says nothing', () => {
  it('is what the function that is called says of it (Python)', async () => {
    const [site] = (await linkProject(files, 'run.py')).sites;
    assert.deepEqual(
      site?.innerCalls?.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)),
      ['far.py', 'near.py'],
    );
  });

  it('is what the function says of it where a package holds it, too', async () => {
    const files = {
      'guarded.py': `
from pydantic_ai import Agent
async def guarded(agent: Agent, text):
    return await agent.run(text)
`,
      'route.py': `
from fastapi import Request
from guarded import guarded
async def chat(request: Request):
    desk = request.app.state.desk
    return await guarded(desk, "Hello.")
`,
    };
    assert.deepEqual((await sketchesOf(files, 'route.py'))[0], SPENT);
  });
});

const SPENT = 'wrapper-call pydantic-ai ? ? comes from the parameter request.app.state.desk (caller) cap unknown via guarded WRAPPER';

describe('a class with types in brackets behind it', () => {
  for (const types of ['[Deps, str | Answer]', '[Deps, T]', '[Deps, list[Answer]]', '[Deps, "Answer | None"]', '[str | Answer]'])
    it(`is that class: ${types}`, async () => {
      const source = `
from typing import TypeVar
from pydantic_ai import Agent
class Answer: pass
class Deps: pass
T = TypeVar("T")
async def ask(agent: Agent${types}):
    return await agent.run("Hello.")
`;
      assert.deepEqual(
        (await sketchesOf({ 'a.py': source }, 'a.py'))[0],
        'call pydantic-ai ? ? comes from the parameter agent (caller) cap unknown WRAPPER',
      );
    });
});
