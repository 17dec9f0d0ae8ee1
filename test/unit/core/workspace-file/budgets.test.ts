import assert from 'node:assert/strict';
import type { Estimate } from '../../../../src/core/quote/basis';
import { checkBudgets } from '../../../../src/core/workspace-file/budgets';
import { exceeded } from '../../../../src/core/workspace-file/limits';
import { quote, statedAs } from '../present/quote-sample';

function usd(low: number, value = low, high = value): Estimate {
  return { low, value, high, basis: 'assumed', why: '' };
}

function file(path: string, feature: string, usdPerMonth?: number) {
  const month = usdPerMonth === undefined ? {} : { usdPerMonth: usd(usdPerMonth) };
  return {
    uri: `file:///${path}`,
    path,
    quotes: [{ ...quote, stated: statedAs({ feature, ...month }) }],
    findings: [],
  };
}

describe('a budget', () => {
  it('is exceeded by the value, for certain by the low end of the band', () => {
    assert.equal(exceeded(usd(5), { warn: 5, error: 6 }), undefined);
    assert.deepEqual(exceeded(usd(5.5), { warn: 5, error: 6 }), { level: 'warn', limitUsd: 5, certain: true });
    assert.deepEqual(exceeded(usd(1, 7, 9), { warn: 5, error: 6 }), { level: 'error', limitUsd: 6, certain: false });
    assert.equal(exceeded(usd(1, 4, 9), { warn: 5 }), undefined);
    assert.equal(exceeded(usd(1), {}), undefined);
    assert.equal(exceeded(usd(0.1), { error: 0 })?.level, 'error');
  });

  it('of all calls holds for what they cost together, without tests and examples', () => {
    const files = [file('a.py', 'x', 30), file('b.py', 'y', 40), file('tests/c.py', 'x', 1000)];
    const [check, ...more] = checkBudgets({ budgets: { usdPerMonth: { error: 60 } } }, files);
    assert.deepEqual(more, []);
    assert.equal(check?.spend.usdPerMonth?.value, 70);
    assert.deepEqual(check?.over, { level: 'error', limitUsd: 60, certain: true });
    assert.deepEqual(check?.path, ['budgets', 'usdPerMonth']);
  });

  it('of a feature holds for its calls alone', () => {
    const files = [file('a.py', 'x', 30), file('b.py', 'y', 40), file('c.py', 'x', 5)];
    const budgets = { features: { x: { usdPerMonth: { warn: 34 } }, y: { usdPerMonth: { warn: 40 } }, z: { usdPerCall: { warn: 1 } } } };
    const checks = checkBudgets({ budgets }, files);
    assert.deepEqual(
      checks.map(({ feature, over }) => [feature, over?.level]),
      [
        ['x', 'warn'],
        ['y', undefined],
      ],
    );
  });

  it('says of how many calls it knows what they cost', () => {
    const [check] = checkBudgets({ budgets: { usdPerMonth: { error: 60 } } }, [file('a.py', 'x', 30), file('b.py', 'x')]);
    assert.equal(check?.spend.callsPerMonthKnown, 1);
    assert.equal(check?.spend.calls, 2);
  });
});
