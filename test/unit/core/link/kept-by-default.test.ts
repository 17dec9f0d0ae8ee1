import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const source = `
from openai import OpenAI

client = OpenAI()

def request(prompt, model=None):
    if model is None:
        model = "gpt-5.4-nano"
    return client.responses.create(model=model, input=prompt)

class Writer:
    def __init__(self, llm="gpt-5.4"):
        self.llm = llm

    def write(self, prompt):
        return request(prompt, self.llm)

def shout(prompt, model="gpt-5.4-mini"):
    if not model:
        model = "gpt-5.4"
    return client.responses.create(model=model, input=prompt)

def empty(prompt, model: str = ""):
    return client.responses.create(model=model or "gpt-5.4-mini", input=prompt)

def either(prompt, model="gpt-5.4-mini", careful=False):
    if careful:
        model = "gpt-5.4"
    return client.responses.create(model=model, input=prompt)
`;

describe("a parameter's default that isn't nothing", () => {
  it('counts where a branch would replace nothing, and is as likely as what another branch sets', async () => {
    const sites = (await sketchesOf({ 'ask.py': source }, 'ask.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(sites, [
      'call openai-responses openai gpt-5.4-nano (default) cap absent WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4 (default) cap absent via request WRAPPER',
      'call openai-responses openai gpt-5.4-mini (default) cap absent WRAPPER',
      'call openai-responses openai gpt-5.4-mini (default) cap absent WRAPPER',
      'call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4 when model is not passed (default) cap absent WRAPPER',
    ]);
  });
});
