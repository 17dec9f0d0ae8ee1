import assert from 'node:assert/strict';
import { type Currency, currencyWithoutRate, statedCurrency, US_DOLLARS } from '../../../../src/core/present/currency';
import { inCurrency, usdPerThousandText, usdRangeText, usdText } from '../../../../src/core/present/finding-money';
import { numeralsOf, savedPerThousand } from '../../../../src/core/present/numerals';
import { exactly } from '../../../../src/core/quote/basis';

const EUROS: Currency = { code: 'EUR', perUsd: 0.87 };
const CANADIAN: Currency = { code: 'CAD', perUsd: 1.36 };
const YEN: Currency = { code: 'JPY', perUsd: 150 };

describe('money in the currency of a person', () => {
  it('is dollars at the stated rate', () => {
    const { usd, amount } = numeralsOf(() => EUROS);
    assert.equal(usd(exactly(10)), '€8.70');
    assert.equal(usd(exactly(0.0145)), '€0.0126');
    assert.equal(usd({ ...exactly(1), low: 0.5, high: 2 }), '€0.435–€1.74');
    assert.equal(usd({ ...exactly(100), high: Number.POSITIVE_INFINITY }), '€87.00+');
    assert.equal(amount(1000, 1), '€870');
  });

  it('has as many digits as the amount is worth, not as dollars would', () => {
    const { usd, amount } = numeralsOf(() => YEN);
    assert.equal(usd(exactly(2)), '¥300');
    assert.equal(amount(2.346, 0.01), '¥352');
  });

  it('follows the setting without being made anew', () => {
    let current = US_DOLLARS;
    const { usd } = numeralsOf(() => current);
    assert.equal(usd(exactly(10)), '$10.00');
    current = EUROS;
    assert.equal(usd(exactly(10)), '€8.70');
  });

  it('stays dollars as long as nobody states a rate, and says so', () => {
    assert.deepEqual(statedCurrency('eur', 0.87), EUROS);
    assert.equal(statedCurrency('', 0), US_DOLLARS);
    assert.equal(statedCurrency('usd', 5), US_DOLLARS);
    assert.match(String(statedCurrency('EUR', 0)), /needs the rate.*how many EUR a US dollar is/);
    assert.match(String(statedCurrency('€', 1)), /three letters/);
  });

  it('is asked for its rate only where nothing else is wrong', () => {
    assert.equal(currencyWithoutRate(' eur ', 0), 'EUR');
    assert.equal(currencyWithoutRate('EUR', 0.87), undefined);
    assert.equal(currencyWithoutRate('USD', 0), undefined);
    assert.equal(currencyWithoutRate('euro', 0), undefined);
  });

  it('is rounded once in the messages of rules', () => {
    const saved = usdPerThousandText(exactly(0.001454));
    assert.equal(inCurrency(`About ${saved} per 1,000 calls could be saved`, US_DOLLARS), 'About $1.45 per 1,000 calls could be saved');
    // $1.45 would be ¥218.
    assert.equal(
      inCurrency(`About ${saved} per 1,000 calls could be saved`, { code: 'JPY', perUsd: 150.3 }),
      'About ¥219 per 1,000 calls could be saved',
    );
    assert.equal(inCurrency(`one call for ${usdText(0.8)}`, CANADIAN), 'one call for CA$1.09');
    assert.equal(
      savedPerThousand(
        exactly(0.0008),
        numeralsOf(() => CANADIAN),
      ),
      'CA$1.09',
    );
    assert.equal(inCurrency(`costs ${usdRangeText({ ...exactly(1), low: 0.5, high: 2 })}`, EUROS), 'costs €0.435–€1.74');
    assert.equal(inCurrency(`costs ${usdRangeText({ ...exactly(100), high: Number.POSITIVE_INFINITY })}`, EUROS), 'costs €87.00+');
  });

  it('leaves amounts alone that a message quotes of a prompt', () => {
    assert.equal(inCurrency('"Refund up to $50" is sent 3 times', EUROS), '"Refund up to $50" is sent 3 times');
  });
});
