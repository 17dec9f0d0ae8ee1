import type { Writers } from '../fixes/writers';
import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { TextEdit } from './pass';
import type { PromptText } from './prompt-text';
import { stretchesOf } from './source-stretches';
import { writeStretches } from './write-stretches';

/** Edits of a request's texts, by part. */
export type RequestEdits = ReadonlyMap<Segment, readonly TextEdit[]>;

/** The edits in the sources that make these edits of the texts; refused as a whole where one has no place. */
export function placeEdits(
  site: CallSite,
  texts: ReadonlyMap<Segment, PromptText>,
  edits: RequestEdits,
  writers: Writers,
): readonly Edit[] | Refusal {
  const stretches = [];
  for (const [segment, own] of edits) {
    const prompt = texts.get(segment);
    const found = prompt && stretchesOf(prompt, own, uri => writers.textOf(uri));
    if (found === undefined) return { refused: 'A part of this text has no place of its own in the code. Change it by hand.' };
    stretches.push(...found);
  }
  const written = writeStretches(site, stretches, writers);
  return isRefusal(written) ? written : [...written].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.start - b.start));
}
