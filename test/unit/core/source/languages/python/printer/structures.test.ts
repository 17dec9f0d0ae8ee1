import assert from 'node:assert/strict';
import { applyEdits, isRefusal } from '../../../../../../../src/core/source/edit';
import { adapter as python } from '../../../../../../../src/core/source/languages/python';
import type { Literal } from '../../../../../../../src/core/source/literal';
import type { Call, Value } from '../../../../../../../src/core/source/values';
import { pythonReader, type ReadPython } from '../read-python';
import { edited, firstCall } from './printing';

describe('writing structures in Python', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });
  const { printer } = python;
  const first = (text: string): Call['args'][number] => firstCall(read(text)).args[0] ?? assert.fail('no argument');
  const wrapped = (source: string): Literal => ({
    list: [
      {
        record: [
          ['text', { source }],
          ['cache', { record: [['type', 'x']] }],
        ],
      },
    ],
  });
  const wrap = (text: string, make = wrapped) => {
    const { name = '', value, at } = first(text);
    return edited(read, text, printer.replaceValue(text, { name, value, at }, make));
  };

  const values: readonly (readonly [what: string, before: string, after: string])[] = [
    ['a keyword', 'f(a=B)', 'f(a=[{"text": B, "cache": {"type": "x"}}])'],
    ['a positional argument', 'f(B)', 'f([{"text": B, "cache": {"type": "x"}}])'],
    ['single quotes, where the file has them', "f(a='b')", "f(a=[{'text': 'b', 'cache': {'type': 'x'}}])"],
    ['brackets around several literals', 'f(a=("b" "c"))', 'f(a=[{"text": ("b" "c"), "cache": {"type": "x"}}])'],
    [
      'a text of several lines',
      'f(\n    a="""b\nc""",\n)',
      'f(\n    a=[\n        {\n            "text": """b\nc""",\n            "cache": {"type": "x"},\n        },\n    ],\n)',
    ],
    [
      'Windows line ends',
      'f(\r\n    a="""b\r\nc""",\r\n)',
      'f(\r\n    a=[\r\n        {\r\n            "text": """b\r\nc""",\r\n            "cache": {"type": "x"},\r\n        },\r\n    ],\r\n)',
    ],
    [
      'tabs',
      'def g():\n\tf(a="""b\nc""")',
      'def g():\n\tf(a=[\n\t\t{\n\t\t\t"text": """b\nc""",\n\t\t\t"cache": {"type": "x"},\n\t\t},\n\t])',
    ],
    [
      'a long line',
      `f(a=${'B'.repeat(80)})`,
      `f(a=[\n    {"text": ${'B'.repeat(80)}, "cache": {"type": "x"}},\n])`.replace(
        /\{"text": (B+), "cache": \{"type": "x"\}\}/,
        '{\n        "text": $1,\n        "cache": {"type": "x"},\n    }',
      ),
    ],
  ];
  for (const [what, before, after] of values) it(`puts a value into a list: ${what}`, () => assert.equal(wrap(before), after));

  it('hands a refusal on', () => {
    const { value, at } = first('f(a=B)');
    assert.deepEqual(
      printer.replaceValue('f(a=B)', { name: 'a', value, at }, () => ({ refused: 'No.' })),
      { refused: 'No.' },
    );
  });

  const insert = (text: string) => printer.insertEntry(text, first(text).value, 'cache', { record: [['type', 'x']] });
  const entries: readonly (readonly [what: string, before: string, after: string])[] = [
    ['on one line', 'f({"a": 1})', 'f({"a": 1, "cache": {"type": "x"}})'],
    ['an empty one', 'f({})', 'f({"cache": {"type": "x"}})'],
    ['over lines', 'f({\n    "a": 1,\n})', 'f({\n    "a": 1,\n    "cache": {"type": "x"},\n})'],
    ['without a last comma', "f({\n  'a': b\n})", "f({\n  'a': b,\n  'cache': {'type': 'x'}\n})"],
  ];
  for (const [what, before, after] of entries)
    it(`adds an entry: ${what}`, () => assert.equal(edited(read, before, insert(before)), after));

  it('adds none to what is made by a call, or twice', () => {
    for (const text of ['f(dict(a=1))', 'f({"cache": 1})']) assert.ok(isRefusal(insert(text)), text);
  });

  const removeFirst = (text: string) => {
    const record = first(text).value;
    const entry = record.kind === 'record' ? record.entries.find(({ key }) => key === 'b') : undefined;
    return edited(read, text, printer.remove(text, record.at, entry?.at ?? assert.fail('no entry b')));
  };
  const removals: readonly (readonly [what: string, before: string, after: string])[] = [
    ['the first', 'f({"b": 1, "c": 2})', 'f({"c": 2})'],
    ['the last', 'f({"a": 1, "b": 2})', 'f({"a": 1})'],
    ['the last, with a comma behind it', 'f({"a": 1, "b": 2,})', 'f({"a": 1, })'],
    ['the only one', 'f({ "b": 2 })', 'f({})'],
    ['a line', 'f({\n    "a": 1,\n    "b": 2,\n    "c": 3,\n})', 'f({\n    "a": 1,\n    "c": 3,\n})'],
    ['the last line without a comma', 'f({\r\n    "a": 1,\r\n    "b": 2\r\n})', 'f({\r\n    "a": 1\r\n})'],
  ];
  for (const [what, before, after] of removals) it(`takes out ${what}`, () => assert.equal(removeFirst(before), after));

  const split = (text: string, at: string): readonly [string, string] | undefined => {
    const value: Value = first(text).value;
    return printer.splitLiteral(text, value, text.indexOf(at));
  };
  it('cuts a string in two that say the same', () => {
    assert.deepEqual(split('f("one two")', 'two'), ['"one "', '"two"']);
    assert.deepEqual(split('f(f"one {two}")', '{'), ['"one "', 'f"{two}"']);
    assert.deepEqual(
      split('f(rf"""a\\b {two}""")', '{'),
      ['r"""a\\b "', 'rf"""{two}"""'].map((part, index) => (index === 0 ? 'r"""a\\b """' : part)),
    );
    assert.deepEqual(split('f(f"{{a}} {two}")', '{two'), ['f"{{a}} "', 'f"{two}"']);
  });

  it('cuts nowhere else', () => {
    for (const [text, at] of [
      ['f("a\\nb")', 'nb'],
      ['f(f"a {two}")', 'two'],
      ['f("a\\"b")', '"b'],
      ['f("""a "b" c""")', '" c'],
      ['f("a" "b")', 'b'],
      ['f(a + "b")', '"b'],
      ['f("a")', 'a'],
    ] as const)
      assert.equal(split(text, at), undefined, text);
  });

  it('undoes nothing else of the text', () => {
    const text = 'f(a=B)  # é\n';
    const { value, at } = first(text);
    const edits = printer.replaceValue(text, { name: 'a', value, at }, source => ({ source: `(${source})` }));
    assert.ok(!isRefusal(edits));
    assert.equal(applyEdits(text, edits), 'f(a=(B))  # é\n');
  });
});
