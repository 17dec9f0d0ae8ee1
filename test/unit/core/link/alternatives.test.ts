import assert from 'node:assert/strict';
import { sketchesOfAll } from '../../link-project';

const writers = `
from abc import ABC, abstractmethod
from anthropic import Anthropic
from openai import OpenAI

class Writer(ABC):
    def __init__(self, model: str | None = None):
        self.model = model
    def write(self, prompt: str):
        return self._write(prompt)
    @abstractmethod
    def _write(self, prompt: str): ...

class ChatWriter(Writer):
    def __init__(self):
        super().__init__("gpt-5.4-mini")
        self.client = OpenAI()
    def _write(self, prompt: str):
        return self.client.chat.completions.create(model=self.model, max_completion_tokens=50, messages=[{"role": "user", "content": prompt}])

class ClaudeWriter(Writer):
    def __init__(self):
        super().__init__("claude-haiku-4-5")
        self.client = Anthropic()
    def _write(self, prompt: str):
        return self.client.messages.create(model=self.model, max_tokens=80, messages=[{"role": "user", "content": prompt}])
`;

describe('reading a call that may be made on one of several objects', () => {
  const press = `
from writers import ChatWriter, Writer

def third(writer: Writer, topic: str):
    return writer.write(f"Write about {topic}")
def second(writer: Writer, topic: str):
    return third(writer, topic)
def first(writer: Writer, topic: str):
    return second(writer, topic)

class Press:
    def __init__(self, writer: Writer | None = None):
        if writer:
            self.writer = writer
        else:
            self.writer = ChatWriter()
    def deep(self, topic: str):
        return first(self.writer, topic)
    def near(self, topic: str):
        return third(self.writer, topic)
`;
  const readIn = async (files: Readonly<Record<string, string>>) =>
    ((await sketchesOfAll({ ...files, 'press.py': press })).get('press.py') ?? []).filter(sketch => /via (?:first|third) >/.test(sketch));

  it('says what each of a few sends that ask a package themselves, however deep they lie', async () => {
    assert.deepEqual(await readIn({ 'writers.py': writers }), [
      'wrapper-call openai-chat ? ? one of gpt-5.4-mini, claude-haiku-4-5 (constant) cap 80 via third > write > _write WRAPPER',
      'wrapper-call openai-chat ? ? one of gpt-5.4-mini, claude-haiku-4-5 (constant) cap 80 via first > second > third > write > _write WRAPPER',
      'wrapper-call openai-chat ? ? one of gpt-5.4-mini, claude-haiku-4-5 (constant) cap 80 via third > write > _write WRAPPER',
    ]);
  });

  it('says nothing of the model where one of them is not followed any deeper', async () => {
    const through = writers.replace('self.client.messages.create(', 'ask(self.client, ');
    const ask = '\ndef ask(client, **options):\n    return client.messages.create(**options)\n';
    assert.deepEqual(await readIn({ 'writers.py': `${through}${ask}` }), [
      'wrapper-call openai-chat ? ? one of gpt-5.4-mini, claude-haiku-4-5 (constant) cap 80 via third > write > _write WRAPPER',
      'wrapper-call openai-chat ? ? depends on which object it is called on (unknown) cap unknown via first > second > third > write > _write WRAPPER',
      'wrapper-call openai-chat ? ? one of gpt-5.4-mini, claude-haiku-4-5 (constant) cap 80 via third > write > _write WRAPPER',
    ]);
  });

  it('joins answers with answers, and embeddings with embeddings', async () => {
    const files = {
      'stores.py': `
from abc import ABC, abstractmethod
from google import genai
from openai import OpenAI

class Finder(ABC):
    @abstractmethod
    def find(self, question: str): ...

class Embedding(Finder):
    def __init__(self):
        self.client = OpenAI()
    def find(self, question: str):
        found = self.client.embeddings.create(model="text-embedding-3-small", input=question)
        return self.client.chat.completions.create(model="gpt-5.4-mini", max_completion_tokens=50, messages=[{"role": "user", "content": f"{found} {question}"}])

class Asking(Finder):
    def __init__(self):
        self.client = genai.Client()
    def find(self, question: str):
        return self.client.models.generate_content(model="gemini-2.5-flash", contents=question, config={"max_output_tokens": 3})
`,
      'search.py': `
from stores import Finder

def search(finder: Finder, question: str):
    return finder.find(question)
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('search.py'), [
      'wrapper-call openai-embeddings openai text-embedding-3-small (literal) cap unsupported via find WRAPPER',
      '  user: {question ~call}',
      'wrapper-call openai-chat ? ? one of gpt-5.4-mini, gemini-2.5-flash (constant) cap 50 via find WRAPPER',
      '  user: {found ~unknown} {question ~call}',
    ]);
  });

  it('takes what a test hands over for the one that is used', async () => {
    const files = {
      'writers.py': writers,
      'press.py': `
from writers import ChatWriter, Writer

class Press:
    def __init__(self, writer: Writer | None = None):
        if writer:
            self.writer = writer
        else:
            self.writer = ChatWriter()
    def publish(self, prompt: str):
        return self.writer.write(prompt)
`,
      'test_press.py': `
from press import Press

def test_prints(mock_writer):
    assert Press(mock_writer).publish("Write about tides.")

def test_prints_for_real():
    assert Press().publish("Write about tides.")
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('test_press.py'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 50 via publish > write > _write',
      '  user: Write about tides.',
    ]);
  });

  it('tells the two apart where one of several objects embeds nothing', async () => {
    const files = {
      'desk.py': `
from google import genai
from openai import OpenAI

class Embedder:
    def __init__(self, client: OpenAI, model: str):
        self.client = client
        self.model = model
    def embed(self, text: str):
        return self.client.embeddings.create(model=self.model, input=text)

class NoEmbedder:
    def embed(self, text: str):
        return []

class Desk:
    def __init__(self, embedder, model: str):
        self.embedder = embedder
        self.model = model
        self.client = genai.Client()
    def search(self, text: str):
        found = self.embedder.embed(text)
        return self.client.models.generate_content(model=self.model, contents=text, config={"max_output_tokens": 3})
`,
      'main.py': `
import sys
from openai import OpenAI
from desk import Desk, Embedder, NoEmbedder

if len(sys.argv) > 1:
    desk = Desk(Embedder(OpenAI(), "text-embedding-3-small"), "gemini-2.5-flash")
else:
    desk = Desk(NoEmbedder(), "gemini-2.5-flash-lite")
desk.search("One.")
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('main.py'), [
      'wrapper-call openai-embeddings openai text-embedding-3-small (constant) cap unsupported via search > embed',
      '  user: One.',
      'wrapper-call google-genai google ? one of gemini-2.5-flash, gemini-2.5-flash-lite (constant) cap 3 via search',
      '  user: One.',
    ]);
  });
});
