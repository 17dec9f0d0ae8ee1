import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import type { MappedText } from '../../../../../../src/core/source/text-map';
import { effects, pythonReader, type ReadPython } from './read-python';
import { SAMPLES } from './samples';

describe('broken Python', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  it('reads the statements around a mistake', () => {
    const summary = read('a = "one"\nb = = f("two"\nc = "three"\n\ndef g():\n  return h()\n');
    assert.equal(effects(summary.scopes[0])[0], 'new a = "one"');
    assert.ok(summary.calls.some(({ call }) => call.callee.kind === 'name' && call.callee.name === 'h'));
    assert.ok(summary.problems.length > 0);
  });

  it('reads a call whose argument is being typed', () => {
    const { calls, problems } = read('client.create(model="a", messages=, temperature=0)\n');
    assert.deepEqual(
      calls[0]?.call.args.map(argument => argument.name),
      ['model', 'messages', 'temperature'],
    );
    assert.equal(problems[0]?.message, 'This part could not be parsed');
  });

  it('reports few problems, each on one line', () => {
    const text = 'a = (]\nb = [)\nc = {]\nd = (}\ne = [}\n';
    const { problems } = read(text);
    assert.ok(problems.length > 0 && problems.length <= 3);
    for (const { at } of problems) assert.doesNotMatch(text.slice(at.start, at.end), /\n/);
  });

  it('reports nothing where nothing is wrong', () => {
    for (const sample of SAMPLES) assert.deepEqual(read(sample).problems, []);
  });

  const mutated = fc
    .tuple(
      fc.constantFrom(...SAMPLES),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 40 })), { maxLength: 6 }),
    )
    .map(([sample, cuts]) => cuts.reduce((text, [where, length]) => cut(text, Math.floor(where * text.length), length), sample));

  it('gives a summary for any source, whose places and texts agree with it', () => {
    fc.assert(
      fc.property(mutated, text => {
        const summary = read(text);
        checkPlaces(summary, text);
        const starts = summary.calls.map(({ call }) => call.at.start);
        assert.deepEqual(
          starts,
          [...starts].sort((a, b) => a - b),
        );
      }),
      { numRuns: 400 },
    );
  });
});

function cut(text: string, from: number, length: number): string {
  return text.slice(0, from) + text.slice(from + length);
}

/** Every span lies in the text, every plain run of a text is what stands in the source, and runs cover their text in order. */
function checkPlaces(summary: CodeSummary, text: string): void {
  const open: unknown[] = [summary];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if ('start' in next && 'end' in next) {
      const { start, end } = next as { start: number; end: number };
      assert.ok(0 <= start && start <= end && end <= text.length);
    } else if ('runs' in next) checkRuns(next as MappedText, text);
    else open.push(...Object.values(next).filter(value => value !== undefined && value !== null));
  }
}

function checkRuns(mapped: MappedText, text: string): void {
  let at = 0;
  let source = 0;
  for (const run of mapped.runs) {
    assert.equal(run.at, at);
    assert.ok(run.source >= source);
    if (run.length === run.sourceLength)
      assert.equal(mapped.text.slice(at, at + run.length), text.slice(run.source, run.source + run.length));
    at += run.length;
    source = run.source + run.sourceLength;
  }
  assert.equal(at, mapped.text.length);
}
