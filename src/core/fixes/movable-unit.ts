/** A stretch of decoded text that can stand elsewhere without breaking what is around it. */
export interface MovableUnit {
  readonly from: number;
  readonly to: number;
  /** Whole lines, or sentences within a line. */
  readonly kind: 'line' | 'sentence';
}

/** Why a stretch can't be moved, as a clause. */
export interface Immovable {
  readonly because: string;
}

const SENTENCE_END = /[.!?:]["')\]]?\s+|\n/g;

/** The smallest self-contained stretch around an offset: its line if that is all it says, else its sentence. */
export function movableUnit(text: string, offset: number): MovableUnit | Immovable {
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1;
  const lineBreak = text.indexOf('\n', offset);
  const lineTo = lineBreak < 0 ? text.length : lineBreak;
  const line = text.slice(lineFrom, lineTo);
  const because = structure(text, lineFrom, line);
  if (because !== undefined) return { because };
  const from = sentenceStart(text, lineFrom, offset);
  const to = sentenceEnd(text, lineTo, offset);
  const opensLine = text.slice(lineFrom, from).trim() === '';
  const closesLine = text.slice(to, lineTo).trim() === '';
  if ((closesLine && goesOn(text, lineTo)) || (opensLine && startsMidSentence(text, lineFrom)))
    return { because: 'it stands in a sentence that runs over several lines' };
  return opensLine && closesLine ? { from: lineFrom, to: lineTo, kind: 'line' } : { from, to, kind: 'sentence' };
}

/** Units in reading order; those with only white space between them move as one. */
export function joinedUnits(text: string, units: readonly MovableUnit[]): readonly MovableUnit[] {
  const joined: MovableUnit[] = [];
  for (const unit of [...units].sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last === undefined || (unit.from > last.to && text.slice(last.to, unit.from).trim() !== '')) joined.push(unit);
    else
      joined[joined.length - 1] = {
        from: last.from,
        to: Math.max(last.to, unit.to),
        kind: last.kind === 'line' && unit.kind === 'line' ? 'line' : 'sentence',
      };
  }
  return joined;
}

function sentenceStart(text: string, lineFrom: number, offset: number): number {
  let start = lineFrom;
  for (const match of text.slice(lineFrom, offset).matchAll(SENTENCE_END))
    if (!match[0].startsWith(':')) start = lineFrom + match.index + match[0].length;
  return start;
}

function sentenceEnd(text: string, lineTo: number, offset: number): number {
  for (const match of text.slice(offset, lineTo).matchAll(SENTENCE_END))
    if (!match[0].startsWith(':')) return offset + match.index + match[0].trimEnd().length;
  return lineTo;
}

/** Whether the sentence at a line's end is continued on the next line. */
function goesOn(text: string, lineTo: number): boolean {
  const next = /^\n([^\n]*)/.exec(text.slice(lineTo))?.[1] ?? '';
  const line = text.slice(text.lastIndexOf('\n', lineTo - 1) + 1, lineTo).trimEnd();
  const isOpen = line !== '' && !/[.!?:;>)\]`"']$/.test(line) && !KEY.test(line) && !KEY.test(next);
  return isOpen && /^\s*[a-z]/.test(next);
}

/** `time: …`, `user name = …`: a line that says one thing by itself. */
const KEY = /^\s*[\w -]{1,40}[:=]\s/;

function startsMidSentence(text: string, lineFrom: number): boolean {
  if (lineFrom === 0) return false;
  const before = text.slice(text.lastIndexOf('\n', lineFrom - 2) + 1, lineFrom - 1).trimEnd();
  return before !== '' && /[a-z,]$/.test(before) && /^\s*[a-z]/.test(text.slice(lineFrom));
}

/** Lists, tables, code blocks and tags have an order of their own. */
function structure(text: string, lineFrom: number, line: string): string | undefined {
  const before = text.slice(0, lineFrom);
  if ((before.match(/^[ \t]*(```|~~~)/gm)?.length ?? 0) % 2 === 1) return 'it stands in a code block';
  if (/^\s*\d+[.)]\s/.test(line)) return 'it is a step of a numbered list';
  if (/^\s*[-*+•]\s/.test(line)) return 'it is an item of a list';
  if (/^\s*#{1,6}\s/.test(line)) return 'it is a heading, and what follows belongs to it';
  if (/^\s*\|/.test(line)) return 'it stands in a table';
  const written = before.trimEnd();
  const above = written.split('\n').pop() ?? '';
  if (/^\s*#{1,6}\s/.test(above)) return `it belongs under the heading “${above.replace(/^[\s#]+/, '').slice(0, 40)}”`;
  if (/:\s*$/.test(above) && !/\n[ \t]*\n/.test(before.slice(written.length))) return 'it belongs to the line above it';
  const open = openTag(before, text.slice(lineFrom + line.length));
  return open === undefined ? undefined : `it stands inside <${open}>`;
}

/** The innermost XML-like tag that is open before a place and closed behind it; a placeholder such as <name> is never closed. */
function openTag(before: string, after: string): string | undefined {
  const stack: string[] = [];
  for (const match of before.matchAll(/<(\/?)([A-Za-z][\w-]*)(?:\s[^<>]*)?>/g)) {
    const name = match[2] ?? '';
    if (match[1] !== '/') stack.push(name);
    else if (stack.includes(name)) stack.length = stack.lastIndexOf(name);
  }
  return stack.reverse().find(name => after.includes(`</${name}>`));
}
