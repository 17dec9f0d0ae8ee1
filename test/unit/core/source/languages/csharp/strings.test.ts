import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toSource } from '../../../../../../src/core/source/text-map';
import { assignedX, csharpReader, type ReadCSharp, show } from './lowered-csharp';

describe('C# strings', () => {
  let read: ReadCSharp;
  before(async () => {
    read = await csharpReader();
  });

  const cases: readonly (readonly [source: string, expected: string])[] = [
    ['"a"', '"a"'],
    ['""', '""'],
    [String.raw`"a\n\t\"\\\0"`, JSON.stringify('a\n\t"\\\0')],
    [String.raw`"\x41\u00e9\U0001F600"`, JSON.stringify('Aé😀')],
    ['@"a\\n ""b"""', JSON.stringify('a\\n "b"')],
    ['@"a\r\nb"', '"a\\nb"'],
    ['"""a "b" \\n"""', JSON.stringify('a "b" \\n')],
    ['"""\n    a\n      b\n\n    c\n    """', '"a\\n  b\\n\\nc"'],
    ['""""\n  a """ b\n  """"', JSON.stringify('a """ b')],
    ['$"hi {name}, {{x}} {a.B,5:N2}!"', '‹"hi " name ", {x} " a.B "!"›'],
    ['$@"c:\\{name} ""q"""', '‹"c:\\\\" name " \\"q\\""›'],
    ['$"""\n  a {b}\n  c\n  """', '‹"a " b "\\nc"›'],
    ['$$"""{"a": {{b}}}"""', '‹"{\\"a\\": " b "}"›'],
    ['$"{DateTime.Now:yyyy-MM-dd}"', '‹DateTime.Now.ToString("yyyy-MM-dd")›'],
    ['$"{(c ? "d" : "e")}"', '‹choice("d", "e")›'],
    ['"a" + "b"', '("a" + "b")'],
    ["'\\n'", '"\\n"'],
    ['"abc"u8', '"abc"'],
    ['nameof(Shop.Model)', '"Model"'],
  ];
  for (const [source, expected] of cases) {
    it(`reads ${JSON.stringify(source)}`, () => {
      assert.equal(show(assignedX(read(`var x = ${source};`))), expected);
    });
  }

  it('knows where each character of any text stands, in every form', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', '\\', '\n', '{', '}', '😀', '\t', 'z') });
    fc.assert(
      fc.property(text, fc.constantFrom('regular', 'verbatim', 'raw'), fc.boolean(), (decoded, form, crlf) => {
        const literal = written(decoded, form);
        const source = `var x = ${crlf ? literal.replaceAll('\n', '\r\n') : literal};`;
        const value = assignedX(read(source));
        assert.ok(value.kind === 'text', source);
        assert.equal(value.text.text, decoded, source);
        for (let at = 0; at < decoded.length; at++) {
          if (!/[aéz]/.test(decoded[at] ?? '')) continue;
          const span = toSource(value.text, at, at + 1);
          assert.equal(span && source.slice(span.start, span.end), decoded[at]);
        }
      }),
    );
  });
});

function written(decoded: string, form: string): string {
  if (form === 'verbatim') return `@"${decoded.replaceAll('"', '""')}"`;
  if (form === 'regular') return `"${decoded.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
  const quotes = '"'.repeat(Math.max(3, ...[...decoded.matchAll(/"+/g)].map(([run]) => run.length + 1)));
  const lines = decoded.split('\n').map(line => (line === '' ? '' : `    ${line}`));
  return `${quotes}\n${lines.join('\n')}\n    ${quotes}`;
}
