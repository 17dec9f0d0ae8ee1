import { diffArrays } from 'diff';
import type { Segment } from '../request/request';
import type { Refusal } from '../source/edit';
import type { TextChange } from './find-changes';
import type { TextEdit } from './pass';
import { missingFrom } from './preserved';
import { OPAQUE, type PromptText } from './prompt-text';

/** More differences than this make another text of it. */
const MOST_DIFFERENCES = 4000;
const MOST_SHOWN = 5;

/** Checks what a model answered for each part, and takes it apart. Refused where anything is missing that the original says. */
export function readProposal(texts: ReadonlyMap<Segment, PromptText>, proposals: readonly string[]): readonly TextChange[] | Refusal {
  const changes: TextChange[] = [];
  let index = 0;
  for (const [segment, prompt] of texts) {
    const proposal = proposals[index++];
    if (proposal === undefined) return { refused: 'The answer lacks a part of the prompt, so nothing was changed.' };
    const missing = missingFrom(prompt.text, proposal, prompt.values);
    if (missing.length > 0) {
      const listed = missing.slice(0, MOST_SHOWN).map(({ kind, text }) => `${kind} “${short(text)}”`);
      const more = missing.length > MOST_SHOWN ? ` and ${missing.length - MOST_SHOWN} more` : '';
      return {
        refused: `The proposal was refused, because it lost something of the prompt: ${listed.join(', ')}${more}. Nothing was changed.`,
      };
    }
    const edits = differences(prompt.text, proposal);
    if (edits === undefined) return { refused: 'The answer is another text rather than a shorter one, so nothing was changed.' };
    changes.push(...edits.map(edit => ({ segment, label: labelOf(prompt.text, edit), edits: [edit] })));
  }
  return changes;
}

/** By words, with each value in its place. Differences that touch are one. Undefined: there are too many. */
function differences(original: string, proposal: string): readonly TextEdit[] | undefined {
  const [was, is] = [original.split(OPAQUE), proposal.split(OPAQUE)];
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const [index, before] of was.entries()) {
    const own = differencesIn(before, is[index] ?? '', offset);
    if (own === undefined) return undefined;
    edits.push(...own);
    offset += before.length + 1;
  }
  return edits;
}

function differencesIn(before: string, after: string, offset: number): readonly TextEdit[] | undefined {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_DIFFERENCES });
  if (parts === undefined) return undefined;
  const edits: { from: number; to: number; insert: string }[] = [];
  let at = 0;
  for (const { added, removed, value } of parts) {
    const text = value.join('');
    const last = edits[edits.length - 1];
    // A lone blank between two changes belongs to them.
    const bridge = last === undefined ? undefined : before.slice(last.to, at);
    if (!added && !removed) {
      at += text.length;
      continue;
    }
    const joins = last !== undefined && bridge !== undefined && /^[ \t]*$/.test(bridge);
    if (joins) {
      last.insert += bridge + (added ? text : '');
      last.to = removed ? at + text.length : at;
    } else edits.push({ from: at, to: removed ? at + text.length : at, insert: added ? text : '' });
    if (removed) at += text.length;
  }
  return edits.map(edit => anchored(edit, before, offset));
}

/** An insertion alone takes a neighbour along, since only characters have a place in the source. */
function anchored({ from, to, insert }: TextEdit, before: string, offset: number): TextEdit {
  if (from < to || before === '') return { from: from + offset, to: to + offset, insert };
  if (from > 0) return { from: from - 1 + offset, to: to + offset, insert: (before[from - 1] ?? '') + insert };
  return { from: from + offset, to: to + 1 + offset, insert: insert + (before[from] ?? '') };
}

function wordsOf(text: string): string[] {
  return text.match(/\r?\n|[ \t]+|[\p{L}\p{N}_'’-]+|[^\s]/gu) ?? [];
}

function labelOf(text: string, { from, to, insert }: TextEdit): string {
  const [old, now] = [short(text.slice(from, to)), short(insert)];
  if (now === '') return `Remove "${old}"`;
  return old === '' ? `Insert "${now}"` : `Say "${now}" for "${old}"`;
}

function short(text: string): string {
  const words = text.replaceAll(OPAQUE, '{…}').replace(/\s+/g, ' ').trim();
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`;
}
