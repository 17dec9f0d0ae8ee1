import assert from 'node:assert/strict';
import { withoutTagTypes } from '../../../../../../src/core/source/languages/typescript/tag-types';
import type { SyntaxNode } from '../../../../../../src/core/source/syntax';
import { loadParser } from '../../../../parse-source';

describe('types between a tag and its template', () => {
  it('leave the template that of its tag', async () => {
    for (const types of [
      'number',
      'User[]',
      '{ id: number }[]',
      '{\n  id: number;\n  name?: string;\n}',
      'Map<string, Set<User>> | null',
      "'a' & B",
    ])
      for (const tag of ['sql', 'db.$queryRaw', 'styled(Box)']) {
        const source = `const found = ${tag}<${types}>\`SELECT \${name}\`.as('x');\nconst after = 1;\n`;
        for (const grammar of ['typescript', 'tsx']) {
          const read = withoutTagTypes(source);
          const tree = (await loadParser(grammar))(read);
          assert.equal(read.length, source.length);
          assert.equal(tree.hasError, false, source);
          assert.ok(!typesIn(tree).includes('binary_expression'), source);
        }
      }
  });

  it('are told from comparisons and from texts', () => {
    for (const source of [
      'const both = a < b && name >`x`;',
      'const which = count(a) <b || (c)>`x`;',
      'const text = `<b>` + `</b>`;',
      'const view = `<p>` + items.map(item => `<li>` + item);',
      'const f = (x: Map<string, string>) =>`x`;',
    ])
      assert.equal(withoutTagTypes(source), source);
  });
});

function typesIn(node: SyntaxNode): readonly string[] {
  return [node.type, ...node.children.flatMap(child => (child === null ? [] : typesIn(child)))];
}
