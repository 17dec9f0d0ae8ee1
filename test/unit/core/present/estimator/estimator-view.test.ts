import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newMemory } from '../../../../../src/core/present/estimator/calls';
import { estimatorView } from '../../../../../src/core/present/estimator/estimator-view';
import { exactly } from '../../../../../src/core/quote/basis';
import { assertInProportion } from '../../../growth';
import { model } from '../../spend/given';
import { band } from '../quote-sample';
import { answer, data, numerals, state, summarise, view } from './given';

const ANSWER = (2100 * 2 + 300 * 10) / 1e6;
const SUMMARISE = (10_000 * 2 + 200 * 10) / 1e6;

describe('the estimator', () => {
  it('speaks of 1,000 of each call, and says what it would need, until traffic is stated', () => {
    const { headline } = view([answer(), summarise()]);
    assert.equal(headline.today, `$${((ANSWER + SUMMARISE) * 1000).toFixed(2)} for 1,000 of each call`);
    assert.match(headline.notes.join(' '), /State how often calls are made/);
    assert.equal(headline.advice, '');
  });

  it('speaks of a month as soon as one number is stated', () => {
    const { headline, calls } = view([answer(), summarise()], {}, { callsPerDay: 500 });
    assert.equal(calls.per, 'month');
    const month = (ANSWER + SUMMARISE) * 500 * 30;
    assert.equal(headline.today, `$${month.toFixed(0)} a month`);
    assert.equal(headline.basis, 'assumed');
    assert.match(headline.reasons.join(' '), /as stated in the estimator/);
  });

  it('leaves out of a month what nobody stated the traffic of, and says so', () => {
    const { headline, calls } = view([answer({ callsPerMonth: exactly(30_000) }), summarise()]);
    assert.equal(calls.withoutTraffic, 1);
    assert.equal(headline.today, `$${(ANSWER * 30_000).toFixed(0)} a month`);
    assert.match(headline.notes.join(' '), /1 call has no stated traffic and is left out/);
  });

  it('advises to leave it where volume is small', () => {
    assert.match(view([answer({ callsPerMonth: exactly(29_999) })]).headline.advice, /costs more than it saves/);
    assert.match(view([answer({ callsPerMonth: exactly(30_001) })]).headline.advice, /seldom do before 10,000/);
    assert.equal(view([answer({ callsPerMonth: exactly(300_000) })]).headline.advice, '');
  });

  it('has parts that add up to the total, today and with levers', () => {
    const { composition, spend } = view([answer(), summarise()], { batch: { share: 0.5 }, caching: {} });
    const sum = (of: 'todayUsd' | 'afterUsd') => composition.reduce((total, row) => total + row[of], 0);
    assert.ok(Math.abs(sum('todayUsd') - spend.today.usd.value) < 1e-9);
    assert.ok(Math.abs(sum('afterUsd') - spend.after.usd.value) < 1e-9);
    assert.deepEqual(
      composition.map(({ label, today }) => `${label} ${today}`),
      ['System prompt $4.00', 'Query $20.20', 'Output $5.00'],
    );
  });

  it('falls from today to what the levers leave, each step beginning where the one before it ended', () => {
    const { waterfall } = view([answer(), summarise()], { batch: { share: 1 }, output: { tokens: 100 } });
    assert.deepEqual(
      waterfall.map(({ label, text, kind }) => [label, text, kind]),
      [
        ['Today', '$29.20', 'total'],
        ['Batch', '−$14.60', 'saves'],
        ['Shorter output', '−$1.50', 'saves'],
        ['With these levers', '$13.10', 'total'],
      ],
    );
    for (const [index, row] of waterfall.slice(2, -1).entries()) assert.equal(row.fromUsd, waterfall[index + 1]?.toUsd);
  });

  it('prints sums that a reader can check: steps, parts and features add up to the bills', () => {
    const printed = (text: string) => Number(text.replaceAll('−', '-').replace(/[$,+]/g, ''));
    const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is printed beside ${b}`);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (calls, tokens, share) => {
          const levers = { batch: { share }, output: { tokens }, caching: {} };
          const { waterfall, composition, features } = view([answer(), summarise()], levers, { callsPerDay: calls / 100 });
          const figures = waterfall.map(({ text }) => printed(text));
          const [before = 0, left = 0] = [figures[0], figures.at(-1)];
          near(
            figures.slice(0, -1).reduce((sum, step) => sum + step, 0),
            left,
          );
          for (const rows of [composition, features]) {
            near(
              rows.reduce((sum, { today }) => sum + printed(today), 0),
              before,
            );
            near(
              rows.reduce((sum, { after }) => sum + printed(after), 0),
              left,
            );
          }
        },
      ),
    );
  });

  it('shows a lever that loses money as a cost', () => {
    const rarely = answer({ callsPerMonth: exactly(100) });
    const { waterfall, headline } = view([rarely], { caching: {} });
    assert.equal(waterfall[1]?.kind, 'costs');
    assert.match(waterfall[1]?.text ?? '', /^\+/);
    assert.match(headline.after, / more$/);
    assert.equal(view([rarely], { caching: { onlyWhereItPays: true } }).waterfall.length, 2);
  });

  it('counts on the fixes that were found, where the levers say so', () => {
    const broken = answer({ prefixTokens: exactly(0), fixedPrefixTokens: exactly(2000) });
    const steps = (afterFixes: boolean) => view([broken], { caching: { hitRate: 1, afterFixes } }).waterfall;
    assert.equal(steps(false).length, 2);
    // 2,000 tokens at $0.10 instead of $2.
    assert.equal(steps(true)[1]?.text, '−$3.80');
  });

  it('shows features dearest first, those without a price last', () => {
    const unpriced = { ...answer({ id: 'other', feature: 'other', whyUnpriced: 'model unknown' }) };
    const { model: _, ...withoutModel } = unpriced;
    const { features, headline } = view([answer(), summarise(), withoutModel]);
    assert.deepEqual(
      features.map(({ feature, today }) => [feature, today]),
      [
        ['reports', '$22.00'],
        ['support', '$7.20'],
        ['other', 'price unknown'],
      ],
    );
    assert.match(headline.notes.join(' '), /1 call has no known price and is left out/);
  });

  it('says what announced prices would make of the bill, and that they can be called off', () => {
    const argon = answer({ model: model('gemini-4-argon') });
    // $2 in and $10 out, doubling on 2026-12-01.
    const note = view([argon]).headline.notes.find(each => each.includes('2026-12-01'));
    assert.equal(note, 'At the prices announced for 2026-12-01 this would be $14.40 instead of $7.20. Such a change can be called off.');
    assert.ok(!view([answer()]).headline.notes.some(each => each.includes('announced')));
  });

  it('can be about one feature', () => {
    assert.equal(view([answer(), summarise()], {}, { feature: 'support' }).headline.today, '$7.20 for 1,000 of each call');
  });

  it('ranks what to do next by what it saves on these calls, and knows where it stands', () => {
    const at = { uri: 'file:///w/a.py', start: 5, end: 9 };
    const step = (rule: string, workload: string, usd: number | undefined) => ({
      rule,
      message: rule,
      path: 'a.py',
      at,
      workload,
      isConfirmed: true,
      ...(usd === undefined ? {} : { savesUsd: exactly(usd) }),
    });
    const next = [
      step('no-money', 'answer', undefined),
      step('small', 'answer', 0.001),
      step('large', 'summarise', 0.002),
      step('gone', 'elsewhere', 1),
    ];
    const { next: rows } = view([answer(), summarise()], {}, {}, { next });
    assert.deepEqual(
      rows.map(({ title, saves }) => [title, saves]),
      [
        ['large', '$2.00'],
        ['small', '$1.00'],
        ['no-money', ''],
      ],
    );
    assert.deepEqual(rows[0]?.at, at);
  });

  it('names what has no fix by its message, in which code looks like the rest', () => {
    const at = { uri: 'file:///w/a.py', start: 5, end: 9 };
    const message = '`gpt-4o` goes. It recommends `gpt-6-luna`.';
    const step = { rule: 'no-retired-model', message, path: 'a.py', at, workload: 'answer', isConfirmed: true };
    assert.equal(view([answer()], {}, {}, { next: [step] }).next[0]?.title, 'gpt-4o goes. It recommends gpt-6-luna.');
  });

  it('rounds what a step saves by its band, as the lens and the fix do', () => {
    const at = { uri: 'file:///w/a.py', start: 5, end: 9 };
    const step = { rule: 'no-dynamic-prefix', message: 'moved', path: 'a.py', at, workload: 'answer', isConfirmed: true };
    const { next } = view([answer()], {}, {}, { next: [{ ...step, savesUsd: band(0.00665, 0.0064, 0.0069) }] });
    assert.equal(next[0]?.saves, '$6.70');
  });

  it('says in one clause what all calls leave open, and names a few', () => {
    const why = ['calls are as long as their cap', ...'abcdefgh'].map(name => (name.length === 1 ? `without ${name}` : name)).join('; ');
    const tokens = { ...answer().tokens, query: { ...exactly(100), why } };
    const { headline } = view([answer({ tokens })]);
    assert.deepEqual(headline.reasons.slice(0, 2), ['calls are as long as their cap', 'without a, b, c, d, e and 3 more']);
  });

  it('says which answers it assumes, that the side bar has not', () => {
    const note = /3 calls have no cap: answers of 500 tokens are assumed, where the side bar counts the input alone/;
    assert.match(view([answer()], {}, {}, { withoutCap: 3 }).headline.notes.join(' '), note);
    assert.doesNotMatch(view([answer()], {}, {}, { withoutCap: 0 }).headline.notes.join(' '), /no cap/);
    const reads = { ...answer().caching, readTokens: exactly(2000) };
    assert.match(
      view([answer({ caching: reads }), summarise()]).headline.notes.join(' '),
      /1 call reads from the cache what the one before it wrote/,
    );
  });

  it('marks what has more than anybody knows', () => {
    const open = answer();
    const tokens = { ...open.tokens, query: band(100, 100, Number.POSITIVE_INFINITY) };
    const { composition, headline } = view([{ ...open, tokens }], { batch: { share: 0.5 } });
    assert.equal(composition.find(({ part }) => part === 'query')?.today, '$0.20+');
    assert.match(composition.find(({ part }) => part === 'query')?.after ?? '', /^\$0\.\d+\+$/);
    assert.match(headline.today, /^\$7\.\d+\+ for/);
    assert.match(headline.after, /^\$[\d.]+\+ with these levers: /);
    const unsized = { ...open.tokens, query: band(0, 0, Number.POSITIVE_INFINITY) };
    const row = view([{ ...open, tokens: unsized }], { batch: { share: 0.5 } }).composition.find(({ part }) => part === 'query');
    assert.deepEqual([row?.today, row?.after], ['unknown', 'unknown']);
  });

  it('writes what 1,000 calls of a feature cost with digits of its own, however large the whole is', () => {
    const small = answer({
      id: 'small',
      feature: 'small',
      tokens: { ...answer().tokens, system: exactly(10), query: exactly(5), output: exactly(2) },
    });
    const { features } = view([answer({ callsPerMonth: exactly(1e7) }), { ...small, callsPerMonth: exactly(100) }]);
    // 15 tokens at $2 and 2 at $10 a million.
    assert.equal(features.find(({ feature }) => feature === 'small')?.perThousand, '$0.05');
  });

  it('is worked out for each step of a slider in proportion to the calls', function () {
    this.timeout(60_000);
    assertInProportion(500, length => {
      const calls = Array.from({ length }, (_, index) => answer({ id: String(index), callsPerMonth: exactly(10_000 + index) }));
      const memory = newMemory();
      for (const hitRate of [0, 0.3, 0.6])
        estimatorView(
          data(calls),
          state({ batch: { share: 0.2 }, routing: [{ model: 'gpt-6-luna', share: 0.2 }], caching: { hitRate } }),
          numerals,
          memory,
        );
    });
  });
});
