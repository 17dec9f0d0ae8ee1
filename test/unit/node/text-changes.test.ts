import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coveringEdit } from '../../../src/core/source/covering-edit';
import { applyChanges } from '../../../src/node/text-changes';
import { assertInProportion } from '../growth';
import { someText, type TextEvent, textEvents } from './text-events';

describe('changes of a text', () => {
  it('gives the text that the editor has, whatever is typed, with surrogates and every line end', () => {
    fc.assert(
      fc.property(textEvents(), ({ start, events }) => {
        let text = start;
        for (const event of events) {
          text = applyChanges(text, event.changes);
          assert.equal(text, event.text);
        }
      }),
    );
  });

  it('applies changes that are not last place first one after the other', () => {
    const changes = [
      { start: 0, removed: 1, inserted: 'XYZ' },
      { start: 4, removed: 1, inserted: '-' },
    ];
    assert.equal(applyChanges('abc', changes), 'XYZb-');
  });

  it('refuses a change outside the text instead of guessing', () => {
    assert.throws(() => applyChanges('abc', [{ start: 2, removed: 5, inserted: '' }]), RangeError);
    assert.throws(() => applyChanges('abc', [{ start: -1, removed: 0, inserted: 'x' }]), RangeError);
  });

  it('rewrites a document of 5 MB with a thousand changes in one go', () => {
    const line = 'x = "some words of a line"\n';
    assertInProportion(1000, length => {
      const text = line.repeat(length * 200);
      const changes = Array.from({ length }, (_, index) => ({ start: (length - index) * 50, removed: 1, inserted: 'yy' }));
      assert.equal(applyChanges(text, changes).length, text.length + length);
    });
  });
});

describe('the edit that covers two texts', () => {
  it('leads from one to the other', () => {
    fc.assert(
      fc.property(textEvents(), ({ start, events }) => {
        const after = events.at(-1)?.text ?? start;
        const edit = coveringEdit(start, after);
        if (edit === undefined) return assert.equal(after, start);
        assert.equal(start.slice(0, edit.start) + after.slice(edit.start, edit.newEnd) + start.slice(edit.oldEnd), after);
      }),
    );
  });

  it('is found in long texts, wherever it stands, to the very unit', () => {
    const text = 'A line that is like all others.\n'.repeat(1000);
    const place = fc.integer({ min: 0, max: text.length });
    fc.assert(
      fc.property(place, fc.constantFrom(0, 1, 31, 5000), fc.constantFrom('', '#', '#'.repeat(9000)), (start, removed, inserted) => {
        const after = text.slice(0, start) + inserted + text.slice(start + removed);
        const edit = coveringEdit(text, after);
        if (edit === undefined) return assert.equal(after, text);
        assert.equal(text.slice(0, edit.start) + after.slice(edit.start, edit.newEnd) + text.slice(edit.oldEnd), after);
        // Nothing at its edges is the same in both.
        const isSmallest = edit.oldEnd === edit.start || edit.newEnd === edit.start;
        assert.ok(isSmallest || (text[edit.start] !== after[edit.start] && text[edit.oldEnd - 1] !== after[edit.newEnd - 1]));
        assert.ok(Math.min(edit.oldEnd - edit.start, edit.newEnd - edit.start) <= Math.max(removed, inserted.length));
      }),
    );
  });

  it('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(
        someText(),
        someText(),
        fc.constantFrom('😀', '😁', '🐀'),
        fc.constantFrom('😀', '😁', '🐀'),
        (head, tail, one, other) => {
          const edit = coveringEdit(`${head}${one}${tail}`, `${head}${other}${tail}`);
          if (edit === undefined) return assert.equal(one, other);
          const end = head.length + one.length;
          assert.ok(edit.start <= head.length && edit.oldEnd >= end && edit.newEnd >= end);
        },
      ),
    );
  });

  it('is as small as what changed', () => {
    const event: TextEvent = { changes: [{ start: 4, removed: 1, inserted: '42' }], text: 'x = 42\ny = 2\n' };
    assert.deepEqual(coveringEdit('x = 1\ny = 2\n', event.text), { start: 4, oldEnd: 5, newEnd: 6 });
  });
});
