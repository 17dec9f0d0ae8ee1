import assert from 'node:assert/strict';
import { asItCountsNow, callersFound } from '../../../../src/core/present/callers-found';
import { lensTitle } from '../../../../src/core/present/lens';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { siteActions } from '../../../../src/core/present/site-actions';
import type { Quote } from '../../../../src/core/quote/analysis';
import { exactly } from '../../../../src/core/quote/basis';
import { quote, site, span, statedAs, uri } from './quote-sample';

const numerals = numeralsOf();
const inner: Quote = { ...quote, site: { ...site, isWrapper: true }, stated: statedAs({ usdPerMonth: exactly(522) }) };
const caller = (start: number): Quote => ({
  ...quote,
  site: { ...site, identity: 'caller/anthropic-messages#0', kind: 'wrapper-call', innerCalls: [span(start, start + 200)] },
});
const file = (path: string, ...quotes: readonly Quote[]) => ({ path, quotes });

describe('a wrapper’s inner call in an editor', () => {
  const lens = (shown: Quote) => lensTitle(shown, [], { density: 'compact', template: '', minimumUsdPerThousandCalls: 0 }, numerals) ?? '';
  const shown = (files: ReturnType<typeof file>[], now: readonly Quote[] = [inner], asked = inner) =>
    asItCountsNow(asked, now, files[0], callersFound(files));

  it('has its price, its month and its traffic where nobody in the workspace calls it', () => {
    const counted = shown([file('bot.py', inner)]);
    assert.match(lens(counted), /\/call · \$522\/month/);
    const analysis = { uri, version: 1, quotes: [inner], findings: [], problems: [], pending: [], dependsOn: [] };
    assert.ok(siteActions(analysis, counted, true).some(({ does }) => does === 'traffic'));
  });

  it('is found again where it has moved since', () => {
    const moved: Quote = { ...inner, site: { ...inner.site, at: span(500, 700) } };
    assert.match(lens(shown([file('bot.py', inner)], [moved], moved)), /\/month/);
    assert.match(lens(shown([file('bot.py', inner), file('main.py', caller(100))], [moved], moved)), /left to its callers/);
  });

  it('is left to its callers where there are any, or were added just now', () => {
    assert.match(lens(shown([file('bot.py', inner), file('main.py', caller(100))])), /left to its callers/);
    assert.match(lens(shown([file('bot.py', inner)], [inner, caller(100)])), /left to its callers/);
  });

  it('is left to its callers where nobody has looked for them', () => {
    assert.match(lens(asItCountsNow(inner, [inner], undefined, callersFound([]))), /left to its callers/);
    const added: Quote = { ...inner, site: { ...inner.site, identity: 'added/anthropic-messages#0' } };
    assert.match(lens(shown([file('bot.py', inner)], [inner, added], added)), /left to its callers/);
  });

  it('of a function that calls itself is counted where others call the function', () => {
    const again: Quote = {
      ...inner,
      site: {
        ...inner.site,
        identity: 'again/anthropic-messages#0',
        kind: 'wrapper-call',
        at: span(300, 340),
        innerCalls: [inner.site.at],
      },
    };
    const other: Quote = { ...again, site: { ...again.site, symbol: 'another', at: span(400, 440) } };
    const counted = (...files: ReturnType<typeof file>[]) => callersFound(files)('bot.py', again);
    assert.equal(counted(file('bot.py', inner, again), file('main.py', caller(100))), true);
    assert.equal(counted(file('bot.py', inner, again)), false);
    assert.equal(callersFound([file('bot.py', inner, other), file('main.py', caller(100))])('bot.py', other), false);
  });
});
