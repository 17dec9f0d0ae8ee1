import assert from 'node:assert/strict';
import { breakEvenRows, FINE_TUNE_TO_BEGIN_WITH, SELF_HOST_TO_BEGIN_WITH } from '../../../../../src/core/present/estimator/break-even-rows';
import { exported } from '../../../../../src/core/present/estimator/exports';
import { hitRateLine } from '../../../../../src/core/present/estimator/hit-rate-line';
import { modelsCompared } from '../../../../../src/core/present/estimator/models-compared';
import { scenarioRows } from '../../../../../src/core/present/estimator/scenario-rows';
import { turnLines } from '../../../../../src/core/present/estimator/turn-lines';
import { exactly } from '../../../../../src/core/quote/basis';
import { model, workload } from '../../spend/given';
import { answer, numerals, state, summarise, view } from './given';

describe('the tabs of the estimator', () => {
  it('draw what each turn costs, by what is sent again', () => {
    const { calls } = view([answer({ conversation: { turns: 20 } }), summarise()]);
    const { label, isStated, turns, lines } = turnLines(calls, {}, numerals);
    assert.deepEqual([label, isStated, turns], ['answer', true, 20]);
    const none = lines[0];
    // Turn 20 sends 19 × 400 tokens of history besides 2,100, at $2 a million, for 1,000 calls.
    assert.equal(none?.lastTurn, `$${((19 * 400 + 2100) * 0.002 + 3).toFixed(2)}`);
    const window = lines.find(({ strategy }) => strategy === 'Last 5 turns');
    assert.equal(window?.lastTurn, `$${((5 * 400 + 2100) * 0.002 + 3).toFixed(2)}`);
    assert.equal(turnLines(view([answer()]).calls, {}, numerals).isStated, false);
    assert.deepEqual(turnLines(view([]).calls, {}, numerals).lines, []);
  });

  it('set models side by side, cheapest first, and leave out what has no price', () => {
    const { calls } = view([answer()]);
    const rows = modelsCompared(calls, ['gpt-6-luna', 'no-such-model'], numerals, new WeakMap());
    assert.deepEqual(
      rows.map(({ id, isInUse }) => [id, isInUse]),
      [
        ['gpt-6-luna', false],
        ['claude-sonnet-5-5', true],
      ],
    );
    // Sonnet's 2,100 tokens are 1,500 of o200k's, its 300 are 214; at $0.10 and $0.50 a million.
    assert.equal(rows[0]?.usd.toFixed(4), ((1500 * 0.1 + (300 / 1.4) * 0.5) / 1000).toFixed(4));
    assert.equal(rows[1]?.change, '0%');
  });

  it('compare no model of embeddings with those that answer', () => {
    const embed = workload({ query: 500 }, { id: 'embed', model: model('text-embedding-3-small'), outputCapTokens: 0 });
    const rows = modelsCompared(view([answer(), embed]).calls, ['gpt-6-luna'], numerals, new WeakMap());
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['gpt-6-luna', 'claude-sonnet-5-5'],
    );
    assert.deepEqual(rows, modelsCompared(view([answer()]).calls, ['gpt-6-luna'], numerals, new WeakMap()));
  });

  it('draw what hits of the cache are worth, against no caching', () => {
    const { calls } = view([answer({ callsPerMonth: exactly(1e6) })]);
    const { points, uncachedUsd, paysFrom } = hitRateLine(calls, {}, numerals);
    const rest = 100 * 2 + 300 * 10;
    assert.equal(uncachedUsd.toFixed(2), (2000 * 2 + rest).toFixed(2));
    for (const { hitRate, usd } of points) assert.equal(usd.toFixed(2), (2000 * (hitRate * 0.1 + (1 - hitRate) * 2.5) + rest).toFixed(2));
    assert.deepEqual(paysFrom, ['claude-sonnet-5-5: from 21% of hits, or 2 calls within the time to live']);
  });

  it('say from which volume larger steps pay', () => {
    const { calls, spend } = view([answer({ callsPerMonth: exactly(1e6) })]);
    const rows = breakEvenRows(calls, spend, SELF_HOST_TO_BEGIN_WITH, FINE_TUNE_TO_BEGIN_WITH, numerals);
    const [host, tune] = rows;
    // One GPU: $1,460 and $2,000 a month, at $7,200 for 2.4 billion tokens: $3 a million.
    assert.equal(host?.answer, `From ${numerals.integer(3460 / 3)} million tokens a month`);
    // $833.33 a month over $6.20 less for 1,000 calls.
    assert.equal(tune?.answer, `From ${numerals.integer(5000 / 6 / 0.0062)} calls a month`);
    assert.deepEqual(breakEvenRows(view([]).calls, view([]).spend, SELF_HOST_TO_BEGIN_WITH, FINE_TUNE_TO_BEGIN_WITH, numerals), []);
  });

  it('set scenarios side by side over the same calls, those for one feature included', () => {
    const { calls } = view([answer(), summarise()]);
    const rows = scenarioRows(
      { half: { levers: { batch: { share: 1 } } }, support: { features: { support: { batch: { share: 1 } } } } },
      calls,
      numerals,
      new WeakMap(),
    );
    assert.deepEqual(
      rows.map(({ name, text, levers }) => [name, text, levers]),
      [
        ['Today', '$29.20', ''],
        ['half', '$14.60', 'Batch'],
        ['support', '$25.60', 'Batch'],
      ],
    );
  });

  it('are handed on as CSV, Markdown and JSON with the same total', () => {
    const shown = view([answer(), summarise({ feature: '=HYPERLINK("x"), "quoted"' })], { batch: { share: 1 } });
    const set = state({ batch: { share: 1 } });
    const csv = exported('csv', shown, set, numerals).split('\r\n');
    assert.equal(csv[0], 'kind,name,usd_today,usd_with_levers,per');
    assert.match(csv[1] ?? '', /^total,total,29\.2\d*,14\.6\d*,thousand$/);
    assert.ok(
      csv.some(line => line.startsWith('feature,"\'=HYPERLINK(""x""), ""quoted""",')),
      csv.join('\n'),
    );
    assert.match(exported('markdown', shown, set, numerals), /\| Today \| \$29\.20 \| 100% \|/);
    const json = JSON.parse(exported('json', shown, set, numerals));
    assert.equal(json.today.usd.value.toFixed(2), '29.20');
    assert.deepEqual(json.scenario, { levers: { batch: { share: 1 } } });
  });
});
