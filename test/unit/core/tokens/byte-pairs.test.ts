import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countBytePairs } from '../../../../src/core/tokens/byte-pairs';
import { fromBase64, toUtf8 } from '../../../../src/core/tokens/bytes';

describe('byte pair merging', () => {
  const ranks = new Map([
    ['aa', 5],
    ['aaaa', 6],
    ['ab', 3],
    ['abc', 9],
    ['bc', 1],
  ]);
  const count = (bytes: string) => countBytePairs(bytes, token => ranks.get(token), 4);

  it('merges the lowest rank first, the leftmost of equals', () => {
    assert.equal(count('abc'), 1); // bc, then abc
    assert.equal(count('abab'), 2); // ab|ab
    assert.equal(count('aaa'), 2); // aa|a
    assert.equal(count('aaaaa'), 2); // aaaa|a
    assert.equal(count('aab'), 2); // a|ab, not aa|b
    assert.equal(count(''), 0);
    assert.equal(count('z'), 1);
    assert.equal(count('zzz'), 3);
  });

  it('agrees with the obvious algorithm', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[abc]{0,40}$/), fc.dictionary(fc.stringMatching(/^[abc]{2,5}$/), fc.nat(1000)), (bytes, table) => {
        const unique = new Map(Object.keys(table).map((token, index) => [token, ((table[token] ?? 0) << 6) + index]));
        const rankOf = (token: string) => unique.get(token);
        assert.equal(countBytePairs(bytes, rankOf, 5), byScanning(bytes, rankOf));
      }),
      { numRuns: 2000 },
    );
  });

  it('looks up in proportion to the length', () => {
    for (const length of [1000, 8000, 60_000]) {
      let lookups = 0;
      const rankOf = (token: string): number | undefined => {
        lookups++;
        return ranks.get(token);
      };
      assert.equal(countBytePairs('a'.repeat(length), rankOf, 4), length / 4);
      // Each pair once, and two new pairs for each of the 3/4 · length merges, of which those over four bytes aren't looked up.
      assert.ok(lookups <= length * 2, `${lookups} lookups for ${length} bytes`);
    }
  });
});

function byScanning(bytes: string, rankOf: (token: string) => number | undefined): number {
  const parts = [...bytes];
  for (;;) {
    let best: { readonly rank: number; readonly at: number } | undefined;
    for (let at = 0; at + 1 < parts.length; at++) {
      const rank = rankOf(`${parts[at]}${parts[at + 1]}`);
      if (rank !== undefined && (best === undefined || rank < best.rank)) best = { rank, at };
    }
    if (best === undefined) return parts.length;
    parts.splice(best.at, 2, `${parts[best.at]}${parts[best.at + 1]}`);
  }
}

describe('bytes', () => {
  it('encodes UTF-8 as the platform does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        assert.equal(toUtf8(text), Buffer.from(text, 'utf8').toString('latin1'));
      }),
    );
    assert.equal(toUtf8('\ud800'), Buffer.from('\ufffd', 'utf8').toString('latin1'));
  });

  it('decodes base64 as the platform does', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        assert.equal(fromBase64(Buffer.from(bytes).toString('base64')), Buffer.from(bytes).toString('latin1'));
      }),
    );
  });
});
