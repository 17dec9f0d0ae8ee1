import type { Pass, PassChange, TextEdit } from '../pass';
import { codeBlocks, codeSpans, type Line, linesOf, placeholders, type Range, tableRows, touches, urls } from '../protected-text';

export const pass: Pass = {
  id: 'decoration',
  title: 'Decorative Markdown',
  takes: 'decoration',
  find(text) {
    const kept = [...codeBlocks(text), ...codeSpans(text), ...placeholders(text), ...tableRows(text), ...urls(text)];
    const lines = linesOf(text);
    return lines.flatMap((line, index) =>
      touches(kept, line.from, Math.max(line.to, line.from + 1)) ? [] : changesIn(text, lines, line, index),
    );
  },
};

function changesIn(text: string, lines: readonly Line[], line: Line, index: number): readonly PassChange[] {
  const rule = /^[ \t]*(([-=*_~#+])\2{2,})[ \t]*$/.exec(line.text);
  if (rule?.[1] !== undefined) return ruleChange(text, lines, line, index, rule[1]);
  const heading = boldHeading(line);
  return heading === undefined ? emphasis(line) : [heading];
}

/** A rule that only repeats what the heading behind it says goes; any other keeps three marks, as it may separate data. */
function ruleChange(text: string, lines: readonly Line[], line: Line, index: number, marks: string): readonly PassChange[] {
  const [before, after] = [lines[index - 1], lines[index + 1]];
  const next = lines.slice(index + 1).find(({ text: own }) => own.trim() !== '');
  const alone = before !== undefined && before.text.trim() === '' && after !== undefined && after.text.trim() === '';
  if (alone && next !== undefined && /^#{1,6} /.test(next.text) && !speaksOfDelimiters(text))
    return [
      {
        label: `Remove the rule before "${short(next.text)}"`,
        edits: [{ from: line.from, to: lines[index + 2]?.from ?? after.to, insert: '' }],
      },
    ];
  if (marks.length === 3) return [];
  const from = line.from + line.text.indexOf(marks) + 3;
  return [{ label: `Shorten a rule of ${marks.length} marks`, edits: [{ from, to: from + marks.length - 3, insert: '' }] }];
}

function speaksOfDelimiters(text: string): boolean {
  return /delimit|separat|enclos|surround|between the|dash|hyphen|horizontal|rule line|\blines? of\b/i.test(text);
}

/** `## **Title**`: a heading is one already. */
function boldHeading(line: Line): PassChange | undefined {
  const match = /^([ \t]*#{1,6} +)(\*\*|__)([^*_\n]+)\2(?:[ \t]*:)?[ \t]*$/.exec(line.text);
  if (match === null) return undefined;
  const [, lead = '', marks = '', words = ''] = match;
  const opening = line.from + lead.length;
  const closing = opening + marks.length + words.length;
  const edits = [opening, closing].map(from => ({ from, to: from + marks.length, insert: '' }));
  return { label: `Take the bold off the heading "${short(words)}"`, edits };
}

/** `***word***` to `**word**`, `!!!` to `!`. */
function emphasis(line: Line): readonly PassChange[] {
  const edits: TextEdit[] = [];
  for (const match of line.text.matchAll(/(?<!\*)(\*{3,})(?=[^\s*])([^*\n]*[^\s*])\1(?!\*)/g)) {
    const [whole, marks = '', words = ''] = match;
    const from = line.from + match.index;
    edits.push({ from, to: from + marks.length - 2, insert: '' });
    edits.push({ from: from + marks.length + words.length, to: from + whole.length - 2, insert: '' });
  }
  for (const match of line.text.matchAll(/(?<=\p{L})!{2,}(?=\s|$)/gu))
    edits.push({ from: line.from + match.index + 1, to: line.from + match.index + match[0].length, insert: '' });
  const ordered = edits.sort((a, b) => a.from - b.from);
  return ordered.length === 0 || overlap(ordered) ? [] : [{ label: `Take repeated emphasis off "${short(line.text)}"`, edits: ordered }];
}

function overlap(edits: readonly Range[]): boolean {
  return edits.some((edit, index) => (edits[index - 1]?.to ?? 0) > edit.from);
}

function short(text: string): string {
  const words = text.replace(/^[\s#*_>-]+|(?<![\s*_])[\s*_]+$/g, '');
  return words.length <= 40 ? words : `${words.slice(0, 39)}…`;
}
