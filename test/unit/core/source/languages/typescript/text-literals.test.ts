// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold template literals
import assert from 'node:assert/strict';
import { decodeText } from '../../../../../../src/core/source/languages/typescript/text-literals';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import { toSource } from '../../../../../../src/core/source/text-map';
import type { Value } from '../../../../../../src/core/source/values';
import { initialValue, loadLowering, show, uri } from './lowered';

describe('string and template literals', () => {
  let lower: (text: string) => CodeSummary;
  before(async () => {
    lower = await loadLowering();
  });

  const textOf = (value: Value): string => (value.kind === 'text' ? value.text.text : assert.fail(`${value.kind} is no text`));
  const read = (literal: string): string => textOf(initialValue(lower(`const x = ${literal};`)));

  describe('decoding', () => {
    const cases: readonly (readonly [string, string])[] = [
      ["''", ''],
      ["'plain'", 'plain'],
      ['"it\'s"', "it's"],
      ["'it\\'s'", "it's"],
      ["'a\\nb\\tc\\r\\b\\v\\f\\\\d'", 'a\nb\tc\r\b\v\f\\d'],
      ["'\\x41\\u0042\\u{43}\\u{1F600}'", 'ABC😀'],
      ["'\\0'", '\0'],
      ["'\\q\\$'", 'q$'],
      ["'one\\\ntwo'", 'onetwo'],
      ["'one\\\r\ntwo'", 'onetwo'],
      ["'ends in a backslash\\\\'", 'ends in a backslash\\'],
      ["'é 😀 ü'", 'é 😀 ü'],
      ['\'say "hi"\'', 'say "hi"'],
      ["'&amp;'", '&amp;'],
    ];
    for (const [literal, expected] of cases) it(`reads ${JSON.stringify(literal)}`, () => assert.equal(read(literal), expected));

    it('takes escapes that are none as they stand', () => {
      const text = '\\xg \\u12 \\u{110000} \\';
      assert.equal(decodeText({ uri, text, start: 0, end: text.length }, 'string').text, text);
    });

    it('reads the octal escapes of old scripts', () => {
      const text = '\\101\\7\\400';
      assert.equal(decodeText({ uri, text, start: 0, end: text.length }, 'string').text, 'A\x07\x200');
    });
  });

  it('finds the source of characters before, in and after escapes', () => {
    const source = "const x = 'ab\\ncd\\u{1F600}ef';";
    const value = initialValue(lower(source));
    assert.equal(value.kind, 'text');
    if (value.kind !== 'text') return;
    const sourceOf = (decoded: string): string => {
      const from = value.text.text.indexOf(decoded);
      const span = toSource(value.text, from, from + decoded.length);
      return span === undefined ? '' : source.slice(span.start, span.end);
    };
    assert.equal(sourceOf('ab'), 'ab');
    assert.equal(sourceOf('\n'), '\\n');
    assert.equal(sourceOf('d'), 'd');
    assert.equal(sourceOf('😀'), '\\u{1F600}');
    assert.equal(sourceOf('ef'), 'ef');
    assert.deepEqual([value.at.start, value.at.end], [10, source.length - 1]);
  });

  it('reads templates as text and values in order', () => {
    assert.equal(
      show(initialValue(lower('const x = `Hello ${name}, it is ${new Date()}.\\n`;'))),
      'literal("Hello ", name@0, ", it is ", Date@0(), ".\\n")',
    );
    assert.equal(show(initialValue(lower('const x = ``;'))), 'literal()');
    assert.equal(show(initialValue(lower('const x = `${a}${b}`;'))), 'literal(a@0, b@0)');
    assert.equal(show(initialValue(lower('const x = `a ${`b ${c}`} d`;'))), 'literal("a ", literal("b ", c@0), " d")');
  });

  it('gives template parts their own spans, without the backticks', () => {
    const source = 'const x = `ab ${c} de`;';
    const value = initialValue(lower(source));
    const spans = value.kind === 'template' ? value.parts.map(part => source.slice(part.at.start, part.at.end)) : [];
    assert.deepEqual(spans, ['ab ', 'c', ' de']);
  });

  it('reads CRLF in templates as one line feed, mapped to both characters', () => {
    const source = 'const x = `a\r\nb`;';
    const value = initialValue(lower(source));
    const part = value.kind === 'template' ? value.parts[0] : undefined;
    assert.equal(part?.kind === 'text' && part.text.text, 'a\nb');
    const span = part?.kind === 'text' ? toSource(part.text, 1, 2) : undefined;
    assert.equal(source.slice(span?.start, span?.end), '\r\n');
  });

  it('keeps tags that leave the words alone as calls of the tag', () => {
    assert.equal(show(initialValue(lower('const x = dedent`\n  Hi ${name}\n`;'))), 'dedent@0(literal("\\n  Hi ", name@0, "\\n"))');
    assert.equal(show(initialValue(lower('const x = String.raw`\\n${a}\\``;'))), 'String@0.raw(literal("\\\\n", a@0, "\\\\`"))');
  });

  it('cannot say what any other tag makes, but finds the calls inside', () => {
    const summary = lower('const x = sql`select ${quote(id)}`;');
    assert.equal(show(initialValue(summary)), '<sql`select ${quote(id)}`>');
    assert.deepEqual(
      summary.calls.map(({ call }) => show(call)),
      ['quote@0(id@0)'],
    );
  });
});
