import { literalsOf, type Pass, type PassChange, type TextEdit } from './pass';
import type { PromptText } from './prompt-text';

/** A pass' change in terms of the original text. Changes of one run never overlap, so each may be taken without the others. */
export interface Change {
  readonly pass: Pass;
  readonly label: string;
  readonly edits: readonly TextEdit[];
}

/** The text as earlier passes left it, each character with its offset in the original. Written-in characters have none. */
interface Draft {
  text: string;
  origins: (number | undefined)[];
}

/** Runs passes one after the other. What can't be edited in the source is left as it is. */
export function runPasses(original: PromptText, passes: readonly Pass[]): readonly Change[] {
  const literalOf = literalsOf(original);
  const draft: Draft = { text: original.text, origins: Array.from({ length: original.text.length }, (_, offset) => offset) };
  const changes: Change[] = [];
  for (const pass of passes) {
    const found = pass.find(draft.text, offset => {
      const origin = draft.origins[offset];
      return origin === undefined ? undefined : literalOf(origin);
    });
    const taken: TextEdit[] = [];
    for (const change of found) {
      const edits = editable(change, draft, original).filter(edit => !taken.some(other => other.from < edit.to && edit.from < other.to));
      if (edits.length === 0 || (change.divisible !== true && edits.length < change.edits.length)) continue;
      taken.push(...edits);
      changes.push({ pass, label: change.label, edits: edits.flatMap(edit => inOriginal(edit, draft)) });
    }
    apply(draft, taken);
  }
  return changes;
}

/** Edits of characters that all have a place in the source. */
function editable({ edits }: PassChange, { origins }: Draft, { sourceAt }: PromptText): readonly TextEdit[] {
  return edits.filter(({ from, to }) => {
    for (let offset = from; offset < to; offset++) {
      const origin = origins[offset];
      if (origin === undefined || sourceAt(origin) === undefined) return false;
    }
    return from < to;
  });
}

/** What earlier passes removed in between is theirs, so one edit may become several; the first of them writes. */
function inOriginal({ from, to, insert }: TextEdit, { origins }: Draft): readonly TextEdit[] {
  const edits: { from: number; to: number; insert: string }[] = [];
  for (let offset = from; offset < to; offset++) {
    const origin = origins[offset] ?? 0;
    const last = edits[edits.length - 1];
    if (last !== undefined && last.to === origin) last.to = origin + 1;
    else edits.push({ from: origin, to: origin + 1, insert: last === undefined ? insert : '' });
  }
  return edits;
}

function apply(draft: Draft, edits: readonly TextEdit[]): void {
  let text = '';
  const origins: (number | undefined)[] = [];
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    text += draft.text.slice(done, edit.from) + edit.insert;
    for (let offset = done; offset < edit.from; offset++) origins.push(draft.origins[offset]);
    for (let offset = 0; offset < edit.insert.length; offset++) origins.push(undefined);
    done = edit.to;
  }
  for (let offset = done; offset < draft.text.length; offset++) origins.push(draft.origins[offset]);
  draft.text = text + draft.text.slice(done);
  draft.origins = origins;
}
