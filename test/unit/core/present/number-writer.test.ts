import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numberWriter } from '../../../../src/core/present/number-writer';
import { roundTo } from '../../../../src/core/present/numerals';

const english = numberWriter();
const amount = fc.oneof(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), fc.integer({ min: 0, max: 1e9 }));

describe('numbers in English', () => {
  it('are written as Intl writes them', () => {
    const intl = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
    const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10 }), fc.boolean(), (size, digits, isNegative) => {
        const value = roundTo(isNegative && size > 0 ? -size : size, 10 ** -digits);
        // A number holds no more digits than these.
        fc.pre(!Object.is(value, -0) && size * 10 ** digits < 1e14);
        assert.equal(english.integer(Math.round(size)), intl.format(Math.round(size)));
        assert.equal(english.percent(Math.round(size) / 100), percent.format(Math.round(size) / 100));
        const options = { style: 'currency', currency: 'USD', minimumFractionDigits: Math.min(2, digits), maximumFractionDigits: digits };
        assert.equal(english.money(value, digits, 'USD'), new Intl.NumberFormat('en', { ...options, style: 'currency' }).format(value));
      }),
      { numRuns: 300 },
    );
  });

  it('name any other currency so that it is none of the others', () => {
    assert.equal(english.money(1234.5, 2, 'CAD'), 'CA$1,234.50');
    assert.equal(english.money(1234.5, 2, 'EUR'), '€1,234.50');
    assert.equal(english.money(0.5, 4, 'JPY'), '¥0.50');
    assert.equal(english.money(1234.5, 2, 'XYZ'), 'XYZ\u00a01,234.50');
  });
});
