import assert from 'node:assert/strict';
import { analyse } from 'scslre';
import { patternsOfGrammars, patternsOfModules, type SourcePattern, writtenPatterns } from './patterns-of-sources';

/** Patterns that may take time out of proportion, each with the reason why they never do. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  [String.raw`\s*(?:–|\.\.|(?<=\d)-)\s*`, 'what a person types into a field for a number'],
  [String.raw`\s*(?:-|–|\.\.|\bto\b)\s*`, 'what a person types for an amount'],
  [String.raw`\B(?=(?:\d{3})+$)`, 'the digits of one number'],
  [String.raw`[\w.@$-]+=(?:"[^"]*"|'[^']*'|\([^()]*\)|[^\s()]+)|"[^"]*"|'[^']*'|\([^()]*\)|[^\s()]+`, '2,000 characters of a tag'],
  [String.raw`\[\n\s+([^[\]{}]*?)\n\s*\]`, 'JSON as we write it ourselves: its texts hold no line ends'],
  [String.raw`(?:^|[_-]+)(\w)`, 'a key in an example, of which 20,000 characters are read'],
  [String.raw`[\p{L}_][\p{L}\p{N}_]*(?=\W*$)`, 'the label of one placeholder'],
]);

const EXPONENTIALLY = 'exponentially';

function outOfProportion(pattern: SourcePattern): readonly string[] {
  const { reports } = analyse(pattern);
  return reports.map(({ exponential, character }) => {
    const growth = exponential ? EXPONENTIALLY : 'out of proportion';
    return `${pattern.at}: /${pattern.source}/${pattern.flags} takes ${growth} longer on many ${character.literal.source}`;
  });
}

describe('the regular expressions of the sources', () => {
  it('take time in proportion to the text', async () => {
    const all = [...(await writtenPatterns()), ...(await patternsOfModules())];
    const each = [...new Map(all.map(pattern => [`/${pattern.source}/${pattern.flags}`, pattern])).values()];
    assert.ok(each.length > 1000, `${each.length} patterns are found`);
    const slow = each.filter(({ source }) => !ALLOWED.has(source)).flatMap(outOfProportion);
    assert.deepEqual(slow, []);
    const unused = [...ALLOWED.keys()].filter(source => each.every(pattern => pattern.source !== source));
    assert.deepEqual(unused, [], 'what is allowed is there');
  });

  it('take no exponential time on a line in a grammar, where the editor reads no line of more than 20,000 characters', () => {
    const all = patternsOfGrammars();
    assert.ok(all.length > 50, `${all.length} patterns are found`);
    assert.deepEqual(
      all.flatMap(outOfProportion).filter(found => found.includes(EXPONENTIALLY)),
      [],
    );
  });

  for (const source of [
    String.raw`^(?:import|from)[^\n]*\n(?:[^\n]*\S[^\n]*\n)*(?=[ \t]*\r?\n(?:import|from)\b)`,
    '(a*)*b',
    String.raw`[ \t]+$`,
    String.raw`^\s*(.*?)\s*x`,
  ])
    it(`would not include /${source}/`, () => {
      assert.notDeepEqual(outOfProportion({ at: 'a.ts', source, flags: '' }), []);
    });
});
