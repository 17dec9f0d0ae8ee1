import assert from 'node:assert/strict';
import { CannotMove } from '../../../../src/core/source/move-spans';
import { type Passage, passagesOf } from '../../../../src/core/source/passages';
import { standingNow, stillUpTo } from '../../../../src/core/source/standing';

const uri = 'file:///project/app.py';

/** A file as a row of passages, each ten long, from the places where they begin. */
function file(...passages: readonly (readonly [passage: Passage, start: number])[]) {
  const placed = passages.map(([passage, start]) => ({ passage, start, end: start + 10 }));
  return passagesOf(placed, (placed.at(-1)?.end ?? 0) + 1);
}

function at(start: number) {
  return { uri, start, end: start + 4 };
}

describe('what stands in a file that is edited', () => {
  const [a, b, edited, c] = [{ type: 'a' }, { type: 'b' }, { type: 'edited' }, { type: 'c' }];
  const before = file([a, 0], [b, 10], [c, 20]);

  it('is moved with its passages, and is not looked through again before the edit', () => {
    const value = { here: at(2), there: { read: 0 } };
    let looks = 0;
    Object.defineProperty(value.there, 'read', { enumerable: true, get: () => ++looks });
    const first = file([a, 0], [edited, 10], [c, 21]);
    const once = standingNow({ value, passages: before }, uri, first, stillUpTo(first));
    assert.equal(once.value, value);
    const looked = looks;
    assert.ok(looked > 0);
    const second = file([a, 0], [{ type: 'edited' }, 10], [c, 22]);
    const again = standingNow(once, uri, second, stillUpTo(second));
    assert.equal(again.value, value);
    assert.equal(again.passages, second);
    assert.equal(looks, looked);
    // An edit before it moves it all the same.
    const third = file([{ type: 'new' }, 0], [a, 12], [c, 34]);
    assert.deepEqual(standingNow(again, uri, third, stillUpTo(third)).value.here, at(14));
  });

  it('is looked through where an edit as long as what it replaces moves nothing', () => {
    const now = file([a, 0], [edited, 10], [c, 20]);
    assert.equal(stillUpTo(now)(before), undefined);
    const behind = standingNow({ value: at(22), passages: before }, uri, now, stillUpTo(now));
    assert.equal(behind.allBefore, undefined);
    const later = file([a, 0], [edited, 10], [c, 25]);
    assert.deepEqual(standingNow(behind, uri, later, stillUpTo(later)).value, at(27));
  });

  it('is gone with its passage', () => {
    const now = file([a, 0], [edited, 10], [c, 21]);
    assert.throws(() => standingNow({ value: at(12), passages: before }, uri, now, stillUpTo(now)), CannotMove);
  });
});
