import assert from 'node:assert/strict';
import { apportion } from '../../../../src/core/present/apportion';
import { numeralsOf, perThousand } from '../../../../src/core/present/numerals';
import { exactly } from '../../../../src/core/quote/basis';
import { band } from './quote-sample';

const english = numeralsOf();

describe('numbers as text', () => {
  it('writes exact tokens whole', () => assert.equal(english.tokens(exactly(2143)), '2,143'));
  it('marks an estimate', () => assert.equal(english.tokens(band(2143, 2141, 2145)), '≈2,143'));
  it('prints no digit finer than the band', () => {
    assert.equal(english.tokens(band(2143, 1910, 2380)), '≈2,100');
    assert.equal(english.tokens(band(21_437, 21_387, 21_487)), '≈21,440');
  });
  it('prints a range where a hole dominates', () => assert.equal(english.tokens(band(3000, 2143, 6100)), '2,143–6,100'));
  it('rounds a range outwards', () => assert.equal(english.tokens(band(30_000, 12_347, 61_003)), '12,340–61,010'));
  it('says that there is more where a part has no size', () => {
    assert.equal(english.tokens(band(2143, 2143, Number.POSITIVE_INFINITY)), '2,143+');
    assert.equal(english.tokens(band(1410, 1213, Number.POSITIVE_INFINITY)), '≈1,400+');
    assert.equal(english.tokens(band(0, 0, Number.POSITIVE_INFINITY)), 'unknown');
    assert.equal(english.usd(band(0.0165, 0.0165, Number.POSITIVE_INFINITY)), '$0.0165+');
  });

  it('writes small amounts with three digits, amounts from a dollar in cents, from a hundred in dollars', () => {
    assert.equal(english.usd(exactly(0.014526)), '$0.0145');
    assert.equal(english.usd(exactly(0.1)), '$0.10');
    assert.equal(english.usd(exactly(0.00000012345)), '$0.000000123');
    assert.equal(english.usd(perThousand(exactly(0.014526))), '$14.53');
    assert.equal(english.usd(exactly(1453.4)), '$1,453');
  });
  it('prints no cent that the band does not hold', () => assert.equal(english.usd(band(14.53, 13.9, 15.1)), '$14.50'));
  it('rounds up nothing to which a plus is put', () => assert.equal(english.usd(band(17.22, 7.1, Number.POSITIVE_INFINITY)), '$17.22+'));
  it('says of a share that is hardly anything that it is more than nothing', () =>
    assert.deepEqual([0, 0.004, 0.006, 1].map(english.percent), ['0%', '<1%', '1%', '100%']));
  it('prints a range of money', () => assert.equal(english.usd(band(0.02, 0.0123, 0.0312)), '$0.0123–$0.0312'));
});

describe('apportion', () => {
  it('rounds so that the parts add up to the rounded sum', () => {
    assert.deepEqual(apportion([1.4, 1.4, 1.4], 1), { units: [2, 1, 1], total: 4 });
    assert.deepEqual(apportion([0.333, 0.333, 0.334], 0.01), { units: [33, 33, 34], total: 100 });
  });
  it('keeps a negative remainder', () => assert.deepEqual(apportion([5, -2], 1), { units: [5, -2], total: 3 }));
  it('is empty for nothing', () => assert.deepEqual(apportion([], 1), { units: [], total: 0 }));
});
