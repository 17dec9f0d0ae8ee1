import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

const near = `
from desk import Desk
class Near(Desk):
    model = "gpt-5.4-mini"
class Nearer(Near):
    limit = 900
`;

describe('fields that classes below state otherwise', () => {
  it('are any of them where the object may be of any, in whichever file these stand (Python)', async () => {
    const base = `
from openai import OpenAI
class Desk:
    model = "gpt-5.4"
    limit = 300
    def ask(self, text):
        return OpenAI().chat.completions.create(model=self.model, max_tokens=self.limit, messages=[{"role": "user", "content": text}])
`;
    assert.deepEqual(await heads({ 'desk.py': base, 'near.py': near }, 'desk.py'), [
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 900 WRAPPER',
    ]);
  });

  it('are those of the classes below alone where a class leaves a method to all of them (Python)', async () => {
    const base = `
from openai import OpenAI
class Desk:
    model = "gpt-5.4"
    limit = 300
    def rules(self):
        raise NotImplementedError
    def ask(self, text):
        return OpenAI().chat.completions.create(model=self.model, max_tokens=self.limit, messages=[{"role": "user", "content": text}])
`;
    assert.deepEqual(await heads({ 'desk.py': base, 'near.py': near }, 'desk.py'), [
      'call openai-chat openai gpt-5.4-mini (constant) cap 900 WRAPPER',
    ]);
  });

  it('are not those of a class beside it (Python)', async () => {
    const files = {
      'desk.py': `
class Desk:
    model = "gpt-5.4"
class Near(Desk):
    model = "gpt-5.4-mini"
`,
      'far.py': `
from openai import OpenAI
from desk import Desk
class Far(Desk):
    def ask(self, text):
        return OpenAI().chat.completions.create(model=self.model, messages=[{"role": "user", "content": text}])
`,
    };
    assert.deepEqual(await heads(files, 'far.py'), ['call openai-chat openai gpt-5.4 (constant) cap absent WRAPPER']);
  });
});
