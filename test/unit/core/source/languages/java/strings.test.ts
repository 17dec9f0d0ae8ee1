import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeLiteral } from '../../../../../../src/core/source/languages/java/literals';
import { escapeString } from '../../../../../../src/core/source/languages/java/printer/literals';
import { toSource } from '../../../../../../src/core/source/text-map';

const decoded = (source: string) => decodeLiteral('file:///a', source, 0, source.length);

describe('text blocks of Java', () => {
  const cases: readonly (readonly [what: string, source: string, text: string])[] = [
    ['drops what all lines are indented by', '"""\n    a\n      b\n    """', 'a\n  b\n'],
    ['counts the line of the closing quotes', '"""\n    a\n  """', '  a\n'],
    ['ends without a line break where the quotes close the last line', '"""\n    a\n    b"""', 'a\nb'],
    ['drops blanks at the ends of lines', '"""\n  a  \n  b\t\n  """', 'a\nb\n'],
    ['joins a line that ends in a backslash with the next', '"""\n  a \\\n  b\n  """', 'a b\n'],
    ['keeps a blank that is written as an escape', '"""\n  a\\s\n  """', 'a \n'],
    ['reads line ends of Windows as one character', '"""\r\n  a\r\n  b\r\n  """', 'a\nb\n'],
    ['reads quotes inside', '"""\n  a "b" \\"""\n  """', 'a "b" """\n'],
    ['leaves empty lines empty', '"""\n    a\n\n    b\n    """', 'a\n\nb\n'],
  ];
  for (const [what, source, text] of cases) it(what, () => assert.equal(decoded(source).text, text));

  it('knows the place of every character', () => {
    const source = '"""\n    You help.\n      Be "brief".\n    """';
    const mapped = decoded(source);
    for (const word of ['You help', 'brief']) {
      const at = mapped.text.indexOf(word);
      const span = toSource(mapped, at, at + word.length);
      assert.equal(source.slice(span?.start, span?.end), word);
    }
  });
});

describe('string literals of Java', () => {
  it('say again what was written into them', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => decoded(`"${escapeString(text)}"`).text === text));
  });

  it('map each character that is no escape to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), text => {
        const source = `"${escapeString(text)}"`;
        return decoded(source).runs.every(
          run =>
            run.length !== run.sourceLength ||
            source.slice(run.source, run.source + run.length) === decoded(source).text.slice(run.at, run.at + run.length),
        );
      }),
    );
  });
});
