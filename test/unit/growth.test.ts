import assert from 'node:assert/strict';
import { assertInProportion } from './growth';

const STEPS_IN_A_UNIT = 20;

function steps(count: number): number {
  let sum = 0;
  for (let step = 0; step < count; step++) sum = (sum + step) % 1009;
  return sum;
}

describe('growth of work with its input', () => {
  it('is in proportion where it is linear', () => {
    assertInProportion(50_000, units => steps(units * STEPS_IN_A_UNIT));
  });

  it('is out of proportion where it is a square', () => {
    assert.throws(() => assertInProportion(700, units => steps(units * units * STEPS_IN_A_UNIT), 'pairs'), /took pairs/);
  });

  it('is in proportion where something begins once, at some length', () => {
    assertInProportion(1000, units => steps(units * 1000 + (units >= 1000 ? 20_000_000 : 0)));
  });
});
