import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/source/edit';
import { applyReplacements, type Replacement, withEdits } from '../../../../src/core/source/replacement';

/** Edits of a text of this length that don't touch each other. */
function editsWithin(length: number, seeds: readonly (readonly [number, number, string])[]): readonly Replacement[] {
  const edits: Replacement[] = [];
  for (const [from, size, newText] of seeds) {
    const start = from % (length + 1);
    const end = Math.min(length, start + size);
    if (!edits.some(other => start <= other.end && other.start <= end)) edits.push({ start, end, newText });
  }
  return edits;
}

const seeds = fc.array(fc.tuple(fc.nat(60), fc.nat(6), fc.string({ maxLength: 5 })), { maxLength: 6 });

describe('replacements', () => {
  it('say in terms of the original what edits in rounds have made of it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(seeds, { maxLength: 4 }), (original, rounds) => {
        let text = original;
        let replacements: readonly Replacement[] = [];
        for (const round of rounds) {
          const edits = editsWithin(text.length, round);
          text = applyEdits(
            text,
            edits.map(edit => ({ ...edit, uri: 'file:///a' })),
          );
          replacements = withEdits(replacements, edits);
        }
        assert.equal(applyReplacements(original, replacements), text);
        for (const [index, { start, end }] of replacements.entries()) {
          const next = replacements[index + 1];
          assert.ok(start <= end && (next === undefined || end < next.start), 'they are in order and never touch');
        }
      }),
    );
  });
});
