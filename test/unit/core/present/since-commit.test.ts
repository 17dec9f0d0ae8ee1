import assert from 'node:assert/strict';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { changeSince } from '../../../../src/core/present/since-commit';
import { requestStatus } from '../../../../src/core/present/status-bar';
import { exactly } from '../../../../src/core/quote/basis';
import { band, quote, unknown } from './quote-sample';

describe('the change since the last commit', () => {
  const numerals = numeralsOf();
  const tokens = (before: ReturnType<typeof band>, now: ReturnType<typeof band>) =>
    changeSince({ ...quote, inputTokens: before }, { ...quote, inputTokens: now }, numerals).tokens;

  it('stands behind the tokens', () => {
    const committed = { ...quote, inputTokens: band(1831, 1825, 1837), inputUsd: exactly(0.003662), maxCallUsd: exactly(0.013902) };
    const status = requestStatus(quote, numerals, committed);
    assert.equal(status.text, '≈2,143 tok (+312 since last commit) · $0.0145/call');
    assert.match(status.tooltip, /\nSince the last commit: \+312 tokens, \+\$0\.00062\d* per call\.\n/);
  });

  it('stands behind the money where only that has changed', () => {
    const status = requestStatus(quote, numerals, { ...quote, maxCallUsd: exactly(0.024526) });
    assert.equal(status.text, '≈2,143 tok · $0.0145/call (−$0.01 since last commit)');
    assert.match(status.tooltip, /\nSince the last commit: −\$0\.01 per call\.\n/);
  });

  it('is not mentioned where there is none', () => {
    assert.deepEqual(requestStatus(quote, numerals, quote), requestStatus(quote, numerals));
    assert.deepEqual(changeSince({ ...quote, maxCallUsd: exactly(0.1 + 0.2) }, { ...quote, maxCallUsd: exactly(0.3) }, numerals), {});
  });

  it('has no digits finer than its band', () => {
    assert.equal(tokens(band(1000, 950, 1050), band(1712, 1620, 1804)), '+710');
    assert.equal(tokens(exactly(1712), exactly(1000)), '−712');
  });

  it('is the change of what is known, where a part has no size', () => {
    const open = Number.POSITIVE_INFINITY;
    assert.equal(tokens(band(1000, 1000, open), band(1312, 1312, open)), '+312');
    assert.equal(tokens(band(1000, 1000, 1000), band(1312, 1312, open)), '+312+');
    assert.equal(tokens(band(1000, 1000, open), band(1312, 1312, 1312)), undefined);
  });

  it('is not known where the bands leave its direction open', () => {
    assert.equal(tokens(band(1000, 900, 1100), band(1010, 880, 1200)), undefined);
  });

  it('is not known where one of the prices is not', () => {
    const committed = { ...quote, maxCallUsd: unknown('no price') };
    assert.deepEqual(changeSince(committed, quote, numerals), {});
    assert.deepEqual(changeSince(quote, committed, numerals), {});
    const uncapped = { ...quote, maxCallUsd: unknown('no cap') };
    assert.equal(changeSince({ ...uncapped, inputUsd: exactly(0.003286) }, uncapped, numerals).usd, '+$0.001');
  });
});
