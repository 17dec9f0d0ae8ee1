import assert from 'node:assert/strict';
import { lensTitle } from '../../../../src/core/present/lens';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { prefixMarks } from '../../../../src/core/present/prefix-marks';
import { requestHover } from '../../../../src/core/present/request-hover';
import type { Quote } from '../../../../src/core/quote/analysis';
import type { Estimate } from '../../../../src/core/quote/basis';
import { band, quote, span, uri } from './quote-sample';

const numerals = numeralsOf();

/** What lens, hover and editor tell of a prefix that nothing asks to cache; its model caches from 512 tokens on. */
function told(tokens: Estimate) {
  const prefix = { ...quote.prefix, state: 'not-asked' as const, why: 'caching has to be asked for', at: [span(200, 210)], tokens };
  const notAsked: Quote = { ...quote, prefix };
  const options = { density: 'tokens', template: '', minimumUsdPerThousandCalls: 0 } as const;
  const analysis = { uri, version: 1, quotes: [notAsked], findings: [], problems: [], pending: [], dependsOn: [] };
  return {
    lens: lensTitle(notAsked, [], options, numerals),
    hover: /Cacheable prefix: .*?\.(?=\n| Input|$)/m.exec(requestHover(notAsked, [], [], numerals))?.[0],
    marks: prefixMarks(analysis).prefix.length,
  };
}

describe('a prefix that nothing asks to cache', () => {
  it('is cacheable where it is long enough', () => {
    assert.deepEqual(told(band(600, 590, 610)), {
      lens: '≈2,143 in (≈600 cacheable) → ≤1,024 out',
      hover: 'Cacheable prefix: **≈600 tok**, cacheable, but the request doesn’t ask for it (caching has to be asked for).',
      marks: 1,
    });
  });

  it('is not cacheable where it is too short, or perhaps', () => {
    assert.deepEqual(told(band(11, 10, 12)), {
      lens: '≈2,143 in → ≤1,024 out',
      hover: 'Cacheable prefix: **≈11 tok**, too short to be cached (shorter than the 512 tokens this model caches from).',
      marks: 0,
    });
    const { lens, marks } = told(band(510, 500, 520));
    assert.deepEqual([lens, marks], ['≈2,143 in (≈510 perhaps cacheable) → ≤1,024 out', 1]);
  });
});
