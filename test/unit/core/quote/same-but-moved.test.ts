import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moveBetween, moved } from '../../../../src/core/quote/same-but-moved';

const uri = 'file:///project/app.py';

/** Small trees, so that two of them often say the same. */
const places = fc.record({ uri: fc.constantFrom(uri, 'file:///other.py'), start: fc.nat(6), end: fc.nat(8) }, { noNullPrototype: true });
const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(1, 'a', null, undefined),
    places,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.record({ at: places, value: tie('tree') }, { requiredKeys: [], noNullPrototype: true }),
  ),
}));

describe('what is the same but moved', () => {
  it('is what it says once it is moved, whatever two values say', () => {
    fc.assert(
      fc.property(tree, tree, (before, now) => {
        const move = moveBetween(before, now, uri);
        if (move !== undefined) assert.deepEqual(moved(before, uri, move), now);
      }),
      { numRuns: 2000 },
    );
  });

  it('is found again wherever an edit stands, and what stands before it stays the same object', () => {
    fc.assert(
      fc.property(tree, fc.nat(8), fc.integer({ min: 1, max: 5 }), (before, from, by) => {
        const now = moved(before, uri, { from, by });
        const move = moveBetween(before, now, uri);
        assert.ok(move !== undefined);
        assert.deepEqual(moved(before, uri, move), now);
        assert.equal(move.by === 0, now === before);
      }),
    );
  });

  it('is not what an edit stands in, nor what says anything else', () => {
    const at = { uri, start: 3, end: 9 };
    const before = { at, name: 'a', list: [at] };
    assert.equal(moveBetween(before, { ...before, at: { ...at, end: 10 } }, uri), undefined);
    assert.equal(moveBetween(before, { ...before, name: 'b' }, uri), undefined);
    assert.equal(moveBetween(before, { ...before, more: undefined }, uri), undefined);
    assert.equal(moveBetween({ ...before, more: undefined }, before, uri), undefined);
    assert.equal(moveBetween(before, { ...before, list: [at, at] }, uri), undefined);
    // The later one stays while the earlier one moves: no edit does that.
    const later = { uri, start: 20, end: 21 };
    assert.equal(moveBetween([at, later], [{ uri, start: 4, end: 10 }, later], uri), undefined);
  });
});
