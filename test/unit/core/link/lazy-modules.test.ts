import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const LAZY = `import importlib

class Lazy:
    _module = None

    def __init__(self, name):
        self._name = name

    def __getattr__(self, key):
        if key == "_module":
            return None
        self._load()
        return getattr(self._module, key)

    def _load(self):
        if self._module is not None:
            return
        self._module = importlib.import_module("litellm")
        self._module.drop_params = True

llm = Lazy("litellm")
`;

describe('modules that are loaded when they are needed', () => {
  it('are what an object with __getattr__ hands on (Python)', async () => {
    const main = `from lazy import llm

def ask(question):
    return llm.completion(model="gpt-5.4", max_tokens=90, messages=[{"role": "user", "content": "Name a colour."}])

def known(name):
    return llm.get_model_info(name)
`;
    assert.deepEqual(await sketchesOf({ 'lazy.py': LAZY, 'main.py': main }, 'main.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap 90',
      '  user: Name a colour.',
    ]);
  });

  it('are followed where a name is put together (Python)', async () => {
    const main = `import importlib

PROVIDERS = {"fast": "openai"}

def ask(question):
    module = importlib.import_module(PROVIDERS["fast"])
    client = getattr(module, "OpenAI")()
    return client.responses.create(model="gpt-5.4-mini", input="Name a colour.")
`;
    assert.deepEqual(await sketchesOf({ 'main.py': main }, 'main.py'), [
      'call openai-responses openai gpt-5.4-mini (literal) cap absent',
      '  user: Name a colour.',
    ]);
  });

  it('are not what an object hands on that only asks itself again (Python)', async () => {
    const main = `from openai import OpenAI

class Client:
    completions = None

    def __getattr__(self, key):
        return getattr(self, key)

Client().chat.completions.create(model="gpt-5.4", messages=[])
`;
    assert.deepEqual(await sketchesOf({ 'main.py': main }, 'main.py'), []);
  });
});
