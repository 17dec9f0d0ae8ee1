import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adapter as python } from '../../../../../../../src/core/source/languages/python';
import type { Value } from '../../../../../../../src/core/source/values';
import { assigned, pythonReader, type ReadPython, show, URI } from '../read-python';
import { edited } from './printing';

describe("moving a part to the end of a Python string's body", () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  /** `«` and `»` mark the stretch. */
  const move = (marked: string, separator = '\n') => {
    const start = marked.indexOf('«');
    const end = marked.indexOf('»') - 1;
    const text = marked.replace(/[«»]/g, '');
    const literal = assigned(read(text).scopes[0], 'x');
    return edited(read, text, python.printer.moveToEndOfLiteral(text, literal, { uri: URI, start, end }, separator));
  };

  const cases: readonly (readonly [what: string, before: string, after: string, separator?: string])[] = [
    ['one line', 'x = "«Today {d}. »Be brief."', 'x = "Be brief. Today {d}. "', ' '],
    ['one line, separated by a line break', 'x = f"«Today {d}.»Be brief."', 'x = f"Be brief.\\nToday {d}."'],
    ['one line with its escaped break', 'x = f"«Today {d}.\\n»Be brief."', 'x = f"Be brief.\\nToday {d}."'],
    ['one line that ends in a break', 'x = f"«Today {d}.\\n»Be brief.\\n"', 'x = f"Be brief.\\nToday {d}.\\n"'],
    ['a lone placeholder', 'x = f"{a}«{b}»{c} d"', 'x = f"{a}{c} d\\n{b}"'],
    ['a placeholder at the start', 'x = f"«{b!r:>{w}}»{c["k"]} d"', 'x = f"{c["k"]} d {b!r:>{w}}"', ' '],
    ['a separator with braces and quotes', 'x = f"«a »b"', 'x = f"b{{\\"}}a "', '{"}'],
    ['whole lines', 'x = f"""You are {n}.\n«Today {d}.\n»Rules."""', 'x = f"""You are {n}.\nRules.\nToday {d}."""'],
    [
      'closing quotes on their own line',
      'x = f"""\n    You are {n}.\n«    Today {d}.\n»    Rules.\n    """',
      'x = f"""\n    You are {n}.\n    Rules.\n\n    Today {d}.\n    """',
      '\n\n',
    ],
    [
      'a part of a line: its new line is indented as the others',
      'x = f"""\n    You are {n}. «Today {d}.» Go.\n      Rules.\n    """',
      'x = f"""\n    You are {n}.  Go.\n      Rules.\n    Today {d}.\n    """',
    ],
    [
      'dedented lines, whose indentation is not part of them',
      'x = f"""\n    You.\n    «Today {d}.\n»    Rules.\n    """',
      'x = f"""\n    You.\n    Rules.\n    Today {d}.\n    """',
    ],
    [
      'the first line, behind the quotes',
      'x = f"""«Today {d}.\n»    Rules.\n    Go.\n"""',
      'x = f"""    Rules.\n    Go.\n    Today {d}.\n"""',
    ],
    ['the first line, behind a continued one', 'x = f"""\\\n«Today {d}.\n»Rules.\n"""', 'x = f"""\\\nRules.\nToday {d}.\n"""'],
    ['Windows line ends', 'x = f"""\r\n«Today {d}.\r\n»Rules.\r\n"""', 'x = f"""\r\nRules.\r\nToday {d}.\r\n"""'],
    ['a last line that a backslash continues', 'x = """«a\n»b\\\n"""', 'x = """b\\\n\na"""'],
    ['a part that ends in a backslash', 'x = """«a\\\n»b"""', 'x = """b a\\\n"""', ' '],
    ['raw text of several lines', 'x = r"""«\\d\n»b\n"""', 'x = r"""b\n\\d\n"""'],
    ['raw text with an escaped break that is none', 'x = r"«\\n»b"', 'x = r"b \\n"', ' '],
  ];
  for (const [what, before, after, separator] of cases) it(what, () => assert.equal(move(before, separator), after));

  const refused: readonly (readonly [what: string, marked: string, reason: RegExp, separator?: string])[] = [
    ['strings side by side', 'x = "«a»" "b"', /one string literal/],
    ['a part of a sum', 'x = "«a»" + b', /one string literal/],
    ['half an escape', 'x = "«a\\»n b"', /escape/],
    ['half a code', 'x = "«a\\u00»e9 b"', /escape/],
    ['half a doubled brace', 'x = f"«a{»{ b"', /escape/],
    ['half a placeholder', 'x = f"«a {b.»c} d"', /placeholder/],
    ['a placeholder of a format', 'x = f"{a:«{b}»{c}} d"', /placeholder/],
    ['half a placeholder that names itself', 'x = f"«a {b»c = } d"', /placeholder/],
    ['half an unknown escape', 'x = "«a\\»d b"', /escape/],
    ['half a continued line', 'x = "«a\\»\nb"', /escape/],
    ['half a named character', 'x = "«a\\N{BU»LLET} b"', /escape|placeholder/],
    ['the quotes', 'x = «"a» b"', /not inside/],
    ['nothing', 'x = "a«» b"', /not inside/],
    ['the end', 'x = "a «b»"', /already/],
    ['the last line', 'x = """\n  a\n«  b\n»  """', /already/],
    ['a line break in a raw line', 'x = r"«a» b"', /raw/],
    ['a quote before the closing ones', 'x = """«a"»b"""', /quotes/, ''],
    ['quotes that would meet', 'x = """a""«b»"c d"""', /quotes|end/],
    ['digits that would join an escape', 'x = "a\\1«b»2 c"', /escape/],
  ];
  for (const [what, marked, reason, separator] of refused) {
    it(`refuses ${what}`, () => assert.match(move(marked, separator), new RegExp(`^refused: .*(${reason.source})`)));
  }

  it('says where the body stands', () => {
    const text = 'x = rf"""a{b}"""; y = "a" "b"';
    const { scopes } = read(text);
    const at = python.printer.bodyOf(text, assigned(scopes[0], 'x'));
    assert.equal(at && text.slice(at.start, at.end), 'a{b}');
    assert.equal(python.printer.bodyOf(text, assigned(scopes[0], 'y')), undefined);
  });

  it('moves the text and changes nothing else, or refuses', () => {
    const pieces = fc.array(
      fc.constantFrom('a', ' ', '.', '\\n', '\\"', '\\u00e9', '{{', '}}', '{b}', '{c["k"]!r}', '\\\\', '\\d', '7', '\\1', "'", 'é😀'),
      {
        minLength: 2,
        maxLength: 9,
      },
    );
    const parts = (value: Value) =>
      (value.kind === 'template' ? value.parts : [value]).map(part => (part.kind === 'text' ? part.text.text : `<${show(part)}>`)).join('');
    fc.assert(
      fc.property(pieces, fc.constantFrom('"', '"""'), fc.nat(), fc.nat(), (body, quote, first, second) => {
        const from = first % body.length;
        const to = from + 1 + (second % (body.length - from));
        const [before, moved, after] = [body.slice(0, from), body.slice(from, to), body.slice(to)].map(list => list.join('')) as [
          string,
          string,
          string,
        ];
        const literal = (content: string) => `x = f${quote}${content}${quote}`;
        if (read(literal(before + moved + after)).problems.length > 0) return;
        const result = move(literal(`${before}«${moved}»${after}`), '|');
        if (result.startsWith('refused')) return;
        const whole = (content: string) => parts(assigned(read(literal(content)).scopes[0], 'x'));
        const rest = whole(before + after);
        const last = quote === '"' && rest.endsWith('\n') ? '\n' : '';
        const withoutBreak = whole(moved).replace(quote === '"' ? /\n$/ : /(?!)/, '');
        const expected = `${rest.slice(0, rest.length - last.length)}|${withoutBreak}${last}`;
        assert.equal(parts(assigned(read(result).scopes[0], 'x')), expected);
      }),
      { numRuns: 300 },
    );
  });
});
