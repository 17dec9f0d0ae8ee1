import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('calls of calls', () => {
  it('take no longer than their number', async () => {
    const steps = Array.from({ length: 22 }, (_, index) => `.pipe(step${index}())`).join('');
    const files = {
      'main.ts': `
import { ChatOpenAI } from '@langchain/openai';
import { src } from 'gulp';

src('**')${steps}.on('end', () => {});
new ChatOpenAI({ model: 'gpt-5.4' })${steps}.invoke('Hello.');
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call langchain openai gpt-5.4 (constant) cap absent',
      '  user: Hello.',
      'constructor langchain openai gpt-5.4 (literal) cap absent',
    ]);
  });
});
