import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reportPieces } from '../../../src/cli/reporters/json-pieces';

describe('JSON in pieces', () => {
  it('is what it would be in one piece', () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(record, fields => {
        assert.equal([...reportPieces(fields)].join(''), `${JSON.stringify(fields, undefined, 2)}\n`);
      }),
    );
  });

  it('makes the entries of a list one after the other', () => {
    let made = 0;
    const entries = function* () {
      while (made < 3) yield { text: `line\nbreak ${made++}` };
    };
    const text = [];
    for (const piece of reportPieces({ version: 1, entries: entries() })) {
      text.push(piece);
      assert.ok(made <= text.length, 'no entry is made before the one in front of it is written');
    }
    const expected = { version: 1, entries: [0, 1, 2].map(index => ({ text: `line\nbreak ${index}` })) };
    assert.equal(text.join(''), `${JSON.stringify(expected, undefined, 2)}\n`);
  });
});
