import assert from 'node:assert/strict';
import { MOST_PARTS, WrittenSizes } from '../../../../src/core/link/written-sizes';
import { madeText } from '../../../../src/core/source/made-values';
import type { Value } from '../../../../src/core/source/values';

const at = { uri: 'file:///a.py', start: 0, end: 1 };

describe('how much a value is written with', () => {
  const sizes = new WrittenSizes();
  const doubled = Array.from({ length: 40 }).reduce<Value>(last => ({ kind: 'list', at, items: [last, last] }), madeText('Hi.', at));
  const key = madeText('model', at);

  it('counts each place in which a part stands', () => {
    assert.ok(sizes.of(doubled) > MOST_PARTS);
    assert.ok(sizes.of({ kind: 'index', at, object: key, key: doubled }) > MOST_PARTS);
  });

  it('does not count what something is taken out of, which nobody goes through for it', () => {
    const options: Value = {
      kind: 'record',
      at,
      entries: [
        { key: 'model', at, value: { kind: 'index', at, object: doubled, key } },
        { key: 'user', at, value: { kind: 'member', at, object: doubled, key: 'user' } },
      ],
    };
    assert.ok(sizes.of(options) < 10);
  });
});
