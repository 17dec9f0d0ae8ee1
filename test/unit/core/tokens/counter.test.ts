import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { getEncoding } from 'js-tiktoken';
import { get_encoding, type Tiktoken } from 'tiktoken';
import { characterClasses } from '../../../../src/core/tokens/character-classes';
import type { TokenCounter } from '../../../../src/core/tokens/counter';
import { loadCounters } from '../../../../src/node/encodings';

for (const name of ['o200k_base', 'cl100k_base'] as const) {
  describe(`token counter, ${name}`, function () {
    this.timeout(60_000);
    let count: TokenCounter;
    let oracle: Tiktoken;
    before(() => {
      count = loadCounters()(name);
      oracle = get_encoding(name);
    });
    after(() => oracle.free());
    const expected = (text: string): number => oracle.encode(text, [], []).length;
    const agrees = (text: string): void => assert.equal(count(text), expected(text), JSON.stringify(text.slice(0, 80)));

    const texts = [
      '',
      'hello world',
      "You are a helpful assistant. Don't apologise, don't guess; it's 12:30 on 2026-11-20.",
      'def answer(question: str) -> str:\n\treturn f"{question!r}"\n',
      'Größenänderung, naïve façade, Ωμέγα, привет мир, שלום, مرحبا, नमस्ते, 안녕하세요',
      '東京都の天気は晴れです。明日は雨でしょう。',
      '👩‍👩‍👧‍👦 🇩🇪 ✨ ½ ﷽ ﬁ e\u0301',
      '   leading\n\n\n  \t mixed \r\n\r\n trailing   ',
      '{"a":[1,22,333,4444,55555],"b":null,"c":"\\u00e9"}\n'.repeat(20),
      '\0\0\0\x01\x7f',
      `${'x'.repeat(300)} ${'='.repeat(300)}\n${' '.repeat(300)}`,
      readFileSync(`${__dirname}/counter.test.ts`, 'utf8'),
    ];

    it('counts what tiktoken encodes', () => {
      for (const text of texts) agrees(text);
    });

    it('counts what js-tiktoken encodes', () => {
      const other = getEncoding(name);
      for (const text of texts) assert.equal(count(text), other.encode(text, [], []).length, JSON.stringify(text.slice(0, 80)));
    });

    it('follows tiktoken where JavaScript has other white space, case or version of Unicode', () => {
      for (const text of ['\ufeffBOM and \ufffd', 'a\u0085b \u0085 c', "it'ſabc", 'ʕʔ a\u0295B', 'a\u{16ea0}b \u{16ebb}C', '\u088f\u0c5c'])
        agrees(text);
    });

    it('counts special tokens as what they are spelled with', () => {
      for (const text of ['<|endoftext|>', 'a<|endofprompt|>b', '<|fim_prefix|><|endoftext|>']) {
        assert.ok(count(text) > 3);
        agrees(text);
      }
    });

    it('counts lone surrogates as the replacement character they are sent as', () => {
      for (const text of ['\ud800', 'a\udc00b', '\ud83d', 'x\ud83d\ud83d\ude00'])
        assert.equal(count(text), expected(Buffer.from(text).toString()));
    });

    it('agrees around each code point at which the class of characters changes', () => {
      const classes = characterClasses();
      for (let code = 1; code < classes.length; code++) {
        if (classes[code] === classes[code - 1] || (code >= 0xd800 && code <= 0xe000)) continue;
        for (const character of [String.fromCodePoint(code - 1), String.fromCodePoint(code)])
          agrees(`a${character}b A${character}${character}B 1${character} ${character}\n.${character}'s ${character}  x`);
      }
    });

    it('agrees on any text', () => {
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), agrees), { numRuns: 300 });
      fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), agrees), { numRuns: 300 });
    });

    it('agrees on long runs without a break', () => {
      const run = fc.tuple(fc.constantFrom('a', 'ab', 'X', '字', '=', ' ', '\n', 'aÄ', 'lorem', '\0'), fc.integer({ min: 1, max: 3000 }));
      fc.assert(
        fc.property(run, ([unit, times]) => agrees(unit.repeat(times))),
        { numRuns: 60 },
      );
    });

    it('gives the same answer twice', () => {
      const text = 'antidisestablishmentarianism floccinaucinihilipilification';
      assert.equal(count(text), count(text));
    });

    it('adds up over pieces, however long they are', () => {
      const [one, other] = ['qz'.repeat(40_000), ` ${'lorem'.repeat(20_000)}`];
      assert.equal(count(one + other), count(one) + count(other));
    });

    it('counts a long run of one character as so many of its longest tokens', () => {
      // Powers of two merge pairwise until they are as long as the longest token of that character.
      for (const character of ['a', ' ', '\0', '字', '=']) {
        const [some, twice] = [count(character.repeat(1 << 15)), count(character.repeat(1 << 16))];
        assert.equal(twice, some * 2, JSON.stringify(character));
      }
    });
  });
}
