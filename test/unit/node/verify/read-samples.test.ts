import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSamples } from '../../../../src/node/verify/read-samples';

describe('samples', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-samples-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const inFile = async (name: string, text: string) => {
    const file = path.join(folder, name);
    await writeFile(file, text);
    return { file };
  };

  it('are lines, JSON lines or a table when typed in', async () => {
    const lines = await readSamples({ typed: 'one, two\n\n  three' }, ['ticket'], 50);
    assert.deepEqual(lines.samples, [{ ticket: 'one, two' }, { ticket: '  three' }]);
    const json = await readSamples({ typed: '{"ticket": "one", "more": 1}\n{"ticket": 2}' }, ['ticket'], 50);
    assert.deepEqual(json.samples, [{ ticket: 'one' }, { ticket: '2' }]);
    const table = await readSamples({ typed: 'Ticket,customer.name\n"a, b",Ann\nc,Bob' }, ['ticket', 'customer.name'], 50);
    assert.deepEqual(table.samples, [
      { ticket: 'a, b', 'customer.name': 'Ann' },
      { ticket: 'c', 'customer.name': 'Bob' },
    ]);
  });

  it('are a table when typed in whose first line names the only value', async () => {
    const table = await readSamples({ typed: 'id, Ticket\n1,"a, b"\n2,c\n' }, ['ticket'], 50);
    assert.deepEqual(table.samples, [{ ticket: 'a, b' }, { ticket: 'c' }]);
    const sentence = await readSamples({ typed: 'my ticket, please\nno ticket' }, ['ticket'], 50);
    assert.deepEqual(sentence.samples, [{ ticket: 'my ticket, please' }, { ticket: 'no ticket' }]);
  });

  it('say where JSON is broken', async () => {
    const { samples, problems } = await readSamples({ typed: '{"ticket": "a"\n{broken' }, ['ticket'], 50);
    assert.deepEqual(samples, []);
    assert.match(problems[0] ?? '', /^The JSON is broken, and was read up to entry 0/);
  });

  it('are found by the last part of a name, and a single value by any', async () => {
    const source = await inFile('last.jsonl', '{"text": "a"}\n{"text": "b"}\n');
    assert.deepEqual((await readSamples(source, ['ticket.text'], 50)).samples, [{ 'ticket.text': 'a' }, { 'ticket.text': 'b' }]);
    assert.deepEqual((await readSamples(source, ['question'], 50)).samples, [{ question: 'a' }, { question: 'b' }]);
    assert.deepEqual((await readSamples(source, ['question', 'docs'], 50)).samples, []);
  });

  it('say what they lack, and the others count', async () => {
    const source = await inFile('lacking.jsonl', '{"a": "1", "b": "2"}\n{"a": "1"}\nno json\n{"a": null, "b": ""}\n{"a": "", "b": ""}\n');
    const { samples, rows, usable, problems } = await readSamples(source, ['a', 'b'], 50);
    assert.deepEqual(samples, [
      { a: '1', b: '2' },
      { a: '', b: '' },
    ]);
    assert.deepEqual([rows, usable], [5, 2]);
    assert.deepEqual(problems, ['Row 2 has no “b”.', 'Line 3 is no JSON.', 'Row 4 has no “a”.']);
  });

  it('of 100,000 rows are taken evenly, the same each time, and in little memory', async () => {
    const source = await inFile(
      'many.csv',
      `id,ticket\n${Array.from({ length: 100_000 }, (_, index) => `${index},ticket ${index}`).join('\n')}\n`,
    );
    const { samples, rows, usable } = await readSamples(source, ['ticket'], 50);
    assert.deepEqual([rows, usable, samples.length], [100_000, 100_000, 50]);
    const places = samples.map(({ ticket = '' }) => Number(ticket.slice('ticket '.length)));
    assert.ok(places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0)));
    assert.ok((places[0] ?? 1) < 1000 && (places.at(-1) ?? 0) > 90_000, places.join(' '));
    assert.deepEqual((await readSamples(source, ['ticket'], 50)).samples, samples);
  });

  it('are none of an empty file, and as many as asked for where nothing is filled in', async () => {
    assert.deepEqual((await readSamples(await inFile('empty.jsonl', ''), ['a'], 50)).samples, []);
    assert.equal((await readSamples({ typed: '' }, [], 3)).samples.length, 3);
  });

  it('never take a name of the language for a value', async () => {
    const { samples } = await readSamples({ typed: '{"x": "1", "y": "2"}' }, ['constructor', 'toString'], 5);
    assert.deepEqual(samples, []);
  });
});
