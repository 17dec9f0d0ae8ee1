import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenTable } from '../../../../scripts/token-tables';
import { NO_RANK, Vocabulary } from '../../../../src/core/tokens/vocabulary';
import { bytesOf } from './bytes-of';

const binary = (maxLength: number) => fc.uint8Array({ minLength: 1, maxLength }).map(bytes => Buffer.from(bytes).toString('latin1'));

function vocabularyOf(tokens: readonly string[]): Vocabulary {
  return new Vocabulary(tokenTable(tokens.map(token => Buffer.from(token, 'latin1'))));
}

describe('vocabulary', () => {
  it('knows the rank of each token, and of nothing else', () => {
    const tokens = fc.uniqueArray(fc.oneof(binary(3), binary(12), binary(255)), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(tokens, fc.array(binary(20)), (known, others) => {
        const vocabulary = vocabularyOf(known);
        for (const [rank, token] of known.entries()) assert.equal(vocabulary.rankOf(bytesOf(token), 0, token.length), rank);
        const cut = known.flatMap(token => [token.slice(1), token.slice(0, -1), `${token}\0`, `${token}x`]);
        for (const other of [...others, ...cut.filter(bytes => bytes !== '')]) {
          const expected = known.indexOf(other);
          assert.equal(vocabulary.rankOf(bytesOf(other), 0, other.length), expected < 0 ? NO_RANK : expected, JSON.stringify(other));
        }
      }),
    );
  });

  it('finds a token at any place of a text', () => {
    const vocabulary = vocabularyOf(['a', 'tokens', 'longer than a slot']);
    const text = bytesOf('xxtokensxlonger than a slotx');
    assert.equal(vocabulary.rankOf(text, 2, 6), 1);
    assert.equal(vocabulary.rankOf(text, 9, 18), 2);
    assert.equal(vocabulary.rankOf(text, 9, 19), NO_RANK);
  });

  it('refuses what is no table', () => {
    const table = tokenTable([Buffer.from('one'), Buffer.from('two')]);
    const other = table.slice();
    other[0] = 0;
    for (const bad of [new Uint8Array(0), table.subarray(0, 4), table.subarray(0, -4), table.subarray(1), other])
      assert.throws(() => new Vocabulary(bad), /not a token table/);
  });
});
