import type { WritablePrompt } from '../fixes/writers';
import { applyEdits, type Edit, type Refusal } from '../source/edit';
import type { PromptMessage } from '../source/prompt-document';
import { allMessages } from '../source/prompt-document';
import type { Stretch } from './source-stretches';

/** How a file's notation may write text: as it is, in JSON's or YAML's double quotes, in YAML's single quotes. */
const SPELLINGS: readonly ((text: string, lineBreak: string) => string)[] = [
  (text, lineBreak) => text.replaceAll('\n', lineBreak),
  text => JSON.stringify(text).slice(1, -1),
  text => text.replaceAll("'", "''"),
];

/**
 * Writes into the messages of a prompt file. The result is read again: every message must say what was asked, and no tag, role or
 * value may have come or gone, or the edits are refused.
 */
export function writeInPrompt(text: string, { format, summary }: WritablePrompt, stretches: readonly Stretch[]): readonly Edit[] | Refusal {
  const { uri } = summary;
  const before = allMessages(format.read(uri, text).document);
  const ordered = [...stretches].sort((a, b) => a.start - b.start);
  const asked = before.map(message => emitted(message, ordered));
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  for (const spell of SPELLINGS) {
    const edits = stretches.map(({ start, end, insert }) => ({ uri, start, end, newText: spell(insert, lineBreak) }));
    const after = allMessages(format.read(uri, applyEdits(text, edits)).document);
    const same =
      after.length === before.length &&
      after.every((message, index) => message.role === before[index]?.role && sameText(emitted(message, []), asked[index] ?? ''));
    if (same) return edits;
  }
  return { refused: 'The file’s format would read the changed text as something else. Change it by hand.' };
}

/** Where a message's text is trimmed depends on the format: what is white space at its ends says nothing. */
function sameText(is: string, asked: string): boolean {
  return is === asked || is.trim() === asked.trim();
}

/** What a message sends with these stretches rewritten. Values stand as they are written. */
function emitted({ pieces }: PromptMessage, stretches: readonly Stretch[]): string {
  let result = '';
  const written = new Set<Stretch>();
  for (const piece of pieces) {
    if (piece.kind === 'hole') {
      result += `{{${piece.label}}}`;
      continue;
    }
    const { text, runs } = piece.text;
    for (const run of runs) {
      const verbatim = run.length === run.sourceLength;
      for (let index = 0; index < run.length; index++) {
        const source = verbatim ? run.source + index : run.source;
        const stretch = stretchAt(stretches, source);
        if (stretch === undefined) result += text[run.at + index];
        else if (!written.has(stretch)) {
          written.add(stretch);
          result += stretch.insert;
        }
      }
    }
  }
  return result;
}

/** Among stretches in order. */
function stretchAt(ordered: readonly Stretch[], offset: number): Stretch | undefined {
  let [low, high] = [0, ordered.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = ordered[middle];
    if (stretch === undefined || (stretch.start <= offset && offset < stretch.end)) return stretch;
    if (offset < stretch.start) high = middle - 1;
    else low = middle + 1;
  }
  return undefined;
}
