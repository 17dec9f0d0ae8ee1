import assert from 'node:assert/strict';
import { sketchesOfAll } from '../../link-project';

const PYTHON = (method: string) => `from abc import abstractmethod
from openai import OpenAI

client = OpenAI()


class Desk:
${method}

    def ask(self, question):
        params = {"model": "gpt-5.4", "messages": [{"role": "user", "content": question}]}
        self.customize(params)
        return client.chat.completions.create(**params)
`;
const BELOW = `from desk import Desk


class Cheap(Desk):
    def customize(self, params):
        params["model"] = "gpt-5.4-nano"
        params["max_tokens"] = 90
`;

async function headsIn(file: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return ((await sketchesOfAll(files)).get(file) ?? []).filter(line => !line.startsWith(' '));
}

describe('a hook that a method hands a variable to', () => {
  it('may be one of the class or of the classes below that replace it', async () => {
    const files = { 'desk.py': PYTHON('    def customize(self, params):\n        params["stream"] = True'), 'cheap.py': BELOW };
    assert.deepEqual(await headsIn('desk.py', files), [
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap unknown WRAPPER',
    ]);
  });

  it('or does nothing, unless it is abstract', async () => {
    const empty = { 'desk.py': PYTHON('    def customize(self, params):\n        pass'), 'cheap.py': BELOW };
    const open = { 'desk.py': PYTHON('    @abstractmethod\n    def customize(self, params): ...'), 'cheap.py': BELOW };
    assert.deepEqual(await headsIn('desk.py', empty), [
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap unknown WRAPPER',
    ]);
    assert.deepEqual(await headsIn('desk.py', open), ['call openai-chat openai gpt-5.4-nano (constant) cap 90 WRAPPER']);
  });

  it('is the one of the object, where that is known', async () => {
    const desk = PYTHON('    def customize(self, params):\n        params["max_tokens"] = 40');
    const files = { 'desk.py': desk, 'cheap.py': `${BELOW}\n\nCheap().ask("Hi.")\nDesk().ask("Hi.")\n` };
    assert.deepEqual(await headsIn('cheap.py', files), [
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap 90 via ask',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 40 via ask',
    ]);
  });

  it('in TypeScript, too', async () => {
    const desk = (method: string) => `import OpenAI from 'openai';
const client = new OpenAI();
export abstract class Desk {
  ${method}
  ask() {
    const body: any = { model: 'gpt-5.4', messages: [{ role: 'user', content: 'Hi.' }] };
    this.customize(body);
    return client.chat.completions.create(body);
  }
}
`;
    const below = `import { Desk } from './desk';
export class Cheap extends Desk {
  customize(body: any) { body.model = 'gpt-5.4-nano'; }
}
`;
    const files = (method: string) => ({ 'src/desk.ts': desk(method), 'src/cheap.ts': below });
    assert.deepEqual(await headsIn('src/desk.ts', files('customize(body: any) {}')), [
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap absent',
    ]);
    assert.deepEqual(await headsIn('src/desk.ts', files('abstract customize(body: any): void;')), [
      'call openai-chat openai gpt-5.4-nano (constant) cap absent',
    ]);
  });
});
