import assert from 'node:assert/strict';
import { withoutLoneAmpersands } from '../../../../../../src/core/source/languages/typescript/lone-ampersands';
import { loadParser } from '../../../../parse-source';

describe('a lone & in the text of an element', () => {
  const texts = [
    '<h1>Terms & Conditions</h1>',
    '<p>{name} & friends</p>',
    '<p>Cats & {count} dogs</p>',
    '<p>Cats & <b>dogs</b> & birds</p>',
    '<p className="x">&copy; Cats & dogs &nbsp;&amp; more & more</p>',
    '<li><b>One</b> & <i>two</i></li>',
    '<p>\n  R&D\n</p>',
    '<img src="/picture?width=9&height=9&fit" alt={name} />',
    "<a href='/?a=1&b=2'>{name}</a>",
  ];

  it('leaves the rest of a file readable', async () => {
    for (const grammar of ['tsx', 'javascript']) {
      const parse = await loadParser(grammar);
      for (const text of texts) {
        const source = `const view = () => ${text};\nconst after = 1;\n`;
        const read = withoutLoneAmpersands(source);
        assert.equal(read.length, source.length);
        assert.equal(parse(read).hasError, false, read);
      }
    }
  });

  it('is told from operators, types and entities', () => {
    for (const source of [
      'const mask = a & b && c &= d;',
      'type Props = Partial<A> & Pick<B, "x"> & { id: string } & Array<string> & Named<T>;',
      'const f = <T extends A & B>(x: T) => x & 1;',
      'const view = <p>a &amp; b &#38; c &lt;</p>;',
      'const view = <p>{a & b}</p>;',
      'const view = cond ? <b>x</b> : (<i>y</i>) & Foo<1>;',
    ])
      assert.equal(withoutLoneAmpersands(source), source);
  });
});
