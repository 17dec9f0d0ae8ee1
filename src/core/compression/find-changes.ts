import type { Writers } from '../fixes/writers';
import type { CallSite, Segment } from '../request/request';
import { isRefusal } from '../source/edit';
import { applyTextEdits, type Pass, type TextEdit } from './pass';
import { placeEdits, type RequestEdits } from './place-changes';
import { missingFrom } from './preserved';
import type { PromptText } from './prompt-text';
import { type Change, runPasses } from './run-passes';

/** A change of one part of a request. */
export interface TextChange extends Pick<Change, 'label' | 'edits'> {
  readonly segment: Segment;
}

/** What these passes find in a request, in reading order. What can't be written, or would lose something, is left out. */
export function findChanges(
  site: CallSite,
  texts: ReadonlyMap<Segment, PromptText>,
  passes: readonly Pass[],
  writers: Writers,
): readonly TextChange[] {
  return [...texts].flatMap(([segment, prompt]) =>
    runPasses(prompt, passes)
      .filter(change => keepsAll(prompt, change) && !isRefusal(placeEdits(site, texts, new Map([[segment, change.edits]]), writers)))
      .map(change => ({ ...change, segment })),
  );
}

function keepsAll({ text, values }: PromptText, { edits, pass }: Change): boolean {
  return pass.takes === 'white space' || missingFrom(text, applyTextEdits(text, edits), values).length === 0;
}

export function editsOf(changes: readonly TextChange[]): RequestEdits {
  const edits = new Map<Segment, TextEdit[]>();
  for (const { segment, edits: own } of changes) edits.set(segment, [...(edits.get(segment) ?? []), ...own]);
  return edits;
}
