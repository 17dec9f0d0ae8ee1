import assert from 'node:assert/strict';
import { readAmount, writeAmount } from '../../../../src/core/workspace-file/read-amount';

describe('an amount that a person types', () => {
  it('is a number, with or without separators of thousands', () => {
    for (const typed of ['1200', '1,200', '1_200', '1 200', '1\u202f200', "1'200", ' 1200 ']) assert.equal(readAmount(typed), 1200, typed);
    assert.equal(readAmount('0'), 0);
    assert.equal(readAmount('0,870'), undefined, 'no group of thousands begins with 0');
    assert.equal(readAmount('0.5'), 0.5);
  });

  it('is a range, from low to high', () => {
    for (const typed of ['800-1200', '800 – 1,200', '800..1200', '800 to 1200']) assert.deepEqual(readAmount(typed), [800, 1200], typed);
    assert.equal(readAmount('5-5'), 5);
  });

  it('is nothing else', () => {
    for (const typed of ['', 'many', '-5', '1.2.3', '1,2', '12,00', '1200-800', '1-2-3', '1e5', '9999999999999', '5 a day'])
      assert.equal(readAmount(typed), undefined, typed);
  });

  it('is written as it may be typed again', () => {
    for (const amount of [0, 0.5, 1200, [800, 1200]] as const) assert.deepEqual(readAmount(writeAmount(amount)), amount);
  });
});
