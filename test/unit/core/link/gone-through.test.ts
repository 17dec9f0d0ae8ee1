import assert from 'node:assert/strict';
import { goneThrough } from '../../../../src/core/link/gone-through';
import type { Argument, Call, Value, ValueOf } from '../../../../src/core/source/values';

const span = (start: number) => ({ uri: 'file:///a.py', start, end: start + 5 });
const store: Value = { kind: 'param', at: span(0), scope: 1, name: 'store' };
const name: Value = { kind: 'param', at: span(10), scope: 2, name: 'name' };
const given = (value: Value): readonly Argument[] => [{ value, at: value.at }];
const scoped = (object: Value): ValueOf<'member'> => ({ kind: 'member', at: span(20), object, key: 'scoped' });
const callAt = (start: number, callee: Value, value: Value): Call => ({
  kind: 'call',
  at: span(start),
  callee,
  args: given(value),
  argsAt: span(start + 3),
});

describe('what a call gives to its own object', () => {
  const once = callAt(20, scoped(store), name);
  const between = callAt(40, { kind: 'member', at: span(40), object: once, key: 'moved' }, name);

  it('is what it was where the same call gave it before, also with others between', () => {
    assert.equal(goneThrough(scoped(once), once, given(name)), once);
    assert.equal(goneThrough(scoped(between), once, given(name)), between);
  });

  it('is another where the call stands elsewhere, or passes something else', () => {
    const other: Value = { ...name, name: 'other' };
    assert.equal(goneThrough(scoped(store), once, given(name)), undefined);
    assert.equal(goneThrough(scoped(once), between, given(name)), undefined);
    assert.equal(goneThrough(scoped(once), once, given(other)), undefined);
    assert.equal(goneThrough(scoped(once), once, []), undefined);
  });
});
