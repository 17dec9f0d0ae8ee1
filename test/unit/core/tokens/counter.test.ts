import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Tiktoken } from 'js-tiktoken/lite';
import type { EncodingName } from '../../../../src/core/prices/model';
import { createTokenCounter, LONGEST_WHOLE_PIECE_BYTES, type TokenCounter } from '../../../../src/core/tokens/counter';
import { tables as cl100k } from '../../../../src/node/ranks/cl100k_base';
import { tables as o200k } from '../../../../src/node/ranks/o200k_base';

const ENCODINGS = { o200k_base: o200k, cl100k_base: cl100k };

for (const [name, tables] of Object.entries(ENCODINGS) as [EncodingName, typeof o200k][]) {
  describe(`token counter, ${name}`, function () {
    this.timeout(60_000);
    let count: TokenCounter;
    let oracle: Tiktoken;
    before(() => {
      count = createTokenCounter(tables);
      oracle = new Tiktoken(tables);
    });
    const expected = (text: string): number => oracle.encode(text, [], []).length;
    const agrees = (text: string): void =>
      assert.deepEqual(count(text), { tokens: expected(text), exact: true }, JSON.stringify(text.slice(0, 80)));

    it('counts what js-tiktoken encodes', () => {
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
        '\ufeffBOM and \ufffd replacement',
        `${'x'.repeat(300)} ${'='.repeat(300)}\n${' '.repeat(300)}`,
        readFileSync(`${__dirname}/counter.test.ts`, 'utf8'),
      ];
      for (const text of texts) agrees(text);
    });

    it('counts special tokens as what they are spelled with', () => {
      for (const text of ['<|endoftext|>', 'a<|endofprompt|>b', '<|fim_prefix|><|endoftext|>']) {
        assert.ok(count(text).tokens > 3);
        agrees(text);
      }
    });

    it('counts lone surrogates as the replacement character they are sent as', () => {
      for (const text of ['\ud800', 'a\udc00b', '\ud83d', 'x\ud83d\ud83d\ude00'])
        assert.equal(count(text).tokens, expected(Buffer.from(text).toString()));
    });

    it('agrees on any text', () => {
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), agrees), { numRuns: 300 });
      fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), agrees), { numRuns: 300 });
      const words = fc.array(
        fc.constantFrom(
          'the',
          ' the',
          "'s",
          ' 123',
          '4567',
          '\n',
          '\r\n',
          '  ',
          '\t',
          'ÀÉ',
          'ß',
          '字',
          '!!',
          '//',
          ' {',
          'CamelCase',
          'aaaa',
          '-',
          '_',
          '\u200d',
        ),
      );
      fc.assert(
        fc.property(words, parts => agrees(parts.join(''))),
        { numRuns: 500 },
      );
    });

    it('agrees on long runs without a break', () => {
      const run = fc.tuple(fc.constantFrom('a', 'ab', 'X', '字', '=', ' ', 'aÄ', 'lorem', '\0'), fc.integer({ min: 1, max: 120 }));
      fc.assert(
        fc.property(run, ([unit, times]) => agrees(unit.repeat(times))),
        { numRuns: 60 },
      );
    });

    it('gives the same answer twice', () => {
      const text = 'antidisestablishmentarianism floccinaucinihilipilification';
      assert.deepEqual(count(text), count(text));
    });

    it('counts 20,000 equal letters whole', () => {
      // Equal letters merge as their powers of two do: the count grows by what the same number of letters adds.
      const [some, twice] = [count('a'.repeat(10_000)), count('a'.repeat(20_000))];
      assert.ok(some.exact && twice.exact);
      assert.equal(twice.tokens, some.tokens * 2);
    });

    it('counts a longer run in chunks and says that it is no longer exact', () => {
      const whole = count('b'.repeat(LONGEST_WHOLE_PIECE_BYTES));
      assert.equal(whole.exact, true);
      const longer = count(`words before ${'b'.repeat(LONGEST_WHOLE_PIECE_BYTES * 3)} and after`);
      assert.equal(longer.exact, false);
      assert.ok(Math.abs(longer.tokens / (whole.tokens * 3) - 1) < 0.01);
    });

    it('counts megabytes of one character', () => {
      for (const character of ['a', '\0', '字', ' ']) assert.ok(count(character.repeat(1_500_000)).tokens > 1000);
    });
  });
}
