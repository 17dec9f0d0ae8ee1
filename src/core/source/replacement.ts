import { applyEdits } from './edit';

/** What stands in a text instead of a stretch [start, end) of it. Those of one text are in order and never touch. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Adds edits of the text as the replacements so far have left it, that don't touch each other, so that all is said in terms of the original text. */
export function withEdits(replacements: readonly Replacement[], edits: readonly Replacement[]): readonly Replacement[] {
  // From the end on, so that the places of those still to come stay what they are.
  return [...edits].sort((a, b) => b.start - a.start || b.end - a.end).reduce(withEdit, replacements);
}

function withEdit(replacements: readonly Replacement[], edit: Replacement): readonly Replacement[] {
  const placed = inChangedText(replacements);
  const touched = placed.filter(({ from, to }) => to >= edit.start && from <= edit.end);
  const [first] = touched;
  const last = touched[touched.length - 1];
  const before = placed.filter(({ to }) => to < edit.start);
  const shift = before.reduce((sum, { replacement: { start, end, newText } }) => sum + newText.length - (end - start), 0);
  const rest = replacements.filter(replacement => !touched.some(each => each.replacement === replacement));
  const merged: Replacement =
    first === undefined || last === undefined
      ? { start: edit.start - shift, end: edit.end - shift, newText: edit.newText }
      : {
          start: first.replacement.start - Math.max(0, first.from - edit.start),
          end: last.replacement.end + Math.max(0, edit.end - last.to),
          newText:
            first.replacement.newText.slice(0, Math.max(0, edit.start - first.from)) +
            edit.newText +
            last.replacement.newText.slice(Math.max(0, edit.end - last.from)),
        };
  return [...rest, merged].sort((a, b) => a.start - b.start);
}

function inChangedText(replacements: readonly Replacement[]) {
  let shift = 0;
  return replacements.map(replacement => {
    const from = replacement.start + shift;
    shift += replacement.newText.length - (replacement.end - replacement.start);
    return { replacement, from, to: from + replacement.newText.length };
  });
}

/** A text with some stretches of it replaced, which don't overlap. */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  return applyEdits(
    text,
    replacements.map(({ start, end, newText }) => ({ uri: '', start, end, newText })),
  );
}
