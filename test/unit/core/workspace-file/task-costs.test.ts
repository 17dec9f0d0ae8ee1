import assert from 'node:assert/strict';
import { exactly, isKnown, type Money } from '../../../../src/core/quote/basis';
import { taskCosts } from '../../../../src/core/workspace-file/task-costs';
import { quote, site, statedAs, unknown } from '../present/quote-sample';

function file(path: string, meanCallUsd: Money) {
  return { uri: `file:///${path}`, path, quotes: [{ ...quote, stated: statedAs({ meanCallUsd }) }], findings: [] };
}

function value(money: Money | undefined): number {
  assert.ok(money !== undefined && isKnown(money));
  return Number(money.value.toPrecision(12));
}

describe('what a task costs', () => {
  const files = [file('src/ask.py', exactly(0.02)), file('src/check.py', exactly(0.01)), file('other.py', exactly(9))];

  it('is the calls that it takes, those made again included; those that fail are borne by the others', () => {
    const calls = { [`src/ask.py#${site.identity}`]: 3, 'src/check.py': 1 };
    const [cost] = taskCosts({ tasks: { ticket: { calls, retries: 0.1, resolved: 0.5 } } }, files);
    assert.equal(cost?.calls, 2);
    // (3 × 0.02 + 0.01) × 1.1
    assert.equal(value(cost?.usdPerTask), 0.077);
    assert.equal(value(cost?.usdPerResolvedTask), 0.154);
    assert.equal(cost?.usdPerMonth, undefined);
    assert.equal(cost?.usdPerUserAndMonth, undefined);
  });

  it('is said per month and per user, where it is said how often it is done', () => {
    const tasks = { ticket: { calls: { 'src/**': 1 }, tasksPerDay: [10, 30] as [number, number], tasksPerUserAndDay: 2 } };
    const [cost] = taskCosts({ tasks, traffic: { daysPerMonth: 20 } }, files);
    // 0.02 + 0.01 each
    assert.equal(value(cost?.usdPerMonth), 12);
    assert.ok(cost?.usdPerMonth !== undefined && isKnown(cost.usdPerMonth));
    assert.ok(Math.abs(cost.usdPerMonth.low - 6) < 1e-9 && Math.abs(cost.usdPerMonth.high - 18) < 1e-9);
    assert.equal(value(cost.usdPerUserAndMonth), 1.2);
    assert.equal(cost.usdPerUserAndMonth?.basis, 'assumed');
  });

  it('is unknown, and not less, where a call has no price or none is meant', () => {
    const tasks = { a: { calls: { '**': 1 } }, b: { calls: { 'gone/**': 1 } } };
    const [dear, empty] = taskCosts({ tasks }, [...files, file('new.py', unknown('gpt-9 is not in the catalogue'))]);
    assert.deepEqual(dear?.usdPerResolvedTask, unknown('gpt-9 is not in the catalogue'));
    assert.deepEqual(empty?.usdPerTask, { basis: 'unknown', why: 'no call is meant by it' });
  });
});
