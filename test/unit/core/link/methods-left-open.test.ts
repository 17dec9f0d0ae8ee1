import assert from 'node:assert/strict';
import { sketchesOf, sketchesOfAll } from '../../link-project';

describe('methods that a class calls on itself and only classes below it declare', () => {
  it('are those of the classes below (Python)', async () => {
    const files = {
      'worker.py': `
class Worker:
    def __init__(self, name):
        self.name = name

    def summary(self, text):
        return self.ask("Sum up: " + text)
`,
      'workers.py': `
from openai import OpenAI
from worker import Worker

class Quick(Worker):
    def ask(self, prompt):
        return OpenAI().responses.create(model="gpt-5.4-mini", input=prompt, max_output_tokens=70)

class Careful(Worker):
    def ask(self, prompt):
        return OpenAI().responses.create(model="gpt-5.4", input=prompt, max_output_tokens=70)
`,
    };
    const sketches = await sketchesOfAll(files);
    assert.deepEqual(sketches.get('worker.py'), [
      'wrapper-call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap 70 via ask',
      '  user: Sum up: {text ~unknown}',
    ]);
  });

  it('are what stands beside a class that is mixed in (Python)', async () => {
    const source = `
from openai import OpenAI

class Titles:
    def title(self, text):
        return self.ask("Title of: " + text)

class Asks:
    def ask(self, prompt):
        return OpenAI().responses.create(model="gpt-5.4", input=prompt)

class Editor(Titles, Asks):
    pass
`;
    assert.deepEqual((await sketchesOf({ 'editor.py': source }, 'editor.py')).slice(0, 2), [
      'wrapper-call openai-responses openai gpt-5.4 (literal) cap absent via ask',
      '  user: Title of: {text ~unknown}',
    ]);
  });

  it('are those of the classes below (JavaScript)', async () => {
    const files = {
      'src/worker.js': `
export class Worker {
  summary(text) { return this.ask('Sum up: ' + text); }
}
`,
      'src/quick.js': `
import OpenAI from 'openai';
import { Worker } from './worker.js';
export class Quick extends Worker {
  client = new OpenAI();
  ask(prompt) { return this.client.responses.create({ model: 'gpt-5.4-mini', input: prompt }); }
}
`,
    };
    const sketches = await sketchesOfAll(files);
    assert.deepEqual(sketches.get('src/worker.js'), [
      'wrapper-call openai-responses openai gpt-5.4-mini (literal) cap absent via ask',
      '  user: Sum up: {text ~unknown}',
    ]);
  });

  it('may be others where a package’s class stands above, a decorator makes the class, or it answers to any name (Python)', async () => {
    for (const [decorated, base, more] of [
      ['', '(Base)', ''],
      ['@register\n', '', ''],
      ['', '', '\n    def __getattr__(self, name):\n        return lambda prompt: None'],
    ]) {
      const source = `
from openai import OpenAI
from elsewhere import Base, register

${decorated}class Worker${base}:
    def summary(self, text):
        return self.ask("Sum up: " + text)${more}

class Quick(Worker):
    def ask(self, prompt):
        return OpenAI().responses.create(model="gpt-5.4-mini", input=prompt)
`;
      assert.deepEqual(
        (await sketchesOf({ 'editor.py': source }, 'editor.py')).map(line => line.split(' ')[0]),
        ['call', ''],
      );
    }
  });
});
