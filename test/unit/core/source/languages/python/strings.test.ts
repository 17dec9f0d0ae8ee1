import assert from 'node:assert/strict';
import { toSource } from '../../../../../../src/core/source/text-map';
import type { Value } from '../../../../../../src/core/source/values';
import { assigned, pythonReader, type ReadPython, show, URI } from './read-python';

describe('Python strings', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  const literal = (source: string): Value => assigned(read(`x = (${source})`).scopes[0], 'x');

  const cases: readonly (readonly [source: string, expected: string])[] = [
    [`'a'`, '"a"'],
    [`""`, '""'],
    [`"""a\n"b" """`, '"a\\n\\"b\\" "'],
    [String.raw`'a\n\t\'\"\\'`, String.raw`"a\n\t'\"\\"`],
    [String.raw`"\x41\101\0\u00e9\U0001F600"`, JSON.stringify('AA\0é😀')],
    [String.raw`"\d \x4 \u12 \UFFFFFFFF"`, JSON.stringify(String.raw`\d \x4 \u12 \UFFFFFFFF`)],
    ['"a\\\nb"', '"ab"'],
    ['"""a\r\nb\\\r\nc"""', '"a\\nbc"'],
    [String.raw`r"\n\u0041"`, JSON.stringify(String.raw`\n\u0041`)],
    [String.raw`b"\x41\u0041"`, JSON.stringify(String.raw`A\u0041`)],
    [String.raw`Rb'\x41'`, JSON.stringify(String.raw`\x41`)],
    [`u"é"`, '"é"'],
    [String.raw`"a\N{BULLET}b"`, String.raw`f‹"a" ?‹\N{BULLET}: a character given by its name› "b"›`],
    [`f"hi {name}, {{x}} {a.b!r:>{w}}!"`, 'f‹"hi " name ", {x} " a.b "!"›'],
    [`f"plain"`, 'f‹"plain"›'],
    [`f""`, 'f‹›'],
    [`f"{a}{b}"`, 'f‹a b›'],
    [`f"{a + 1 = }|{b=!r}"`, 'f‹"a + 1 = " (a + 1) "|" "b=" b›'],
    [`f"{a == b}"`, 'f‹?‹a == b: a condition››'],
    [`f"{f'{a} in'} out"`, 'f‹f‹a " in"› " out"›'],
    [`f'{d["k"]}'`, 'f‹d["k"]›'],
    [`f"""{x\n + 1}\n"""`, 'f‹(x + 1) "\\n"›'],
    [String.raw`rf"\d{x}\n"`, String.raw`f‹"\\d" x "\\n"›`],
    [String.raw`f"\N{BULLET} {x}"`, String.raw`f‹?‹\N{BULLET}: a character given by its name› " " x›`],
    [`"a" 'b'  # c\n f"{d}"`, '‹"a" "b" f‹d››'],
    [`t"{x}"`, '?‹t"{x}": a template object›'],
  ];
  for (const [source, expected] of cases) it(JSON.stringify(source), () => assert.equal(show(literal(source)), expected));

  it('calls a named character static, as its value never changes', () => {
    const value = literal(String.raw`"\N{BULLET}"`);
    assert.ok(value.kind === 'template' && value.literal);
    const [hole] = value.parts;
    assert.deepEqual(hole?.kind === 'hole' && [hole.volatility, hole.proven], ['static', true]);
  });

  it('maps every decoded character to the source', () => {
    const text = 'x = "a\\n\\u00e9b\\\nc😀"';
    const value = assigned(read(text).scopes[0], 'x');
    assert.ok(value.kind === 'text');
    const sources = [...value.text.text].map((character, index) => {
      const at = toSource(value.text, index, index + character.length);
      return at && text.slice(at.start, at.end);
    });
    assert.deepEqual(sources, ['a', '\\n', '\\u00e9', 'b', 'c', '😀']);
    assert.deepEqual(value.text.runs[0], { at: 0, length: 1, source: 5, sourceLength: 1 });
    assert.equal(value.text.uri, URI);
  });

  it('maps a line end of two characters to one', () => {
    const text = 'x = f"""a\r\n{b}{{c"""';
    const value = assigned(read(text).scopes[0], 'x');
    assert.ok(value.kind === 'template');
    const [first, , second] = value.parts;
    assert.deepEqual(first?.kind === 'text' && first.text.runs, [
      { at: 0, length: 1, source: 8, sourceLength: 1 },
      { at: 1, length: 1, source: 9, sourceLength: 2 },
    ]);
    assert.deepEqual(second?.kind === 'text' && second.text.runs, [
      { at: 0, length: 1, source: 14, sourceLength: 2 },
      { at: 1, length: 1, source: 16, sourceLength: 1 },
    ]);
  });

  it('spans the whole literal, quotes and prefix included', () => {
    const text = 'x = rf"{a}"';
    assert.deepEqual(assigned(read(text).scopes[0], 'x').at, { uri: URI, start: 4, end: 11 });
  });
});
