import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

/** A parameter of this name is an IConfiguration in C# alone. */
describe('settings that callers pass under the name of config', () => {
  it('are theirs (Python)', async () => {
    const main = `from openai import OpenAI
client = OpenAI()

def ask(question, config={}):
    return client.responses.create(model=config.get("model", "gpt-5.4-mini"), input=question, max_output_tokens=config["limit"])

ask("Hello", {"model": "gpt-5.4", "limit": 70})
`;
    const found = await sketchesOf({ 'main.py': main }, 'main.py');
    assert.deepEqual(
      found.filter(line => !line.startsWith('  ')),
      [
        'call openai-responses openai gpt-5.4-mini (default) cap unknown WRAPPER',
        'wrapper-call openai-responses openai gpt-5.4 (constant) cap 70 via ask',
      ],
    );
  });

  it('have a default where one is named behind what a dictionary may lack (Python)', async () => {
    const main = `from openai import OpenAI
client = OpenAI()

class Desk:
    def __init__(self, config):
        self.config = config

    def ask(self, question):
        limit = self.config.get("limit")
        return client.responses.create(model=self.config.get("model") or "gpt-5.4-mini", input=question, max_output_tokens=limit)

Desk({"limit": 70}).ask("Hello")
Desk({"model": "gpt-5.4"}).ask("Hello")
`;
    const found = await sketchesOf({ 'main.py': main }, 'main.py');
    assert.deepEqual(
      found.filter(line => !line.startsWith('  ')),
      [
        'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini, by what is passed for config.model (default) cap unknown WRAPPER',
        'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 70 via ask',
        'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      ],
    );
  });

  it('are theirs (TypeScript)', async () => {
    const main = `import OpenAI from 'openai';
const client = new OpenAI();

export class Desk {
  constructor(private readonly config: Record<string, string>) {}

  ask(question: string) {
    return client.responses.create({ model: this.config['model'], input: question });
  }
}

new Desk({ model: 'gpt-5.4' }).ask('Hello');
`;
    const found = await sketchesOf({ 'main.ts': main }, 'main.ts');
    assert.deepEqual(
      found.filter(line => !line.startsWith('  ')),
      [
        'call openai-responses openai gpt-5.4 (default) cap absent WRAPPER',
        'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      ],
    );
  });
});
