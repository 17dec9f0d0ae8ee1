import assert from 'node:assert/strict';
import { newMemory } from '../../../../../src/core/present/estimator/calls';
import { growthRows } from '../../../../../src/core/present/estimator/growth-rows';
import { estimateOf } from '../../../../../src/core/spend/stated';
import { answer, numerals, view } from './given';

const month = (calls: number) => ({ callsPerMonth: estimateOf(calls, 'stated') });

describe('traffic that grows', () => {
  const growing = answer({ ...month(10_000), growthPerMonth: 0.1 });
  const rows = (...workloads: Parameters<typeof view>[0]) => growthRows(view(workloads).calls, {}, numerals, newMemory());

  it('makes each month (1 + growth) times the one before', () => {
    const found = rows(growing);
    assert.equal(found.length, 13);
    const [now, next] = found;
    const last = found.at(-1);
    assert.ok(now !== undefined && next !== undefined && last !== undefined);
    assert.ok(Math.abs(next.todayUsd - now.todayUsd * 1.1) < 1e-9);
    assert.ok(Math.abs(last.todayUsd - now.todayUsd * 1.1 ** 12) < 1e-9);
    assert.equal(last.calls, '31,384');
  });

  it('leaves calls alone of which no growth is stated', () => {
    const both = rows(growing, answer({ id: 'steady', ...month(10_000) }));
    const [now] = both;
    const last = both.at(-1);
    assert.ok(now !== undefined && last !== undefined);
    assert.ok(Math.abs(last.todayUsd - (now.todayUsd / 2) * (1 + 1.1 ** 12)) < 1e-9);
  });

  it('is told in the headline, and nothing is told where none is stated', () => {
    assert.match(view([growing]).growth, /^In 12 months, as calls grow: \$[\d,.]+ a month\.$/);
    assert.match(view([growing], { batch: { share: 0.5 } }).growth, /a month, \$[\d,.]+ with these levers\.$/);
    assert.equal(view([answer(month(10_000))]).growth, '');
    assert.equal(view([answer({ growthPerMonth: 0.1 })]).growth, '');
    assert.deepEqual(rows(answer(month(10_000))), []);
  });

  it('may shrink', () => {
    const found = rows(answer({ ...month(1000), growthPerMonth: -0.5 }));
    assert.ok((found[1]?.todayUsd ?? 1) < (found[0]?.todayUsd ?? 0));
  });
});
