import assert from 'node:assert/strict';
import { orNothingRan } from '../../../../scripts/suites/outcome';
import { table } from '../../../../scripts/suites/table';

describe('the table of suites', () => {
  it('lines up names, counts, times and notes', () => {
    const rows = [
      { suite: 'unit', outcome: { passed: 120, failed: 0, skipped: 2 }, seconds: 12.34 },
      { suite: 'vsix', outcome: { passed: 3, failed: 10, note: 'why' }, seconds: 5 },
    ];
    assert.equal(table(rows), '✔  unit  120 passed   0 failed  2 skipped  12.3 s\n✖  vsix    3 passed  10 failed              5.0 s  why');
  });
});

describe('a suite that ran no test', () => {
  it('has failed', () => assert.equal(orNothingRan({ passed: 0, failed: 0 }).failed, 1));
  it('is left as it is when it ran one', () => assert.deepEqual(orNothingRan({ passed: 1, failed: 0 }), { passed: 1, failed: 0 }));
});
