import type { Uri } from '../../span';
import type { Problem } from '../../summary';

/** Where a file's front matter and its body stand, in source offsets. */
export interface FrontMatter {
  /** The YAML between the fences, its last line end included; undefined: there is none. */
  readonly yaml?: { readonly start: number; readonly end: number };
  readonly bodyStart: number;
  readonly problem?: Problem;
}

export interface FenceRules {
  /** Lines that end a fence may look like this, besides `---`. */
  readonly fences: readonly string[];
  /** Blank lines may stand before the opening fence. */
  readonly blankBefore: boolean;
  /** `#` comment lines (a licence) may stand before the opening fence. */
  readonly commentsBefore: boolean;
  /** Says that an opening fence alone is a mistake, not a horizontal rule. */
  readonly mustClose: boolean;
}

interface Line {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  readonly next: number;
}

/** Splits a file at its fences. A byte order mark belongs to neither part. */
export function splitFrontMatter(uri: Uri, text: string, rules: FenceRules): FrontMatter {
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = openingFence(text, first, rules);
  if (opening === undefined) return { bodyStart: first };
  for (let line = lineAt(text, opening.next); line !== undefined; line = lineAt(text, line.next)) {
    if (isFence(text, line, rules)) return { yaml: { start: opening.next, end: line.start }, bodyStart: line.next };
  }
  if (!rules.mustClose) return { bodyStart: first };
  const problem = {
    message: `The front matter is never closed: write a line \`${text.slice(opening.start, opening.end).trim()}\` behind it. Until then the whole file is read as the prompt.`,
    at: { uri, start: opening.start, end: opening.end },
  };
  return { bodyStart: first, problem };
}

function openingFence(text: string, from: number, rules: FenceRules): Line | undefined {
  for (let line = lineAt(text, from); line !== undefined; line = lineAt(text, line.next)) {
    if (isFence(text, line, rules, rules.blankBefore)) return line;
    const content = text.slice(line.start, line.end).trim();
    const skipped = content === '' ? rules.blankBefore : rules.commentsBefore && content.startsWith('#');
    if (!skipped) return undefined;
  }
  return undefined;
}

function isFence(text: string, line: Line, rules: FenceRules, indented = false): boolean {
  if (line.end - line.start > 200) return false;
  const content = text.slice(line.start, line.end);
  return rules.fences.includes(indented ? content.trim() : content.trimEnd());
}

function lineAt(text: string, start: number): Line | undefined {
  if (start >= text.length) return undefined;
  const newline = text.indexOf('\n', start);
  const next = newline === -1 ? text.length : newline + 1;
  const end = newline === -1 ? text.length : text[newline - 1] === '\r' && newline > start ? newline - 1 : newline;
  return { start, end, next };
}
