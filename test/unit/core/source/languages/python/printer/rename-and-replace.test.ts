import assert from 'node:assert/strict';
import { adapter as python } from '../../../../../../../src/core/source/languages/python';
import type { Value } from '../../../../../../../src/core/source/values';
import { assigned, pythonReader, type ReadPython } from '../read-python';
import { edited, firstCall } from './printing';

describe('renaming a Python argument', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  it('renames a keyword', () => {
    const text = 'f(a, max_tokens = 5)';
    const argument = firstCall(read(text)).args[1];
    assert.ok(argument);
    const rename = (name: string) => edited(read, text, python.printer.renameArgument(text, { ...argument, name: 'max_tokens' }, name));
    assert.equal(rename('cap'), 'f(a, cap = 5)');
    assert.match(rename('not'), /^refused: /);
  });

  const renameKey = (text: string) => {
    const record = assigned(read(text).scopes[0], 'x');
    const entry = record.kind === 'record' ? record.entries[0] : undefined;
    assert.ok(entry?.key !== undefined);
    return edited(read, text, python.printer.renameArgument(text, { at: entry.at, value: entry.value, name: entry.key }, "c'ap"));
  };

  it("renames a dictionary's key", () => {
    assert.equal(renameKey('x = {"max_tokens": 5}'), `x = {"c'ap": 5}`);
    assert.equal(renameKey("x = {u'max_tokens' : 5}"), String.raw`x = {u'c\'ap' : 5}`);
  });

  it('refuses a key that is put together', () => {
    assert.match(renameKey('x = {"max" "_tokens": 5}'), /^refused: .*max_tokens/);
    assert.match(renameKey(String.raw`x = {"\x61": 5}`), /^refused: /);
  });
});

describe('replacing a Python literal', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  const replace = (source: string, newValue: number | string | boolean, pick: (value: Value) => Value | undefined = value => value) => {
    const text = `x = ${source}`;
    const value = pick(assigned(read(text).scopes[0], 'x'));
    assert.ok(value);
    return edited(read, text, python.printer.replaceLiteral(text, value, newValue));
  };

  it('writes numbers, booleans and strings', () => {
    assert.equal(replace('1_000', 5), 'x = 5');
    assert.equal(replace('-1', 0.5), 'x = 0.5');
    assert.equal(replace('True', false), 'x = False');
    assert.equal(replace('None', 1), 'x = 1');
    assert.equal(replace('"gpt-4o"', 'gpt-4o-mini'), 'x = "gpt-4o-mini"');
    assert.equal(replace("'gpt-4o'", "it's"), String.raw`x = 'it\'s'`);
    assert.equal(replace('r"a"', 'b\\'), String.raw`x = "b\\"`);
    assert.equal(replace('(1)', 2), 'x = (2)');
  });

  it('refuses what is not one literal', () => {
    assert.match(replace('a', 1), /^refused: /);
    assert.match(replace('"a" "b"', 'c'), /^refused: /);
    assert.match(replace('f"a{b}"', 'c'), /^refused: /);
    assert.match(
      replace('f"a{b}"', 'c', value => (value.kind === 'template' ? value.parts[0] : undefined)),
      /^refused: /,
    );
    assert.match(replace('1', Number.NaN), /^refused: /);
  });
});

describe('a Python comment', () => {
  it('stays on one line', () => {
    assert.equal(python.printer.comment('promptfare-ignore\n a'), '# promptfare-ignore a');
  });
});
