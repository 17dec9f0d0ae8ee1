import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const FILES = {
  'llms/__init__.py': '',
  'llms/gpt.py': `from openai import OpenAI

class Gpt:
    def __init__(self, config):
        self.model = config.model or "gpt-5.4-mini"

    def answer(self, messages):
        return OpenAI().chat.completions.create(model=self.model, messages=messages, max_tokens=900)
`,
  'llms/claude.py': `import anthropic

class Claude:
    def __init__(self, config):
        self.model = config.model or "claude-haiku-5-5"

    def answer(self, messages):
        return anthropic.Anthropic().messages.create(model=self.model, messages=messages, max_tokens=900)
`,
  'config.py': `class Config:
    def __init__(self, model=None):
        self.model = model
`,
};

const factory = (more: string) => `import importlib
from config import Config

def load(path):
    module_path, name = path.rsplit(".", 1)
    return getattr(importlib.import_module(module_path), name)

class Factory:
    table = {"openai": ("llms.gpt.Gpt", Config), "anthropic": ("llms.claude.Claude", Config)}

    @classmethod
    def create(cls, provider, **kwargs):
        path, config_class = cls.table[provider]
        return load(path)(config_class(**kwargs))
${more}`;

const MAIN = `from factory import Factory

class Memory:
    def __init__(self, provider):
        self.llm = Factory.create(provider)

    def sum_up(self):
        return self.llm.answer([{"role": "user", "content": "Sum up."}])

def fixed():
    return Factory.create("anthropic", model="claude-sonnet-5").answer([{"role": "user", "content": "Name it."}])
`;

describe('classes that a table names by where they are (Python)', () => {
  it('are loaded, each from its module', async () => {
    assert.deepEqual(await sketchesOf({ ...FILES, 'factory.py': factory(''), 'main.py': MAIN }, 'main.py'), [
      'wrapper-call openai-chat ? ? one of gpt-5.4-mini, claude-haiku-5-5 (constant) cap 900 via answer WRAPPER',
      '  user: Sum up.',
      'wrapper-call anthropic-messages anthropic claude-sonnet-5 (constant) cap 900 via answer',
      '  user: Name it.',
    ]);
  });

  it('are some of those that may be asked where code registers others', async () => {
    const register = `
    @classmethod
    def register(cls, name, path, config_class):
        cls.table[name] = (path, config_class)
`;
    const [sketch] = await sketchesOf({ ...FILES, 'factory.py': factory(register), 'main.py': MAIN }, 'main.py');
    assert.match(sketch ?? '', /^wrapper-call openai-chat \? \?/);
  });
});
