import assert from 'node:assert/strict';
import { addToHead } from '../../../../../../../src/core/source/languages/python/printer/add-to-head';
import { assertInProportion } from '../../../../../growth';

const URI = 'file:///project/app.py';
const TYPING = [{ module: 'typing', name: 'Literal' }];

function withTyping(text: string): string {
  const edits = addToHead(text, URI, TYPING, '');
  assert.equal(edits.length, 1);
  const [{ start, end, newText } = { start: 0, end: 0, newText: '' }] = edits;
  return text.slice(0, start) + newText + text.slice(end);
}

describe("what is added to a Python file's head", () => {
  it('joins the first of several groups of imports', () => {
    assert.equal(
      withTyping('import os\n# of files\n\nimport anthropic\n'),
      'import os\n# of files\nfrom typing import Literal\n\nimport anthropic\n',
    );
  });

  it('joins the first group that another one follows at one blank line', () => {
    assert.equal(
      withTyping('import os\n\n\nimport re\n \t\nfrom anthropic import Anthropic\n'),
      'import os\n\n\nimport re\nfrom typing import Literal\n \t\nfrom anthropic import Anthropic\n',
    );
  });

  it('stands behind all imports that are one group, and behind those whose first group is the future', () => {
    assert.equal(withTyping('import os\nimport anthropic\n'), 'import os\nimport anthropic\nfrom typing import Literal\n');
    assert.equal(
      withTyping('from __future__ import annotations\n\nimport anthropic\n'),
      'from __future__ import annotations\n\nimport anthropic\nfrom typing import Literal\n',
    );
  });

  it('takes time in proportion to the head', () => {
    const lines = (count: number, line: string) => `${line}\n`.repeat(count);
    assertInProportion(6000, letters => addToHead(lines(2, `import ${'a'.repeat(letters)}`), URI, TYPING, ''), 'two long imports');
    assertInProportion(4000, count => addToHead(lines(count, 'import a'), URI, TYPING, ''), 'many imports');
    assertInProportion(4000, count => addToHead(lines(count, 'import a\n\n'), URI, TYPING, ''), 'many groups');
  });
});
