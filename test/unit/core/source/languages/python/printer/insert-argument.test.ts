import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adapter as python } from '../../../../../../../src/core/source/languages/python';
import { pythonReader, type ReadPython, showArgument } from '../read-python';
import { SAMPLES } from '../samples';
import { edited, firstCall } from './printing';

describe('adding an argument to a Python call', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  const insert = (text: string, value: number | string | boolean = 9, name = 'cap') =>
    edited(read, text, python.printer.insertArgument(text, firstCall(read(text)), name, value));

  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['no arguments', 'f()', 'f(cap=9)'],
    ['one line', 'f(a, b=1)', 'f(a, b=1, cap=9)'],
    ['one line with a trailing comma', 'f(a, )', 'f(a, cap=9, )'],
    ['a line of its own, trailing comma', 'f(\n    a,\n    b=1,\n)', 'f(\n    a,\n    b=1,\n    cap=9,\n)'],
    ['a line of its own, no trailing comma', 'f(\n    a,\n    b=1\n)', 'f(\n    a,\n    b=1,\n    cap=9\n)'],
    ['the bracket behind the last argument', 'f(a,\n  b=1)', 'f(a,\n  b=1,\n  cap=9)'],
    ['several arguments on the last line', 'f(\n    a, b=1,\n)', 'f(\n    a, b=1, cap=9,\n)'],
    ['a last argument of several lines', 'f(a, b=[\n    1,\n])', 'f(a, b=[\n    1,\n], cap=9)'],
    [
      'a last argument of several lines on its own line',
      'f(\n    b=[\n        1,\n    ],\n)',
      'f(\n    b=[\n        1,\n    ],\n    cap=9,\n)',
    ],
    ['tabs', 'f(\n\ta,\n)', 'f(\n\ta,\n\tcap=9,\n)'],
    ['Windows line ends', 'f(\r\n    a,\r\n)', 'f(\r\n    a,\r\n    cap=9,\r\n)'],
    ['a comment behind the last comma', 'f(\n    a,  # why\n)', 'f(\n    a,  # why\n    cap=9,\n)'],
    ['a comment behind the last argument', 'f(\n    a  # why, so\n)', 'f(\n    a,  # why, so\n    cap=9\n)'],
    ['a comment on a line of its own', 'f(\n    a,\n    # b=1,\n)', 'f(\n    a,\n    cap=9,\n    # b=1,\n)'],
    ['only a comment', 'f(\n    # none\n)', 'f(\n    # none\n    cap=9,\n)'],
    ['only a line break', 'x = f(\n)', 'x = f(\n    cap=9,\n)'],
    ['*args', 'f(a, *b)', 'f(a, *b, cap=9)'],
    ['**kwargs', 'f(a, **b)', 'f(a, cap=9, **b)'],
    ['**kwargs on its own line', 'f(\n    a,\n    **b,\n)', 'f(\n    a,\n    cap=9,\n    **b,\n)'],
    ['**kwargs in the middle', 'f(**a, b=1)', 'f(**a, b=1, cap=9)'],
    ['an argument in brackets', 'f((a))', 'f((a), cap=9)'],
    ['a list of a generator in brackets', 'f((x for x in y))', 'f((x for x in y), cap=9)'],
    ['a nested call', 'x = a(b(1))', 'x = a(b(1), cap=9)'],
    ['an awaited call', 'x = await f(a)', 'x = await f(a, cap=9)'],
  ];
  for (const [what, before, after] of cases) it(`keeps the style: ${what}`, () => assert.equal(insert(before), after));

  it('writes literals as Python does', () => {
    assert.equal(insert('f()', true), 'f(cap=True)');
    assert.equal(insert('f()', false), 'f(cap=False)');
    assert.equal(insert('f()', -0.5), 'f(cap=-0.5)');
    assert.equal(insert('f()', 'a"b\\\n\x01é'), String.raw`f(cap="a\"b\\\n\x01é")`);
  });

  it('refuses what would not be right', () => {
    assert.match(insert('f(cap=1)'), /^refused: .*already/);
    assert.match(insert('f(x for x in y)'), /^refused: .*brackets/);
    assert.match(insert('f()', Number.POSITIVE_INFINITY), /^refused: /);
    assert.match(insert('f()', 1, 'class'), /^refused: .*class/);
    assert.match(insert('f()', 1, 'a-b'), /^refused: /);
    assert.match(insert('f(\n    a\n    ,\n)'), /^refused: .*comma/i);
  });

  it('adds the argument, and only that, to any call', () => {
    const places = SAMPLES.flatMap(text => read(text).calls.map((_, index) => [text, index] as const));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.oneof(fc.integer(), fc.boolean(), fc.string()), ([text, index], value) => {
        const call = read(text).calls[index]?.call;
        assert.ok(call);
        const after = edited(read, text, python.printer.insertArgument(text, call, 'cap', value));
        const added = read(after).calls[index]?.call.args ?? [];
        assert.deepEqual(added.filter(argument => argument.name !== 'cap').map(showArgument), call.args.map(showArgument));
        const cap = added.find(argument => argument.name === 'cap')?.value;
        assert.deepEqual(cap?.kind === 'text' ? cap.text.text : cap?.kind === 'scalar' && cap.value, value);
      }),
      { numRuns: 150 },
    );
  });
});
