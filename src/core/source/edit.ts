import type { Uri } from './span';

/** Replaces [start, end) of a document. The edits of one fix never overlap and all refer to the same version. */
export interface Edit {
  readonly uri: Uri;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** There is no such file yet: it is made, with this text. A file that is there by then is never written over. */
  readonly creates?: true;
}

/** Why an edit can't be made safely, and what to do instead. Shown to the user. */
export interface Refusal {
  readonly refused: string;
}

/** Whether there are no edits, but a reason why. */
export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}

/** Applies edits to one document's text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  return ordered.reduce((result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end), text);
}
