import assert from 'node:assert/strict';
import { loadCounters } from '../../../src/node/encodings';

describe('loading encodings', function () {
  this.timeout(60_000);

  it('loads each when it is first asked for, and once', () => {
    const counters = loadCounters();
    assert.equal(counters('o200k_base'), counters('o200k_base'));
    assert.equal(counters('o200k_base')('hello world'), 2);
    // The encodings differ: o200k_base has a token that cl100k_base lacks.
    assert.notEqual(counters('o200k_base')('привет мир'), counters('cl100k_base')('привет мир'));
  });

  it('fails with the path when the tables are missing', () => {
    assert.throws(() => loadCounters('/nowhere')('o200k_base'), /o200k_base/);
  });
});
