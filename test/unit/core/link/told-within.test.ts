import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (files: Record<string, string>, file: string) =>
  (await sketchesOf(files, file)).filter(line => !line.startsWith(' '));

describe('a call that passes nothing', () => {
  it('of a method of the same class is told by what stands in that (Python)', async () => {
    const desk = `
from openai import OpenAI

class Desk:
    def __init__(self, model):
        self.client = OpenAI()
        self.model = model

    def work(self):
        while self.review():
            self.sum_up("gpt-5.4-mini")
            self.sum_up()

    def review(self):
        return self.client.chat.completions.create(model=self.model, messages=[{"role": "user", "content": "Hi."}])

    def sum_up(self, model="gpt-5.4"):
        return self.client.chat.completions.create(model=model, messages=[{"role": "user", "content": "Hi."}])


Desk("gpt-4o").work()
`;
    assert.deepEqual(await headsOf({ 'desk.py': desk }, 'desk.py'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via sum_up',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via sum_up',
      'call openai-chat openai gpt-4o (default) cap absent WRAPPER',
      'call openai-chat openai gpt-5.4 (default) cap absent WRAPPER',
      'wrapper-call openai-chat openai gpt-4o (constant) cap absent via work > review',
    ]);
  });

  it('of a function in the function around it is, too (TypeScript)', async () => {
    const page = `
import OpenAI from 'openai';
const client = new OpenAI();

export function page(model: string) {
  const answer = async () => client.chat.completions.create({ model, messages: [{ role: 'user', content: 'Hi.' }] });
  const click = () => answer();
  return { click };
}
`;
    assert.deepEqual(await headsOf({ 'page.ts': page }, 'page.ts'), [
      'call openai-chat openai ? comes from the parameter model (caller) cap absent WRAPPER',
    ]);
  });

  it('of a method that a class inherits is told: what it asks by stands in the class below (TypeScript)', async () => {
    const base = `
import OpenAI from 'openai';

export class Base {
  private client = new OpenAI();
  constructor(protected model: string) {}
  ask() {
    return this.client.chat.completions.create({ model: this.model, messages: [{ role: 'user', content: 'Hi.' }] });
  }
}
`;
    const below = `
import { Base } from './base';

export class Below extends Base {
  constructor() {
    super('gpt-5.4');
  }
  run() {
    return this.ask();
  }
}
`;
    const heads = await headsOf({ 'base.ts': base, 'below.ts': below }, 'below.ts');
    assert.deepEqual(heads, ['wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via ask']);
  });
});
