import assert from 'node:assert/strict';
import fc from 'fast-check';
import { meanOf, medianOf, samplesToClear, wilsonInterval } from '../../../../src/core/verify/interval';

const near = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 0.0005, `${actual} is not ${expected}`);

describe('the interval of a share', () => {
  // Worked out by the formula of Wilson, with 1.96 standard deviations.
  for (const [hits, trials, low, high] of [
    [47, 50, 0.8378, 0.9794],
    [50, 50, 0.9287, 1],
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [1, 1, 0.2065, 1],
  ] as const)
    it(`of ${hits} in ${trials} is ${low} to ${high}`, () => {
      const interval = wilsonInterval(hits, trials);
      near(interval.low, low);
      near(interval.high, high);
    });

  it('knows nothing of nothing', () => assert.deepEqual(wilsonInterval(0, 0), { low: 0, high: 1 }));

  it('holds the share, stays within 0 and 1, and narrows with more samples', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const hits = Math.round(trials * share);
        const { low, high } = wilsonInterval(hits, trials);
        const wider = wilsonInterval(hits * 10, trials * 10);
        assert.ok(low >= 0 && high <= 1 && low <= hits / trials && hits / trials <= high);
        assert.ok(wider.high - wider.low <= high - low);
      }),
    );
  });

  it('tells how many samples would clear a bar, and clears it with them', () => {
    const count = samplesToClear(0.97, 0.95);
    assert.ok(
      count !== undefined && wilsonInterval(count * 0.97, count).low >= 0.95 && wilsonInterval((count - 1) * 0.97, count - 1).low < 0.95,
    );
    assert.equal(samplesToClear(0.94, 0.95), undefined);
    assert.equal(samplesToClear(0.95, 0.95), undefined);
    assert.equal(samplesToClear(1, 0.95), 73);
  });
});

describe('a mean of few', () => {
  it('has the band of Student', () => {
    // 10, 12, 14: mean 12, standard error 2/√3, t of 2 degrees 4.3027.
    const mean = meanOf([10, 12, 14]);
    assert.ok(mean);
    near(mean.value, 12);
    near(mean.high, 12 + (4.302652729911275 * 2) / Math.sqrt(3));
    // t of 9 degrees is 2.2622, of 4 degrees 2.7764.
    const of = (count: number, t: number) => {
      const amounts = Array.from({ length: count }, (_, index) => index);
      const found = meanOf(amounts);
      const middle = (count - 1) / 2;
      const deviation = Math.sqrt(amounts.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (count - 1));
      assert.ok(found && Math.abs((found.high - middle) / (deviation / Math.sqrt(count)) - t) < 0.02);
    };
    of(10, 2.2622);
    of(5, 2.7764);
    of(4, 3.1824);
  });

  it('is none of nothing, and one alone has no band', () => {
    assert.equal(meanOf([]), undefined);
    assert.deepEqual(meanOf([7]), { value: 7, low: 7, high: 7 });
    assert.equal(medianOf([]), undefined);
    assert.equal(medianOf([3, 1, 2]), 2);
    assert.equal(medianOf([4, 1, 2, 3]), 2.5);
  });
});
