import type { Writers } from '../fixes/writers';
import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import { isRefusal } from '../source/edit';
import { applyTextEdits, type Pass, type TextEdit } from './pass';
import { placeEdits, type RequestEdits } from './place-changes';
import { missingFrom } from './preserved';
import type { PromptReader } from './prompt-reader';
import type { PromptText } from './prompt-text';
import type { Change } from './run-passes';

/** A change of one part of a request. */
export interface TextChange extends Pick<Change, 'label' | 'edits'> {
  readonly segment: Segment;
}

/** What these passes find in a request, in reading order. What can't be written, or would lose something, is left out. */
export function findChanges(
  site: CallSite,
  texts: ReadonlyMap<Segment, PromptText>,
  passes: readonly Pass[],
  { writers, reader }: { readonly writers: Writers; readonly reader: PromptReader },
): readonly TextChange[] {
  return [...texts].flatMap(([segment, prompt]) => {
    const changes = reader.changes(prompt, passes);
    const isRight = (some: readonly Change[]) => {
      const edits = some.flatMap(change => change.edits);
      const changesWords = some.some(({ pass }) => pass.takes !== 'white space');
      if (changesWords && missingFrom(prompt.text, applyTextEdits(prompt.text, edits), prompt.values).length > 0) return false;
      return !isRefusal(placeEdits(site, texts, new Map([[segment, edits]]), writers));
    };
    // Mostly all are right, which is quickly known.
    const right = changes.length === 0 || isRight(changes) ? changes : changes.filter(change => isRight([change]));
    return [...right].sort((a, b) => startOf(a) - startOf(b)).map(change => ({ ...change, segment }));
  });
}

function startOf({ edits }: Change): number {
  return Math.min(...edits.map(({ from }) => from));
}

export function editsOf(changes: readonly TextChange[]): RequestEdits {
  const edits = new Map<Segment, TextEdit[]>();
  for (const { segment, edits: own } of changes) edits.set(segment, [...(edits.get(segment) ?? []), ...own]);
  return edits;
}
