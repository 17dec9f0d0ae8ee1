import assert from 'node:assert/strict';
import { sketchesOfAll } from '../../link-project';

const BELOW = `
import OpenAI from 'openai';
import { Writer } from './writer.js';
export class Quick extends Writer {
  client = new OpenAI();
  async write(prompt) { return this.client.responses.create({ model: 'gpt-5.4-mini', input: prompt }); }
}
`;

const writer = (body: string) => `
export class Writer {
  async title(text) { return await this.write('Title of: ' + text); }
  async write(prompt) { ${body} }
}
`;

const titles = async (body: string) => (await sketchesOfAll({ 'src/writer.js': writer(body), 'src/quick.js': BELOW })).get('src/writer.js');

describe('methods that only say that classes below have to implement them (JavaScript)', () => {
  it('are those of the classes below', async () => {
    for (const body of [
      `throw new Error('Not implemented');`,
      `throw new Error(\`\${this.constructor.name} must override write()\`);`,
      `throw new NotImplementedError('write');`,
      `// Whoever writes.\n    throw new TypeError("abstract method");`,
    ])
      assert.deepEqual(
        await titles(body),
        ['wrapper-call openai-responses openai gpt-5.4-mini (literal) cap absent via write', '  user: Title of: {text ~unknown}'],
        body,
      );
  });

  it('are the class’s own where it does something, or refuses for another reason', async () => {
    for (const body of [
      `return prompt;`,
      `throw new Error('This writer is asleep');`,
      `log(prompt); throw new Error('Not implemented');`,
      `if (!prompt) throw new Error('Not implemented'); return prompt;`,
    ])
      assert.deepEqual(await titles(body), [], body);
  });

  it('leave a class one that is made itself, where those below it don’t have them either', async () => {
    const files = {
      'src/speaker.ts': `
export interface Speaker {
  write(text: string): Promise<unknown>;
  speak(text: string): Promise<unknown>;
}
export const title = (speaker: Speaker, text: string) => speaker.write('Title of: ' + text);
`,
      'src/speakers.ts': `
import OpenAI from 'openai';
import type { Speaker } from './speaker';
export class Small implements Speaker {
  client = new OpenAI();
  model() { return 'gpt-5.4-mini'; }
  async write(input: string) { return this.client.responses.create({ model: this.model(), input }); }
  async speak() { throw new Error('Method not implemented.'); }
}
export class Large extends Small {
  model() { return 'gpt-5.4'; }
}
`,
    };
    assert.deepEqual((await sketchesOfAll(files)).get('src/speaker.ts'), [
      'wrapper-call openai-responses openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap absent via write',
      '  user: Title of: {text ~unknown}',
    ]);
  });
});
