import assert from 'node:assert/strict';
import { addedSavings } from '../../../../src/core/present/added-savings';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { exactly } from '../../../../src/core/quote/basis';
import { band } from './quote-sample';

const numerals = numeralsOf();

describe('savings that are added up', () => {
  it('are what their figures come to', () =>
    assert.equal(addedSavings([band(0.006_65, 0.006, 0.0073), exactly(0.000_081)], numerals), '$6.78'));
  it('are written as one of them, where there is no other', () => {
    assert.equal(addedSavings([band(0.006_73, 0.006, 0.0073)], numerals), '$6.70');
    assert.equal(addedSavings([exactly(0.000_081)], numerals), '$0.081');
  });
  it('are rounded themselves, where each of many was rounded the same way', () =>
    assert.equal(addedSavings(Array(3).fill(band(0.003_362, 0.003, 0.0037)), numerals), '$10.10'));
  it('are written in the currency that is stated', () => {
    const euros = numeralsOf(() => ({ code: 'EUR', perUsd: 0.9 }));
    assert.equal(addedSavings([band(0.006_65, 0.006, 0.0073), exactly(0.000_09)], euros), '€6.08');
  });
});
