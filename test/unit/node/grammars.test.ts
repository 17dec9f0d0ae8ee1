import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SyntaxNode } from '../../../src/core/source/syntax';
import { createGrammars, type Parse, type ParsedTree } from '../../../src/node/grammars';
import { textEvents } from './text-events';

function outline(node: SyntaxNode): unknown {
  return [node.type, node.startIndex, node.endIndex, node.children.map(child => (child === null ? null : outline(child)))];
}

function parsed(outcome: ReturnType<Parse>): ParsedTree {
  assert.ok(typeof outcome === 'object', `expected a tree, got ${String(outcome)}`);
  return outcome;
}

const limits = { budget: 10_000 };

describe('grammars', () => {
  let python: Parse;
  before(async () => {
    python = await createGrammars()('python');
  });

  it('parses with offsets in UTF-16 code units', () => {
    const tree = parsed(python('s = "😀"\nf(s)\n', limits));
    assert.equal(tree.root.type, 'module');
    assert.equal(tree.root.children[1]?.startIndex, 9);
    tree.release();
  });

  it('gives after any edits the tree that a fresh parse gives', () => {
    fc.assert(
      fc.property(textEvents(), ({ start, events }) => {
        let text = `def f(x):\n    return g("${start}", x)\n`;
        const offset = text.indexOf('"') + 1;
        let tree = parsed(python(text, limits));
        for (const event of events) {
          text = `${text.slice(0, offset)}${event.text}", x)\n`;
          tree = parsed(python(text, limits, tree));
          const fresh = parsed(python(text, limits));
          assert.deepEqual(outline(tree.root), outline(fresh.root));
          fresh.release();
        }
        tree.release();
      }),
      { numRuns: 100 },
    );
  });

  it('stops when it is cancelled or out of time, keeps the earlier tree, and parses the next text from its start', () => {
    const big = 'value = compute(1, [2, 3], key="x")\n'.repeat(4000);
    const before = parsed(python(big, limits));
    const changed = big.replaceAll('compute', 'g');
    let asked = 0;
    assert.equal(python(changed, { ...limits, cancelled: () => ++asked > 3 }, before), 'cancelled');
    assert.equal(python(changed, { budget: 0 }, before), 'out-of-time');
    assert.equal(parsed(python('x = 1\n', limits)).root.endIndex, 6);
    assert.equal(parsed(python(changed, limits, before)).root.endIndex, changed.length);
  });

  it('tells of a grammar that does not exist', async () => {
    await assert.rejects(createGrammars()('no-such-language'));
  });
});
