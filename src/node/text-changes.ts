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
