import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { setImmediate as soon } from 'node:timers/promises';
import { z } from 'zod';
import { answerLines } from '../../../src/cli/json-lines';

const shape = z.object({ n: z.number() });
const double = ({ n }: { n: number }) => (n < 0 ? { error: 'negative' } : { twice: 2 * n });

function run(input: PassThrough) {
  const output = new PassThrough();
  const written: string[] = [];
  output.setEncoding('utf8').on('data', (chunk: string) => written.push(chunk));
  return { written, done: answerLines(input, output, shape, double) };
}

describe('answers to lines of JSON', () => {
  it('come as the lines come', async () => {
    const input = new PassThrough();
    const { written, done } = run(input);
    input.write('{"n": 1}\n{"n"');
    for (let turn = 0; turn < 100 && written.length === 0; turn++) await soon();
    assert.deepEqual(written, ['{"twice":2}\n']);
    input.end(': 2}');
    assert.equal(await done, 0);
    assert.equal(written.join(''), '{"twice":2}\n{"twice":4}\n');
  });

  it('are one for each line, whatever the line', async () => {
    const input = new PassThrough();
    const { written, done } = run(input);
    input.end('\uFEFF{"n": 1}\r\n\n[]\n{"n": -1}\n{"n": "1"}\n"\u2028"\n{"n": 3}\n');
    assert.equal(await done, 5);
    const answers = written
      .join('')
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line) as Record<string, unknown>);
    assert.equal(answers.length, 7);
    assert.deepEqual([answers[0], answers[3], answers[6]], [{ twice: 2 }, { error: 'negative' }, { twice: 6 }]);
    for (const index of [1, 2, 4, 5]) assert.equal(typeof answers[index]?.error, 'string');
  });

  it('keep characters whole that are cut between two chunks', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const texts = answerLines(input, output, z.object({ text: z.string() }), ({ text }) => ({ text }));
    const bytes = Buffer.from('{"text":"käse 🧀"}\n');
    for (const byte of bytes) input.write(Buffer.from([byte]));
    input.end();
    assert.equal(await texts, 0);
    assert.equal(output.read().toString('utf8'), '{"text":"käse 🧀"}\n');
  });

  it('are told what is wrong where a line is no UTF-8, and others are read', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const texts = answerLines(input, output, z.object({ text: z.string() }), ({ text }) => ({ text }));
    input.end(Buffer.concat([Buffer.from('{"text":"Caf\xe9"}\n', 'latin1'), Buffer.from('{"text":"Café"}\n')]));
    assert.equal(await texts, 1);
    assert.equal(output.read().toString('utf8'), '{"error":"the line is not UTF-8"}\n{"text":"Café"}\n');
  });

  it('end quietly when nobody reads them any more', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const done = answerLines(input, output, shape, double);
    input.write('{"n": 1}\n');
    await soon();
    output.destroy();
    input.end('{"n": 2}\n');
    assert.equal(await done, 0);
  });
});
