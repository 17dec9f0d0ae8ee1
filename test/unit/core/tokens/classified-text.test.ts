import assert from 'node:assert/strict';
import fc from 'fast-check';
import { characterClasses, LOWER, NO_CLASS, NUMBER, SPACE, SYMBOL, UPPER } from '../../../../src/core/tokens/character-classes';
import { textClassifier } from '../../../../src/core/tokens/classified-text';

describe('classified text', () => {
  const classesOfAll = characterClasses();
  const classify = textClassifier(classesOfAll);

  it('is UTF-8 as the platform makes it, lone surrogates included', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.nat(0xffff), { maxLength: 50 }).map(units => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(texts, text => {
        const { bytes, length } = classify(text);
        assert.deepEqual(Buffer.from(bytes.subarray(0, length)), Buffer.from(text, 'utf8'));
      }),
    );
    assert.equal(classify('a\ud800').length, 4);
  });

  it('gives each byte the class of its character, and no class to what lies behind', () => {
    classify('longer than what follows');
    const { bytes, classes, length } = classify('aÉ½ 👍');
    assert.equal(length, 10);
    assert.deepEqual([...classes.subarray(0, 11)], [LOWER, UPPER, UPPER, NUMBER, NUMBER, SPACE, SYMBOL, SYMBOL, SYMBOL, SYMBOL, NO_CLASS]);
    assert.deepEqual([...bytes.subarray(10, 14)], [0, 0, 0, 0]);
  });

  it('holds texts of any size, one after the other', () => {
    for (const size of [10, 20_000, 2_000_000, 5]) assert.equal(classify('字'.repeat(size)).length, size * 3);
  });
});
