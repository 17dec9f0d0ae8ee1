import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (files: Readonly<Record<string, string>>, main: string) =>
  (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));

const BASE = `
from typing import Any

class Desk:
    client: Any
    def ask(self, model):
        return self.client.create(model=model, max_tokens=40, messages=[{"role": "user", "content": "Hello."}])
    def count(self):
        return self.counter.create(model="gpt-5.4", messages=[])
`;

describe('a client that a class leaves to those below it to set (Python)', () => {
  it('is theirs, in whichever file they stand', async () => {
    const files = {
      'desk.py': BASE,
      'near.py': `
import openai
from desk import Desk

class Near(Desk):
    def __init__(self):
        self.client = openai.OpenAI().chat.completions

Near().ask("gpt-5.4-mini")
`,
    };
    assert.deepEqual(await headsOf(files, 'desk.py'), ['call openai-chat openai ? comes from the parameter model (caller) cap 40 WRAPPER']);
    assert.deepEqual(await headsOf(files, 'near.py'), ['wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 40 via ask']);
  });

  it('is nothing where none of them makes one with a package', async () => {
    const files = {
      'desk.py': BASE,
      'near.py': 'from desk import Desk\nclass Near(Desk):\n    def __init__(self, client):\n        self.client = client\n',
    };
    assert.deepEqual(await headsOf(files, 'desk.py'), []);
  });
});
