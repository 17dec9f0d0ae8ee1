import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function capsOf(source: string, file = 'main.py'): Promise<readonly string[]> {
  const lines = (await sketchesOf({ [file]: source }, file)).filter(line => line.startsWith('call '));
  return lines.map(line => line.replace(/^.* cap /, ''));
}

const HEAD = `
from abc import ABC, abstractmethod
from openai import OpenAI
class Desk(ABC):
    cap = None
    kwargs = {}
    def __init__(self):
        self.client = OpenAI()
    @abstractmethod
    def name(self): ...
    def options(self):
        return {}
    def limit(self):
        return None
    def field(self, text):
        return self.client.responses.create(model="gpt-5.4", input=f"One: {text}", max_output_tokens=self.cap)
    def table(self, text):
        return self.client.responses.create(model="gpt-5.4", input=f"Two: {text}", **self.kwargs)
    def method(self, text):
        return self.client.responses.create(model="gpt-5.4", input=f"Three: {text}", max_output_tokens=self.limit())
    def merged(self, text):
        return self.client.responses.create(model="gpt-5.4", input=f"Four: {text}", **self.options())
`;
const SAYING = `
class Long(Desk):
    cap = 500
    kwargs = {"max_output_tokens": 600}
    def name(self): return "long"
    def options(self):
        return {**super().options(), "max_output_tokens": 700}
    def limit(self):
        return 800
`;

describe('a cap that a class leaves to those below it', () => {
  it('is theirs where each of them says one (Python)', async () => {
    assert.deepEqual(await capsOf(HEAD + SAYING), ['500', '600', '800', '700']);
  });

  it('is not absent where some of them say one (Python)', async () => {
    const silent = '\nclass Short(Desk):\n    def name(self): return "short"\n';
    assert.deepEqual(await capsOf(HEAD + SAYING + silent), ['unknown', 'unknown', 'unknown', 'unknown']);
  });

  it('is absent where none of them says one, and of an object of the class itself (Python)', async () => {
    const silent = '\nclass Short(Desk):\n    def name(self): return "short"\n';
    assert.deepEqual(await capsOf(HEAD + silent), ['absent', 'absent', 'absent', 'absent']);
    const whole = HEAD.replace('(ABC)', '').replace('    @abstractmethod\n', '');
    const use = '\ndef use(): return Desk().plain("gpt-5.4")\n';
    const plain = '    def plain(self, model):\n        return self.client.responses.create(model=model, input="Hi.", **self.options())\n';
    const lines = await sketchesOf({ 'main.py': whole + plain + SAYING + use }, 'main.py');
    assert.equal(
      lines.find(line => line.startsWith('wrapper')),
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via plain',
    );
  });

  it('is theirs by a method (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
export abstract class Desk {
  protected client = new OpenAI();
  protected options() { return {}; }
  ask(text: string) { return this.client.responses.create({ model: 'gpt-5.4', input: 'One: ' + text, ...this.options() }); }
  abstract name(): string;
}
export class Long extends Desk {
  protected options() { return { max_output_tokens: 500 }; }
  name() { return 'long'; }
}
`;
    assert.deepEqual(await capsOf(source, 'main.ts'), ['500']);
  });
});
