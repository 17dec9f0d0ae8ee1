import assert from 'node:assert/strict';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { ValuePool } from '../../../../src/node/scan/value-pool';

const model = { id: 'gpt-5.4', price: { inputUsd: 2.5, outputUsd: 10 }, aliases: ['latest'] };
const call = (line: number) => ({ model, line, high: Number.POSITIVE_INFINITY, note: undefined });

describe('a pool of values', () => {
  it('gives back what was added, also through other pools', () => {
    const atom = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined, '__proto__', Number.POSITIVE_INFINITY));
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { depthSize: 'small' },
        atom,
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), fc.array(value, { maxLength: 6 }), (first, others) => {
        const one = new ValuePool();
        const ids = first.map(part => one.add(part));
        const other = new ValuePool();
        for (const part of others) other.add(part);
        const there = other.takeIn(deserialize(serialize(one.pack(ids))));
        for (const read of [ids.map(id => one.read(id)), [...there].map(id => other.read(id))])
          assert.deepEqual(read, withPlainZeros(first));
        assert.deepEqual([...there], [...other.takeIn(one.pack(ids))], 'what is known is not added again');
      }),
    );
  });

  it('keeps equal parts once, whatever pool they come from', () => {
    const pool = new ValuePool();
    const one = pool.add(call(1));
    const sender = new ValuePool();
    const [two = 0] = pool.takeIn(sender.pack([sender.add(structuredClone(call(2)))]));
    assert.notEqual(one, two);
    assert.equal(pool.add(structuredClone(call(2))), two);
    assert.equal((pool.read(one) as typeof Object & { model: object }).model, (pool.read(two) as { model: object }).model);
    const growth = pool.pack([one, two]).rows.length - pool.pack([one]).rows.length;
    assert.equal(growth, 2 + Object.keys(call(2)).length, 'a second call of the same model is one more row');
  });

  it('packs only what is asked for', () => {
    const pool = new ValuePool();
    const kept = pool.add(call(1));
    const alone = pool.pack([kept]);
    for (let line = 2; line < 1000; line++) pool.add({ text: `another ${line}` });
    const { shapes: _, ...packed } = pool.pack([kept]);
    const { shapes: __, ...before } = alone;
    assert.deepEqual(packed, before);
  });

  it('refuses what it could not give back', () => {
    for (const value of [new Map(), new Date(), () => 1, { inner: new Set() }]) assert.throws(() => new ValuePool().add(value), TypeError);
  });
});

/** -0 is kept as 0. */
function withPlainZeros(value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (Array.isArray(value)) return value.map(withPlainZeros);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withPlainZeros(part)]));
}
