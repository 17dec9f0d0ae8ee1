import assert from 'node:assert/strict';
import fc from 'fast-check';
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { characterClasses } from '../../../../src/core/tokens/character-classes';
import { textClassifier } from '../../../../src/core/tokens/classified-text';
import { type PieceScanner, scanCl100k, scanO200k } from '../../../../src/core/tokens/scan-pieces';
import { countingReads } from './counting-reads';

const classify = textClassifier(characterClasses());

/** Pieces as a scanner cuts them, with room for `atOnce` at a time. */
function piecesOf(scan: PieceScanner, string: string, atOnce = 1000): string[] {
  const text = classify(string);
  const ends = new Int32Array(atOnce);
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    for (const end of ends.subarray(0, scan(text, start, ends))) {
      pieces.push(Buffer.from(text.bytes.subarray(start, end)).toString());
      start = end;
    }
  }
  return pieces;
}

/** Of every class and every width in UTF-8, and all that the patterns name; without what JavaScript's \s takes and Rust's doesn't. */
const units = [
  ..."abstremvdlABSTREMVDL'''  \t\n\r/.,_-1234ßÉǅʰªºж中あⅷ½٣一\u0300\u0301\u0903\u3000\u00a0\u2028€👍𝒜𝓫𠀀𝟙\ud83d\udc4d\u{e0100}",
];

for (const [name, scan, { pat_str }] of [
  ['o200k_base', scanO200k, o200k],
  ['cl100k_base', scanCl100k, cl100k],
] as const) {
  describe(`pieces of ${name}`, () => {
    const pattern = new RegExp(pat_str, 'gu');

    it('are what the pattern matches', () => {
      const texts = fc.array(fc.constantFrom(...units), { maxLength: 14 }).map(parts => parts.join(''));
      fc.assert(
        fc.property(texts, text => assert.deepEqual(piecesOf(scan, text), text.match(pattern) ?? [])),
        { numRuns: 20_000 },
      );
    });

    it('are found by looking at each byte a few times, whatever the text', () => {
      for (const unit of ['a', ' ', '字', '=', '\n', '\n ', '中A', `中${'A'.repeat(100)}`, '\u0301A', " '", '1', '/\n']) {
        const text = classify(unit.repeat(1000));
        const { array, reads } = countingReads(text.classes);
        for (let start = 0, ends = new Int32Array(1000); start < text.length; ) {
          const pieces = scan({ ...text, classes: array }, start, ends);
          start = ends[pieces - 1] ?? Number.POSITIVE_INFINITY;
        }
        assert.ok(reads() < 10 * text.length, `${reads()} reads for ${text.length} bytes of ${JSON.stringify(unit)}`);
      }
    });

    it('are the same however many are asked for at once', () => {
      const text = "It's 1,234.56 — don't\n\n  SHOUT/\r\n\tnaïveté 中文字 👍🏽  ";
      for (const atOnce of [1, 2, 3]) assert.deepEqual(piecesOf(scan, text, atOnce), piecesOf(scan, text));
    });

    it('end a contraction at ſ, which a pattern that ignores case takes for an s', () => {
      assert.deepEqual(piecesOf(scan, "it'ſabc").slice(-1), ['abc']);
    });
  });
}

describe('pieces of o200k_base', () => {
  it('follow a change of case, and marks', () => {
    assert.deepEqual(piecesOf(scanO200k, 'helloWorldHTTPServer'), ['hello', 'World', 'HTTPServer']);
    assert.deepEqual(piecesOf(scanO200k, '中ABC'), ['中', 'ABC']);
    assert.deepEqual(piecesOf(scanO200k, '\u0301ABC'), ['\u0301', 'ABC']);
    assert.deepEqual(piecesOf(scanO200k, 'a+//\n/b'), ['a', '+//\n/', 'b']);
  });
});

describe('pieces of cl100k_base', () => {
  it('ignore case, and cut marks off', () => {
    assert.deepEqual(piecesOf(scanCl100k, 'helloWorldHTTPServer'), ['helloWorldHTTPServer']);
    assert.deepEqual(piecesOf(scanCl100k, 'a\u0301'), ['a', '\u0301']);
    assert.deepEqual(piecesOf(scanCl100k, 'a+//\n/b'), ['a', '+//\n', '/b']);
  });
});
