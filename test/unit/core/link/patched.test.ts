import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const LLM = `import litellm
from openai import OpenAI

client = OpenAI()

def ask(model, question):
    return client.responses.create(model=model, input=question)

class Assistant:
    def answer(self, model, question):
        return litellm.completion(model=model, messages=[{"role": "user", "content": question}])

def get_llm_client():
    return OpenAI()

def answer_by_own(model, question):
    return get_llm_client().responses.create(model=model, input=question)
`;

const HEAD = `from unittest import mock
from unittest.mock import patch
import pytest
from app.llm import Assistant, answer_by_own, ask
from app import llm

`;

/** What a test of these lines spends. */
async function spentBy(test: string): Promise<readonly string[]> {
  const found = await sketchesOf({ 'app/__init__.py': '', 'app/llm.py': LLM, 'test_llm.py': HEAD + test }, 'test_llm.py');
  return found.filter(line => !line.startsWith('  '));
}

describe('what tests replace by doubles (Python)', () => {
  for (const [title, test] of Object.entries({
    'a client, by a decorator': '@patch("app.llm.client")\ndef test_it(client):\n    ask("gpt-5.4", "Hello")\n',
    'a class of a package where it is used': '@mock.patch("app.llm.OpenAI")\ndef test_it(made):\n    ask("gpt-5.4", "Hello")\n',
    "a package's function": '@patch("litellm.completion")\ndef test_it(completion):\n    Assistant().answer("gpt-5.4", "Hello")\n',
    "a package's function where it is used":
      'class TestIt:\n    @patch("app.llm.litellm.completion")\n    def test_it(self, completion):\n        Assistant().answer("gpt-5.4", "Hello")\n',
    'a method, while a block runs':
      'def test_it():\n    with patch.object(Assistant, "answer"):\n        Assistant().answer("gpt-5.4", "Hello")\n',
    'a function, by a fixture of pytest':
      'def test_it(monkeypatch):\n    monkeypatch.setattr(llm, "ask", lambda *_: "")\n    llm.ask("gpt-5.4", "Hello")\n',
    "the project's function that makes a client":
      'def test_it(monkeypatch):\n    monkeypatch.setattr("app.llm.get_llm_client", lambda: fake)\n    answer_by_own("gpt-5.4", "Hello")\n',
    'a method of a client': 'def test_it(mocker):\n    mocker.patch.object(llm.client.responses, "create")\n    ask("gpt-5.4", "Hello")\n',
  }))
    it(`spends nothing: ${title}`, async () => assert.deepEqual(await spentBy(test), []));

  for (const [title, test] of Object.entries({
    'nothing is replaced': 'def test_it():\n    ask("gpt-5.4", "Hello")\n',
    'another test replaces it':
      '@patch("app.llm.client")\ndef test_other(client):\n    pass\n\ndef test_it():\n    ask("gpt-5.4", "Hello")\n',
    'something else of the file is replaced': '@patch("app.llm.logger")\ndef test_it(logger):\n    ask("gpt-5.4", "Hello")\n',
    'settings are replaced': 'def test_it():\n    with patch.dict("os.environ", {"A": "b"}):\n        ask("gpt-5.4", "Hello")\n',
    'a path is asked for': 'def test_it(client):\n    client.patch("/items.json")\n    ask("gpt-5.4", "Hello")\n',
  }))
    it(`spends: ${title}`, async () =>
      assert.deepEqual(await spentBy(test), ['wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask']));
});
