import assert from 'node:assert/strict';
import { type LensOptions, lensTitle } from '../../../../src/core/present/lens';
import { monthLine } from '../../../../src/core/present/month';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { requestHover } from '../../../../src/core/present/request-hover';
import { spendHeadline, spendTree } from '../../../../src/core/present/spend-tree';
import type { Quote } from '../../../../src/core/quote/analysis';
import { type Estimate, exactly } from '../../../../src/core/quote/basis';
import { quote, site, statedAs, unknown } from './quote-sample';

const numerals = numeralsOf();
const full: LensOptions = { density: 'full', template: '', minimumUsdPerThousandCalls: 0 };

function assumed(low: number, high = low): Estimate {
  return { value: (low + high) / 2, low, high, basis: 'assumed', why: 'promptfare.json, "src/**"; on 30 days' };
}

const stated = statedAs({
  meanCallUsd: assumed(0.0145),
  callsPerDay: assumed(1200),
  callsPerMonth: assumed(36_000),
  usdPerMonth: assumed(522),
});

describe('money per month', () => {
  const lens = (changed: Partial<Quote>, options: Partial<LensOptions> = {}) =>
    lensTitle({ ...quote, ...changed }, [], { ...full, ...options }, numerals);

  it('stands in the lens where traffic is stated, and nowhere else', () => {
    assert.equal(lens({ stated }), '≈2,143 in (≈1,980 cacheable) → ≤1,024 out · $0.0145/call · $522/month · claude-sonnet-5-5');
    assert.equal(lens({ stated }, { density: 'compact' }), '≈2,143 → ≤1,024 out · $0.0145/call · $522/month');
    assert.equal(lens({ stated }, { template: '{perMonth}' }), '$522/month');
    assert.doesNotMatch(lens({}) ?? '', /month/);
    assert.doesNotMatch(lens({ stated: statedAs({}) }) ?? '', /month/);
  });

  it('is a range where the answer or the traffic is one, and says what is not in it', () => {
    assert.match(lens({ stated: { ...stated, usdPerMonth: assumed(100, 522) } }) ?? '', / · \$100–\$522\/month · /);
    assert.match(lens({ stated: { ...stated, of: 'input' } }) ?? '', / · \$522\/month \+ output · /);
  });

  it('is nothing of a wrapper’s inner call, which its callers pay', () => {
    assert.doesNotMatch(lens({ stated, site: { ...site, isWrapper: true } }) ?? '', /month/);
    assert.equal(monthLine({ ...quote, stated, site: { ...site, isWrapper: true } }, numerals), '');
  });

  it('says in the hover what it rests on', () => {
    assert.equal(
      monthLine({ ...quote, stated }, numerals),
      '**$522 per month** for 36,000 calls (assumed: promptfare.json, "src/\\*\\*"; on 30 days).',
    );
    assert.match(requestHover({ ...quote, stated }, [], [], numerals), /\*\*\$522 per month\*\*/);
    const growing = { ...stated, callsPerMonth: assumed(30_000, 36_000), growthPerMonth: 0.1 };
    assert.match(monthLine({ ...quote, stated: growing }, numerals), /for 30,000–36,000 calls, 10% more each month \(/);
  });

  it('is unknown, with the reason, where the price is', () => {
    const without = { ...stated, usdPerMonth: unknown('gpt-9 is not in the catalogue') };
    assert.equal(
      monthLine({ ...quote, stated: without }, numerals),
      'Per month unknown for 36,000 calls: gpt\\-9 is not in the catalogue.',
    );
  });

  it('adds up in the tree, which says of how many calls', () => {
    const file = (path: string, quotes: readonly Quote[]) => ({ uri: `file:///${path}`, path, quotes, findings: [] });
    const other = { ...quote, site: { ...site, identity: 'other/openai-chat#0' } };
    const files = [file('src/a.py', [{ ...quote, stated }]), file('src/b.py', [{ ...other, stated }, quote])];
    const [folder] = spendTree(files, numerals);
    assert.match(folder?.description ?? '', /\$1,044\/month for 2 of 3 calls/);
    assert.match(spendHeadline(files, numerals), /\$1,044\/month for 2 of 3 calls/);
    assert.match(folder?.children.find(child => child.label === 'a.py')?.description ?? '', /^\$522\/month$/);
    assert.doesNotMatch(spendHeadline([file('src/b.py', [quote])], numerals), /month/);
  });

  it('puts what is dear each month first', () => {
    const file = (path: string, usdPerCall: number, usdPerMonth: number) => ({
      uri: `file:///${path}`,
      path,
      quotes: [{ ...quote, maxCallUsd: exactly(usdPerCall), stated: { ...stated, usdPerMonth: assumed(usdPerMonth) } }],
      findings: [],
    });
    const labels = spendTree([file('rare.py', 5, 10), file('often.py', 1, 1000)], numerals).map(({ label }) => label);
    assert.deepEqual(labels, ['often.py', 'rare.py']);
  });
});
