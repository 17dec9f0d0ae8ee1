import assert from 'node:assert/strict';
import type { TokenCounting } from '../../../../src/core/prices/model';
import { countText } from '../../../../src/core/tokens/count-text';
import type { Counters } from '../../../../src/core/tokens/counter';
import { rememberCounts } from '../../../../src/core/tokens/remember-counts';

const EXACT: TokenCounting = { encoding: 'o200k_base', factorLow: 1, factor: 1, factorHigh: 1, why: '' };
const BAND: TokenCounting = { encoding: 'o200k_base', factorLow: 1.25, factor: 1.4, factorHigh: 1.56, why: 'no public tokenizer' };

/** A token a character. */
const characters: Counters = () => text => text.length;

describe('counting text for a family', () => {
  it('is exact with the family’s own tokenizer', () => {
    assert.deepEqual(countText('hello', EXACT, characters), { value: 5, low: 5, high: 5, basis: 'exact', why: '' });
  });

  it('is a band with another’s', () => {
    assert.deepEqual(countText('hello', BAND, characters), { value: 7, low: 6, high: 8, basis: 'estimated', why: 'no public tokenizer' });
  });

  it('has ends that are products of decimal fractions, and is never less than a token', () => {
    const claude: TokenCounting = { ...BAND, factorLow: 1.15, factor: 1.2, factorHigh: 1.25 };
    const { low, high } = countText('x'.repeat(12_500), claude, characters);
    assert.deepEqual({ low, high }, { low: 14_375, high: 15_625 });
    const { value, low: least } = countText('x', { ...BAND, factorLow: 0.67, factor: 1, factorHigh: 1.5 }, characters);
    assert.deepEqual({ value, least }, { value: 1, least: 1 });
  });

  it('of nothing is exactly nothing', () => {
    assert.deepEqual(countText('', BAND, characters), { value: 0, low: 0, high: 0, basis: 'exact', why: '' });
  });
});

describe('remembered counts', () => {
  function counting(): { readonly counters: Counters; readonly counted: string[] } {
    const counted: string[] = [];
    return {
      counted,
      counters: encoding => text => {
        counted.push(`${encoding}:${text}`);
        return text.length;
      },
    };
  }

  it('count each text once per encoding', () => {
    const { counters, counted } = counting();
    const remembered = rememberCounts(counters);
    for (const text of ['a', 'b', 'a', 'a']) assert.equal(remembered('o200k_base')(text), 1);
    remembered('cl100k_base')('a');
    assert.deepEqual(counted, ['o200k_base:a', 'o200k_base:b', 'cl100k_base:a']);
  });

  it('forget the text unused for longest when they are full', () => {
    const { counters, counted } = counting();
    const count = rememberCounts(counters, 8)('o200k_base');
    for (const text of ['aaaa', 'bbbb', 'aaaa', 'cccc', 'aaaa', 'bbbb']) count(text);
    assert.deepEqual(
      counted.map(text => text.slice(-4)),
      ['aaaa', 'bbbb', 'cccc', 'bbbb'],
    );
  });

  it('do not hold a text longer than all they may hold', () => {
    const { counters, counted } = counting();
    const count = rememberCounts(counters, 50)('o200k_base');
    count('kept');
    count('x'.repeat(100));
    count('kept');
    count('x'.repeat(100));
    assert.equal(counted.length, 3);
  });
});
