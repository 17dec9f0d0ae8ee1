import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytePairCounter, type Ranks } from '../../../../src/core/tokens/byte-pairs';
import { NO_RANK } from '../../../../src/core/tokens/vocabulary';
import { bytesOf } from './bytes-of';

describe('byte pair merging', () => {
  const tokens = new Map([
    ['aa', 5],
    ['aaaa', 6],
    ['ab', 3],
    ['abc', 9],
    ['bc', 1],
  ]);
  const count = counterOf(tokens);

  it('merges the lowest rank first, the leftmost of equals', () => {
    assert.equal(count('abc'), 1); // bc, then abc
    assert.equal(count('abab'), 2); // ab|ab
    assert.equal(count('aaa'), 2); // aa|a
    assert.equal(count('aaaaa'), 2); // aaaa|a
    assert.equal(count('aab'), 2); // a|ab, not aa|b
    assert.equal(count('z'), 1);
    assert.equal(count('zzz'), 3);
  });

  it('merges a pair whose rank is lower than that of the merge that made it', () => {
    const backwards = counterOf(new Map([...tokens, ['aabc', 0]]));
    assert.equal(backwards('aabc'), 1); // bc, abc, and only then aabc, before any other aa
    assert.equal(backwards(`${'aabc'.repeat(30)}aa`), 31);
  });

  const tables = fc
    .dictionary(fc.stringMatching(/^[abc]{2,5}$/), fc.nat(1000), { maxKeys: 30 })
    .map(table => new Map(Object.keys(table).map((token, index) => [token, ((table[token] ?? 0) << 6) + index])));

  it('agrees with the definition', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[abc]{1,40}$/), tables, (bytes, table) => {
        assert.equal(counterOf(table)(bytes), byDefinition(bytes, table));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with the definition on pieces that need the heap', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[abc]{90,250}$/), tables, (bytes, table) => {
        assert.equal(counterOf(table)(bytes), byDefinition(bytes, table));
      }),
      { numRuns: 200 },
    );
  });

  it('looks up in proportion to the length', () => {
    for (const length of [1000, 8000, 64_000, 512_000]) {
      let lookups = 0;
      const counted = counterOf(tokens, () => lookups++);
      assert.equal(counted('a'.repeat(length)), length / 4);
      // Each pair once, and at most two new pairs for each of the 3/4 · length merges.
      assert.ok(lookups <= length * 2.5, `${lookups} look-ups for ${length} bytes`);
    }
  });
});

function counterOf(table: ReadonlyMap<string, number>, onLookup: () => void = () => undefined): (bytes: string) => number {
  const ranks: Ranks = {
    rankOf: (view, start, length) => {
      onLookup();
      return table.get(Buffer.from(view.buffer, view.byteOffset + start, length).toString('latin1')) ?? NO_RANK;
    },
  };
  const count = bytePairCounter(ranks);
  return bytes => count(bytesOf(bytes), 0, bytes.length);
}

function byDefinition(bytes: string, table: ReadonlyMap<string, number>): number {
  const parts = [...bytes];
  for (;;) {
    let best: { readonly rank: number; readonly at: number } | undefined;
    for (let at = 0; at + 1 < parts.length; at++) {
      const rank = table.get(`${parts[at]}${parts[at + 1]}`);
      if (rank !== undefined && (best === undefined || rank < best.rank)) best = { rank, at };
    }
    if (best === undefined) return parts.length;
    parts.splice(best.at, 2, `${parts[best.at]}${parts[best.at + 1]}`);
  }
}
