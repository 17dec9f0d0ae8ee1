import fc from 'fast-check';
import type { TextChange } from '../../../src/protocol/worker';

export interface TextEvent {
  readonly changes: readonly TextChange[];
  /** The whole text after the event. */
  readonly text: string;
}

const unit = fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '\r', '"', 'é', '😀', '🐀', '\ud83d', '\ude00', '\u2028', 'x = 1\n');

/** Text with every line end, pairs and lone halves of surrogates. */
export function someText(maxLength = 30): fc.Arbitrary<string> {
  return fc.array(unit, { maxLength }).map(units => units.join(''));
}

/**
 * A text and events on it, as editors report them: the changes of one event refer to the text before it, don't overlap, and come
 * last place first. The text after each event is built from the pieces in reading order, without the code under test.
 */
export function textEvents(): fc.Arbitrary<{ readonly start: string; readonly events: readonly TextEvent[] }> {
  const cut = fc.record({ from: fc.nat(40), length: fc.nat(6), inserted: someText(4) });
  const event = fc.array(cut, { minLength: 1, maxLength: 4 });
  return fc.record({ start: someText(), cuts: fc.array(event, { maxLength: 6 }) }).map(({ start, cuts }) => {
    let text = start;
    const events = cuts.map(cutsOfEvent => {
      let position = 0;
      let after = '';
      const changes: TextChange[] = [];
      for (const { from, length, inserted } of [...cutsOfEvent].sort((a, b) => a.from - b.from)) {
        if (from < position || from > text.length) continue;
        const end = Math.min(text.length, from + length);
        after += text.slice(position, from) + inserted;
        changes.unshift({ start: from, removed: end - from, inserted });
        position = end;
        // Two changes at one place have no order of their own.
        if (length === 0) position = end + 1 > text.length ? Number.POSITIVE_INFINITY : end;
      }
      text = after + text.slice(Number.isFinite(position) ? position : text.length);
      return { changes, text };
    });
    return { start, events };
  });
}
