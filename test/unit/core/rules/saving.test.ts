import assert from 'node:assert/strict';
import type { Estimate } from '../../../../src/core/quote/basis';
import { difference } from '../../../../src/core/rules/saving';

const usd = (value: number, low: number, high: number): Estimate => ({ value, low, high, basis: 'estimated', why: '' });

describe('what a call costs less', () => {
  it('has the band of both ends', () => {
    const { value, low, high } = difference(usd(10, 8, 14), usd(4, 3, 5), '');
    assert.deepEqual({ value, low, high }, { value: 6, low: 5, high: 9 });
  });

  it('is bounded by what is known where neither has an upper end', () => {
    const { value, low, high } = difference(usd(10, 8, Number.POSITIVE_INFINITY), usd(4, 3, Number.POSITIVE_INFINITY), '');
    assert.deepEqual({ value, low, high }, { value: 6, low: 5, high: 6 });
  });
});
