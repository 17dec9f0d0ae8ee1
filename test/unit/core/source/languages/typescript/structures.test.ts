// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold template literals
import assert from 'node:assert/strict';
import { applyEdits, type Edit, isRefusal, type Refusal } from '../../../../../../src/core/source/edit';
import { printer } from '../../../../../../src/core/source/languages/typescript/printer';
import type { Literal } from '../../../../../../src/core/source/literal';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import type { Value, ValueOf } from '../../../../../../src/core/source/values';
import { loadLowering } from './lowered';

describe('writing structures in TypeScript', () => {
  let lower: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadLowering();
  });

  const first = (source: string): Value => lower(source).calls[0]?.call.args[0]?.value ?? assert.fail(`no argument in ${source}`);
  const record = (source: string): ValueOf<'record'> => {
    const value = first(source);
    return value.kind === 'record' ? value : assert.fail(`${source} has no object`);
  };
  const edited = (source: string, edits: readonly Edit[] | Refusal): string => {
    if (isRefusal(edits)) return assert.fail(edits.refused);
    const after = applyEdits(source, edits);
    assert.deepEqual(lower(after).problems, [], `does not parse: ${after}`);
    return after;
  };

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
  const wrap = (source: string): string => {
    const entry = record(source).entries.find(({ key }) => key === 'a') ?? assert.fail('no entry a');
    return edited(source, printer.replaceValue(source, { name: 'a', value: entry.value, at: entry.at }, wrapped));
  };
  const values: readonly (readonly [what: string, before: string, after: string])[] = [
    ['an entry', "f({ a: 'b' });", "f({ a: [{ text: 'b', cache: { type: 'x' } }] });"],
    ['a quoted key', 'f({ "a": B, c: "d" });', 'f({ "a": [{ text: B, cache: { type: "x" } }], c: "d" });'],
    ['a shorthand', 'f({ a });', "f({ a: [{ text: a, cache: { type: 'x' } }] });"],
    [
      'a text of several lines',
      'f({\n  a: `b\n${c}`,\n});',
      "f({\n  a: [\n    {\n      text: `b\n${c}`,\n      cache: { type: 'x' },\n    },\n  ],\n});",
    ],
    [
      'Windows line ends',
      'f({\r\n    a: `b\r\nc`,\r\n});',
      "f({\r\n    a: [\r\n        {\r\n            text: `b\r\nc`,\r\n            cache: { type: 'x' },\r\n        },\r\n    ],\r\n});",
    ],
  ];
  for (const [what, before, after] of values) it(`puts a value into a list: ${what}`, () => assert.equal(wrap(before), after));

  it('writes over a bare value as a whole', () => {
    const source = 'f(a);';
    const value = first(source);
    assert.equal(
      edited(source, printer.replaceValue(source, { name: '', value, at: value.at }, wrapped)),
      "f([{ text: a, cache: { type: 'x' } }]);",
    );
  });

  const insert = (source: string) => printer.insertEntry(source, first(source), 'cache', { record: [['type', 'x']] });
  const entries: readonly (readonly [what: string, before: string, after: string])[] = [
    ['on one line', 'f({ a: 1 });', "f({ a: 1, cache: { type: 'x' } });"],
    ['an empty one', 'f({});', "f({ cache: { type: 'x' } });"],
    ['over lines', 'f({\n  a: 1,\n});', "f({\n  a: 1,\n  cache: { type: 'x' },\n});"],
  ];
  for (const [what, before, after] of entries) it(`adds an entry: ${what}`, () => assert.equal(edited(before, insert(before)), after));

  it('adds none to what is made by a call, or twice', () => {
    for (const source of ['f(g({ a: 1 }));', 'f({ cache: 1 });']) assert.ok(isRefusal(insert(source)), source);
  });

  it('takes an entry out', () => {
    const remove = (source: string): string => {
      const entry = record(source).entries.find(({ key }) => key === 'b') ?? assert.fail('no entry b');
      return edited(source, printer.remove(source, record(source).at, entry.at));
    };
    assert.equal(remove('f({ b: 1, c: 2 });'), 'f({ c: 2 });');
    assert.equal(remove('f({ a: 1, b: 2 });'), 'f({ a: 1 });');
    assert.equal(remove('f({ b: 2 });'), 'f({});');
    assert.equal(remove('f({\n  a: 1,\n  b: { c: 2 },\n});'), 'f({\n  a: 1,\n});');
  });

  const split = (source: string, at: string): readonly [string, string] | undefined =>
    printer.splitLiteral(source, first(source), source.indexOf(at));

  it('cuts a literal in two that say the same', () => {
    assert.deepEqual(split("f('one two')", 'two'), ["'one '", "'two'"]);
    assert.deepEqual(split('f(`one ${two}`)', '${'), ['`one `', '`${two}`']);
  });

  it('cuts nowhere else', () => {
    for (const [source, at] of [
      ["f('a\\nb')", 'nb'],
      ['f(`a ${two}`)', 'two'],
      ['f(`a ${two}`)', '{two'],
      ['f(a + `b`)', '`b'],
      ['f(String.raw`a b`)', ' b'],
    ] as const)
      assert.equal(split(source, at), undefined, source);
  });
});
