import assert from 'node:assert/strict';
import { STEP_FIELDS, STEPS, type Step, stepText, withStepField } from '../../../../../src/core/present/estimator/break-even-fields';
import { type Scenario, scenarioSchema } from '../../../../../src/core/spend/scenario';

function set(step: Step, key: string, typed: string, scenario: Scenario = {}): Scenario | string {
  const field = STEP_FIELDS[step].find(candidate => candidate.key === key);
  assert.ok(field, `${step} has no ${key}`);
  return withStepField(step, field, typed, scenario);
}

describe('the fields of break-evens', () => {
  it('show what is assumed, and take back what they show', () => {
    for (const step of STEPS) {
      for (const field of STEP_FIELDS[step]) {
        const text = stepText(step, field, {});
        assert.notEqual(text, '', field.key);
        const stated = withStepField(step, field, text, {});
        assert.ok(typeof stated !== 'string' && scenarioSchema.safeParse(stated).success, `${field.key}: ${String(stated)}`);
        assert.equal(stepText(step, field, stated), text);
      }
    }
  });

  it('state what is typed, with what was assumed of the rest', () => {
    const stated = set('selfHost', 'utilisation', '60%');
    assert.ok(typeof stated !== 'string');
    assert.deepEqual([stated.selfHost?.utilisation, stated.selfHost?.gpuUsdPerHour], [0.6, 2]);
    const cheaper = set('fineTune', 'usdPerThousandCalls', '$0.40', stated);
    assert.ok(typeof cheaper !== 'string');
    assert.deepEqual([cheaper.fineTune?.usdPerThousandCalls, cheaper.selfHost?.utilisation], [0.4, 0.6]);
  });

  it('answer what is negative, huge, empty or no number', () => {
    assert.match(String(set('selfHost', 'gpuUsdPerHour', '-1')), /0/);
    assert.match(String(set('selfHost', 'utilisation', '140')), /at most 100%/);
    assert.match(String(set('fineTune', 'trainingUsd', '1e30')), /at most/);
    assert.equal(set('fineTune', 'months', ''), 'has to be set');
    assert.equal(set('fineTune', 'months', 'six'), 'a number');
    assert.equal(set('fineTune', 'months', '3-6'), 'a number');
    const none = set('selfHost', 'operationsUsdPerMonth', '');
    assert.ok(typeof none !== 'string' && none.selfHost?.operationsUsdPerMonth === undefined);
  });
});
