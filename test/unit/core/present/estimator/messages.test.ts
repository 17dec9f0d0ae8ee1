import assert from 'node:assert/strict';
import { estimatorData } from '../../../../../src/core/present/estimator/estimator-data';
import { SCAN_STATES } from '../../../../../src/core/present/scan-state';
import type { Finding } from '../../../../../src/core/quote/analysis';
import { fromEstimatorSchema, toEstimatorSchema } from '../../../../../src/protocol/estimator';
import { model } from '../../spend/given';
import { band, quote, span } from '../quote-sample';

const finding: Finding = {
  rule: 'no-dynamic-prefix',
  at: span(1, 2),
  message: 'a clock',
  certainty: 'confirmed',
  severity: 'warning',
  site: quote.site.identity,
  saving: band(0.002, 0.001, 0.003),
  fixes: [{ id: '1', title: 'Move it (saves $2.00)', effect: 'reorder', preferred: true }],
};

const open = { ...quote, parts: quote.parts.map(part => ({ ...part, tokens: band(100, 100, Number.POSITIVE_INFINITY) })) };
const file = (path: string) => ({ uri: `file:///w/${path}`, path, quotes: [open], findings: [finding] });
const data = estimatorData([file('src/answer.py'), file('tests/test_answer.py')], {
  scan: 'done',
  models: [model('gpt-6-luna')],
  scenarios: { spring: { levers: { batch: { share: [0.2, 0.4] } } } },
  tasks: [{ task: 'ticket', calls: 1, usdPerTask: { basis: 'unknown', why: 'no price' }, usdPerResolvedTask: band(1, 1, 1) }],
  day: '2026-11-20',
});

describe('what goes between the estimator and its page', () => {
  it('is the same on the other side, sizes that nobody knows included', () => {
    const sent: unknown = JSON.parse(JSON.stringify({ type: 'data', data, currency: { code: 'EUR', perUsd: 0.87 } }));
    const parsed = toEstimatorSchema.parse(sent);
    assert.equal(parsed.type, 'data');
    assert.deepEqual(parsed.type === 'data' && parsed.data, data);
    assert.equal(parsed.type === 'data' && parsed.data.workloads[0]?.tokens.query.high, Number.POSITIVE_INFINITY);
  });

  it('holds the calls of the product, and says how many of tests are left out', () => {
    assert.equal(data.workloads.length, 1);
    assert.equal(data.aside, 1);
    assert.deepEqual(
      data.next.map(({ fix, path }) => [fix, path]),
      [['Move it', 'src/answer.py']],
    );
    assert.equal(data.workloads[0]?.fixedPrefixTokens?.value, 100);
  });

  it('says where the scan is, also of a workspace that has none', () => {
    for (const scan of SCAN_STATES) {
      const message = { type: 'data', data: { ...data, scan }, currency: { code: 'USD', perUsd: 1 } };
      assert.ok(toEstimatorSchema.safeParse(JSON.parse(JSON.stringify(message))).success, scan);
    }
  });

  it('is refused where it is none', () => {
    assert.ok(
      !toEstimatorSchema.safeParse({
        type: 'data',
        data: { ...data, workloads: [{ id: 'x' }] },
        currency: { code: 'EUR', perUsd: 0.87 },
      }).success,
    );
    assert.ok(!fromEstimatorSchema.safeParse({ type: 'open', at: { uri: 'file:///w/a.py', start: -1, end: 2 } }).success);
    assert.ok(!fromEstimatorSchema.safeParse({ type: 'save-scenario', name: 'x', scenario: { levers: { batch: { share: 7 } } } }).success);
    assert.ok(!fromEstimatorSchema.safeParse({ type: 'run', command: 'rm' }).success);
    assert.ok(fromEstimatorSchema.safeParse({ type: 'ready' }).success);
  });
});
