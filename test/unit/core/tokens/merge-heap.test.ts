import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MergeHeap } from '../../../../src/core/tokens/merge-heap';
import { countingReads } from './counting-reads';

const merges = fc.array(fc.tuple(fc.nat(200_000), fc.nat(2 ** 31 - 1)), { maxLength: 100 });

describe('merge heap', () => {
  it('gives the lowest rank first, of equals the leftmost place', () => {
    fc.assert(
      fc.property(merges, merges, (appended, inserted) => {
        const heap = new MergeHeap(new Float64Array(200));
        for (const [rank, place] of appended) heap.append(rank, place);
        heap.order();
        for (const [rank, place] of inserted) heap.insert(rank, place);
        const taken: [number, number][] = [];
        for (; heap.size > 0; heap.removeLowest()) taken.push([heap.lowestRank(), heap.lowestPlace()]);
        assert.deepEqual(
          taken,
          [...appended, ...inserted].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
        );
      }),
    );
  });

  it('takes steps in proportion to the logarithm of its size', () => {
    for (const size of [1 << 8, 1 << 12, 1 << 15]) {
      const { array, reads } = countingReads(new Float64Array(size));
      const heap = new MergeHeap(array);
      for (let place = 0; place < size; place++) heap.insert((place * 7919) % 1000, place);
      while (heap.size > 0) heap.removeLowest();
      assert.ok(reads() < 4 * size * Math.log2(size), `${reads()} reads for ${size} merges`);
    }
  });
});
