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

  for (const [where, mark, inserted] of [
    ['in a name', 'ame, limit', 'x'],
    ['in a text', ' is ready', 'x'],
    ['at the end of a function', '\n\n\ndef f20(', 's'],
    ['on a line between functions', '\ndef f20(', 'a'],
    ['as a line between functions', '\ndef f20(', '\n'],
    ['as a comment between functions', '\ndef f20(', '# why'],
    ['as a line in a block', '\n    return', '\n    '],
  ] as const) {
    it(`parses little anew around what is typed ${where}`, () => {
      const text = Array.from({ length: 100 }, (_, n) => fn(n)).join('');
      const at = text.indexOf(mark, text.indexOf('def f19('));
      const before = parsed(python(text, limits));
      const edited = text.slice(0, at) + inserted + text.slice(at);
      const [anew, again] = [asked(edited), asked(edited, before)];
      // Some of what follows is always looked at again: a fixed share of it.
      assert.ok(again < anew / 4, `the parser asked ${again} times whether to go on, of ${anew} for the whole text`);
    });
  }

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

  function fn(n: number): string {
    return `def f${n}(name, limit=${n}):\n    text = f"{name} is ready"\n    if len(text) > limit:\n        text = text[:limit]\n    return text\n\n\n`;
  }

  function asked(text: string, before?: ParsedTree): number {
    let count = 0;
    const cancelled = () => {
      count += 1;
      return false;
    };
    parsed(python(text, { ...limits, cancelled }, before)).release();
    return count;
  }

  it('tells of a grammar that does not exist', async () => {
    await assert.rejects(createGrammars()('no-such-language'));
  });
});
