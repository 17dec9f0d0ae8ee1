import type { TextChange } from '../protocol/worker';

/** Applies the changes of one editor event in order; each refers to the text as the ones before it left it. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  if (lastFirst(changes)) return rebuild(text, changes);
  return changes.reduce((current, change) => rebuild(current, [change]), text);
}

/** Editors report an event's changes last place first: then no change moves the next one, and the text is built in one go. */
function lastFirst(changes: readonly TextChange[]): boolean {
  return changes.every((change, index) => {
    const before = changes[index - 1];
    return before === undefined || change.start + change.removed <= before.start;
  });
}

function rebuild(text: string, changes: readonly TextChange[]): string {
  const pieces: string[] = [];
  let end = text.length;
  for (const { start, removed, inserted } of changes) {
    if (start < 0 || removed < 0 || start + removed > end)
      throw new RangeError(`A change at ${start} (${removed} removed) lies outside a text of ${text.length}`);
    pieces.push(text.slice(start + removed, end), inserted);
    end = start;
  }
  pieces.push(text.slice(0, end));
  return pieces.reverse().join('');
}

/** One edit that leads from one text to another, in UTF-16 code units: the stretch between what both begin and end with. */
export interface CoveringEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Undefined for equal texts. Never cuts a surrogate pair. */
export function coveringEdit(before: string, after: string): CoveringEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let common = 0;
  while (common < shorter - start && before.charCodeAt(before.length - 1 - common) === after.charCodeAt(after.length - 1 - common))
    common++;
  if (common > 0 && isLowSurrogate(before.charCodeAt(before.length - common))) common--;
  return { start, oldEnd: before.length - common, newEnd: after.length - common };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
