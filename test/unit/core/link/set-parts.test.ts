import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { SetParts } from '../../../../src/core/link/set-parts';
import type { Value } from '../../../../src/core/source/values';
import { assertInProportion } from '../../growth';

const at = { uri: 'file:///a.ts', start: 0, end: 0 };
const ONE: Value = { kind: 'scalar', at, value: 1 };

/** `{ ...before, key: value }` */
function withPart(before: Value, key: string, value: Value): Value {
  return {
    kind: 'record',
    at,
    entries: [
      { value: { kind: 'spread', at, value: before }, at },
      { key, value, at },
    ],
  };
}

function record(keys: readonly string[]): Value {
  return { kind: 'record', at, entries: keys.map(key => ({ key, value: ONE, at })) };
}

function followed(start: Value, changes: readonly ((before: Value) => Value)[]): SetParts {
  const parts = new SetParts(start);
  changes.reduce((before, change) => {
    const after = change(before);
    parts.follow(before, after);
    return after;
  }, start);
  return parts;
}

describe('the parts of an object that are set', () => {
  it('are those it began with and those that were set since, by themselves or within another', () => {
    const parts = followed(record(['model']), [
      before => withPart(before, 'limits', record(['output'])),
      before => withPart(before, 'top', ONE),
    ]);
    assert.deepEqual(
      [['model'], ['limits'], ['limits', 'output'], ['top'], ['limits', 'input'], ['model', 'output'], ['output'], []].map(path =>
        parts.has(path),
      ),
      [true, true, true, true, false, false, false, false],
    );
  });

  it('are found anew where a change makes something else of the object', () => {
    const list: Value = { kind: 'list', at, items: [] };
    assert.equal(followed(record(['model']), [() => list]).has(['model']), false);
    assert.deepEqual(
      [['model'], ['top']].map(path => followed(record(['model']), [() => record(['top'])]).has(path)),
      [false, true],
    );
  });

  it('are the same whether an object is followed or looked at in the end', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const change = fc.oneof(
      fc.tuple(key, fc.constant(ONE)),
      fc.tuple(key, fc.array(key, { maxLength: 2 }).map(record)),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 2 }),
        fc.array(change, { maxLength: 8 }),
        fc.array(key, { maxLength: 2 }),
        (first, changes, path) => {
          const steps = changes.map(each => (before: Value) => (each === undefined ? record(['a']) : withPart(before, each[0], each[1])));
          const end = steps.reduce((before, step) => step(before), record(first));
          assert.equal(followed(record(first), steps).has(path), new SetParts(end).has(path));
        },
      ),
    );
  });

  it('take time in proportion to the changes', () => {
    assertInProportion(8000, count => {
      const parts = new SetParts(record(['model']));
      let state = record(['model']);
      for (let nth = 0; nth < count; nth++) {
        parts.has([`field${nth}`]);
        const after = withPart(state, `field${nth}`, ONE);
        parts.follow(state, after);
        state = after;
      }
    });
  });
});
