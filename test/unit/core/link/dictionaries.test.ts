import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

/** The first line of each call site of a file that stands by itself. */
async function callsIn(source: string): Promise<readonly string[]> {
  const lines = await sketchesOf({ 'main.py': source }, 'main.py');
  return lines.filter(line => line.startsWith('call ') || line.startsWith('wrapper-call '));
}

describe('dictionaries that callers and frameworks pass (Python)', () => {
  const given = ['call openai-responses openai gpt-5.4-mini (default) cap absent WRAPPER'];
  const reading = (type: string, read: string) => `
from collections import OrderedDict
from typing import Any, Dict, Mapping
from langchain_core.runnables import RunnableConfig
from openai import OpenAI
client = OpenAI()
def ask(question, config: ${type}):
    model = ${read}
    return client.responses.create(model=model, input=question)
`;

  it('have a default behind what they may lack, whatever type of dictionary they are', async () => {
    for (const type of ['Dict[str, Any]', 'Mapping[str, Any]', 'OrderedDict', 'dict', 'RunnableConfig'])
      assert.deepEqual(await callsIn(reading(type, 'config.get("model", "gpt-5.4-mini")')), given, type);
  });

  it('hold dictionaries', async () => {
    assert.deepEqual(await callsIn(reading('RunnableConfig', 'config["configurable"].get("model", "gpt-5.4-mini")')), given);
    assert.deepEqual(await callsIn(reading('RunnableConfig', 'config.get("configurable", {}).get("model") or "gpt-5.4-mini"')), given);
  });

  it('are the same without what is None, as funcy leaves it out', async () => {
    const source = `
from funcy import notnone, select_values
from openai import OpenAI
client = OpenAI()
def ask(question, **options):
    given = select_values(notnone, options)
    return client.responses.create(input=question, **given)
def query(question, model, cap=None):
    return ask(question, **({"temperature": None} | {"model": model, "max_output_tokens": cap}))
query("one", "gpt-5.4")
query("two", "gpt-5.4-mini", cap=50)
`;
    const [, , ...callers] = await callsIn(source);
    assert.deepEqual(callers, [
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via query > ask',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 50 via query > ask',
    ]);
  });

  it('say no more of what is no dictionary', async () => {
    const read = 'config.get("llm", "model")';
    const source = reading('ConfigParser', read).replace('import OpenAI', 'import OpenAI\nfrom configparser import ConfigParser');
    assert.deepEqual(await callsIn(source), [
      'call openai-responses openai ? depends on config.llm (computed while the program runs) (caller) cap absent WRAPPER',
    ]);
  });

  it('are still the caller’s where one key was set', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()
def step(state):
    state["count"] = state.get("count", 0) + 1
    return client.responses.create(model=state.get("model", "gpt-5.4-mini"), input="Hello")
def other(state):
    state = {**state, "count": 1}
    return client.responses.create(model=state.get("model") or "gpt-5.4-mini", input="Hello")
`;
    assert.deepEqual(await callsIn(source), [...given, ...given]);
  });

  it('whose keys are not known hold one of their values', async () => {
    const source = `
import names
from openai import OpenAI
client = OpenAI()
def pick(name):
    models = {names.FIRST: "gpt-5.4", names.SECOND: "gpt-5.4-mini"}
    return models.get(name, "gpt-5.4")
def pick_surely(name):
    return {names.FIRST: "gpt-5.4", names.SECOND: "gpt-5.4-mini"}[name]
def ask(question, name):
    client.responses.create(model=pick(name), input=question)
    client.responses.create(model=pick_surely(name), input=question)
`;
    const one = 'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent';
    assert.deepEqual(
      (await callsIn(source)).map(line => line.replace(' WRAPPER', '')),
      [one, one],
    );
  });
});

describe('a key that is one of two names (Python)', () => {
  it('caps under either, and leaves the others what they are', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()
def ask(question, model="o4-mini"):
    limit = "max_completion_tokens" if model.startswith("o") else "max_tokens"
    options = {"model": model, limit: 900}
    return client.chat.completions.create(messages=[{"role": "user", "content": question}], **options)
`;
    assert.deepEqual(await callsIn(source), ['call openai-chat openai o4-mini (default) cap 900 WRAPPER']);
  });

  it('caps under what is put there later, and leaves open what is put under a name that is not known', async () => {
    const source = `
from openai import OpenAI
client = OpenAI()
LIMIT = "max_output_tokens"
def ask(question):
    options = {"model": "gpt-5.4", "input": question}
    options[LIMIT] = 600
    return client.responses.create(**options)
def answer(question, model, reasons):
    options = {"model": model, "messages": [{"role": "user", "content": question}]}
    options["max_completion_tokens" if reasons(model) else "max_tokens"] = 900
    return client.chat.completions.create(**options)
def reply(question, model, name):
    options = {"model": model, "messages": [{"role": "user", "content": question}]}
    options[name] = 900
    return client.chat.completions.create(**options)
`;
    assert.deepEqual(await callsIn(source), [
      'call openai-responses openai gpt-5.4 (constant) cap 600 WRAPPER',
      'call openai-chat openai ? comes from the parameter model (caller) cap 900 WRAPPER',
      'call openai-chat openai ? comes from the parameter model (caller) cap unknown WRAPPER',
    ]);
  });
});

describe('a parameter that a branch replaces (Python)', () => {
  it('has its own default beside what the branch sets', async () => {
    const source = `
from openai import OpenAI
class Desk:
    def __init__(self, model="gpt-5.4"):
        self.client = OpenAI()
        self.model = model
        try:
            self.client.models.retrieve(model)
        except Exception:
            self.model = "gpt-5.4-mini"
    def ask(self, question):
        return self.client.responses.create(model=self.model, input=question)
`;
    assert.deepEqual(await callsIn(source), [
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini when model is not passed (default) cap absent WRAPPER',
    ]);
  });

  it('is what a branch makes of its default, where that only names the provider', async () => {
    const source = `
from litellm import completion
def ask(question, model="gemma3:latest"):
    if "/" not in model:
        model = f"ollama/{model}"
    return completion(model=model, messages=[{"role": "user", "content": question}])
def other(question, model="gemma3:latest", local=True):
    name = f"ollama/{model}" if local else model
    return completion(model=name, messages=[{"role": "user", "content": question}])
`;
    const one = 'call openai-chat ollama ollama/gemma3:latest (default) cap absent WRAPPER';
    assert.deepEqual(await callsIn(source), [one, one]);
  });
});
