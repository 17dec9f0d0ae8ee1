import assert from 'node:assert/strict';
import type { PassOffer } from '../../../../src/core/compression/compression';
import { acceptText, diffTitle, passRows, runDetail } from '../../../../src/core/present/compression-texts';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { type Estimate, exactly } from '../../../../src/core/quote/basis';

const numerals = numeralsOf();
const unknown = { basis: 'unknown', why: 'model unknown' } as const;
const offer: PassOffer = { id: 'fillers', title: 'Fillers', takes: 'words', changes: 3, savedTokens: 1234, savedUsd: exactly(0.0031) };

describe('what compression says', () => {
  it('is tokens and money for each pass, the largest saving first, with those chosen that change no words', () => {
    const spaces: PassOffer = { ...offer, id: 'spaces', title: 'Spaces', takes: 'white space', changes: 1, savedUsd: unknown };
    const useless: PassOffer = { ...spaces, id: 'useless', savedTokens: -2 };
    assert.deepEqual(passRows([useless, offer, spaces], numerals), [
      {
        id: 'fillers',
        label: 'Fillers',
        description: '−1,234 tokens · −$3.10/1k',
        detail: '3 changes; changes words, so look at each',
        picked: false,
      },
      { id: 'spaces', label: 'Spaces', description: '−1,234 tokens', detail: 'one change; the words stay as they are', picked: true },
      { id: 'useless', label: 'Spaces', description: 'costs 2 tokens', detail: 'one change; the words stay as they are', picked: false },
    ]);
  });

  it('is both sides in the title of the diff', () => {
    const before = { text: '', tokens: exactly(1234), usd: exactly(0.00309) };
    const after = { text: '', tokens: exactly(987), usd: exactly(0.00247) };
    assert.equal(diffTitle({ before, after }, numerals), 'Compressed: 1,234 tokens, $3.09/1k → 987 tokens, $2.47/1k');
    assert.equal(
      diffTitle({ before: { ...before, usd: unknown }, after: { ...after, usd: unknown } }, numerals),
      'Compressed: 1,234 tokens → 987 tokens',
    );
    assert.equal(acceptText({ before, after, changes: [] }, numerals), '0 changes: 247 tokens less in every call.');
  });

  it('has sides that differ by what is saved, though each is less certain than that', () => {
    const estimated = (value: number, half: number): Estimate => ({
      ...{ value, low: value - half, high: value + half },
      ...{ basis: 'estimated', why: 'no public tokenizer' },
    });
    const before = { text: '', tokens: estimated(271, 30), usd: estimated(0.001084, 0.00012) };
    const after = { text: '', tokens: estimated(236, 26), usd: estimated(0.000944, 0.0001) };
    assert.equal(diffTitle({ before, after }, numerals), 'Compressed: ≈271 tokens, $1.08/1k → ≈236 tokens, $0.94/1k');
    assert.equal(diffTitle({ before, after: before }, numerals), 'Compressed: ≈270 tokens, $1.10/1k → ≈270 tokens, $1.10/1k');
  });

  it('is host, size and price before anything is sent', () => {
    const price = { inputTokens: exactly(1200), outputTokens: exactly(1000), usd: exactly(0.0041) };
    const said = runDetail('api.example.org', price, undefined, numerals);
    assert.match(said, /sent to api\.example\.org/);
    assert.match(said, /About 1,200 tokens go in, and up to 1,000 come back/);
    assert.match(said, /costs up to \$0\.0041, without what the model may think\./);
    assert.match(runDetail('h', { ...price, usd: unknown }, undefined, numerals), /What that costs is not known: model unknown\./);
    assert.match(runDetail('h', { ...price, usd: unknown }, 'Your plan.', numerals), /Your plan\./);
  });
});
