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

  it('are those of the class that the object turns out to be, asked by the class itself (TypeScript, Python)', async () => {
    const typescript = `
import OpenAI from 'openai';
class Desk {
  static model = 'gpt-5.4';
  static limits = { answer: 300 };
  effortModel = 'gpt-5.4';
  protected client = new OpenAI();
  ask(text: string) {
    const { answer } = (this.constructor as typeof Desk).limits;
    const { model } = this.constructor as typeof Desk;
    return this.client.responses.create({ model, max_output_tokens: answer, input: text });
  }
  think(text: string) {
    return this.client.responses.create({ model: this.effortModel, input: text });
  }
}
class Near extends Desk {
  static model = 'gpt-5.4-mini';
  effortModel = 'gpt-5.4-mini';
}
new Near().ask('Hello');
`;
    assert.deepEqual(await heads({ 'desk.ts': typescript }, 'desk.ts'), [
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 300 WRAPPER',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 300 via ask',
    ]);
    const python = `
from openai import OpenAI
class Desk:
    model = "gpt-5.4"
    limit = 300
    def ask(self, text):
        return OpenAI().responses.create(model=type(self).model, max_output_tokens=self.__class__.limit, input=text)
class Near(Desk):
    model = "gpt-5.4-mini"
Near().ask("Hello")
`;
    assert.deepEqual(await heads({ 'desk.py': python }, 'desk.py'), [
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 300 WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 300 via ask',
    ]);
  });
});
