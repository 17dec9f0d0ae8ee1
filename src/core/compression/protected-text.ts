import { OPAQUE } from './prompt-text';

/** Decoded [from, to). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Fenced code with its fences, whatever their indentation; one that is never closed reaches to the end. */
export function codeBlocks(text: string): readonly Range[] {
  const blocks: Range[] = [];
  let open: { readonly from: number; readonly fence: string } | undefined;
  for (const line of linesOf(text)) {
    const fence = /^[ \t]*(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (fence === undefined) continue;
    if (open === undefined) open = { from: line.from, fence };
    else if (fence.startsWith(open.fence) && /^[ \t]*[`~]+\s*$/.test(line.text)) {
      blocks.push({ from: open.from, to: line.to });
      open = undefined;
    }
  }
  return open === undefined ? blocks : [...blocks, { from: open.from, to: text.length }];
}

/** `code` inside of a line: closed by as many backticks as open it, as in Markdown. */
export function codeSpans(text: string): readonly Range[] {
  return matches(text, /(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g);
}

export function urls(text: string): readonly Range[] {
  return matches(text, /\b(?:https?|ftp|mailto|file):[^\s<>"'`)\]}\uFFFC]+|\bwww\.[^\s<>"'`)\]}\uFFFC]+/gi);
}

/** Values that the program fills in, known to be such or only written like it: `{name}`, `{{ name }}`, `${name}`, `<<NAME>>`, `%s`, `[NAME]`. */
export function placeholders(text: string): readonly Range[] {
  return matches(
    text,
    new RegExp(
      `${OPAQUE}|\\{\\{[^{}\\n]{1,80}\\}\\}|\\{%[^%\\n]{1,80}%\\}|\\$?\\{[ \\t]*[\\p{L}_][\\p{L}\\p{N}_.\\[\\]-]{0,60}[ \\t]*\\}|<<[^<>\\n]{1,60}>>|%\\([\\w.]{1,60}\\)[sd]|%[sd]\\b|\\[[A-Z][A-Z0-9_ ]{1,40}\\]`,
      'gu',
    ),
  );
}

/** Rows of tables: their columns may be aligned. */
export function tableRows(text: string): readonly Range[] {
  return linesOf(text).filter(line => /^[ \t]*\|.*\||\|.*\||\S *\t.*\t *\S|^[ \t]*\+[-=+]+\+/.test(line.text));
}

/** What stands in quotes is to be said as it is. */
function quotations(text: string): readonly Range[] {
  return matches(text, /"[^"\n]{1,300}"|“[^”\n]{1,300}”|«[^»\n]{1,300}»|(?<![\p{L}\p{N}])'[^'\n]{1,300}'(?![\p{L}\p{N}])/gu);
}

/** Examples, and dialogue that is one: `<example>…</example>`, `User: …`. */
function examples(text: string): readonly Range[] {
  const spoken = linesOf(text).filter(line =>
    /^[ \t]*(?:[-*>] )?(?:\*\*)?(?:user|human|customer|assistant|ai|agent|bot|q|a|question|answer|input|output|e\.g\.|example)[^:\n]{0,20}:/i.test(
      line.text,
    ),
  );
  return [...tagged(text, KEPT_TAGS), ...spoken];
}

const KEPT_TAGS = tagsOf('examples?|sample|input|output|documents?|context|transcript');
const ANSWER_TAGS = tagsOf('examples?|samples?|output(?:_\\w+)?|answers?|response|assistant(?:_\\w+)?');

function tagsOf(names: string): RegExp {
  return new RegExp(`</(${names})>|<(${names})(?=[\\s>])[^<>]*>`, 'gi');
}

/** What shows how the model is to answer: it writes as it is shown, lines and all. */
export function answersShown(text: string): readonly Range[] {
  return tagged(text, ANSWER_TAGS);
}

/** From each such tag to the next that closes one of its name. */
function tagged(text: string, tags: RegExp): readonly Range[] {
  const ends = new Map<string, number>();
  const found: Range[] = [];
  for (const tag of [...text.matchAll(tags)].reverse()) {
    const [whole, closed, opened = ''] = tag;
    const to = ends.get(opened.toLowerCase());
    if (closed !== undefined) ends.set(closed.toLowerCase(), tag.index + whole.length);
    else if (to !== undefined) found.push({ from: tag.index, to });
  }
  let end = 0;
  return found.reverse().filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/** All that a change of words never touches. */
export function wordsToKeep(text: string): readonly Range[] {
  return [
    ...codeBlocks(text),
    ...codeSpans(text),
    ...urls(text),
    ...placeholders(text),
    ...tableRows(text),
    ...quotations(text),
    ...examples(text),
    ...tags(text),
  ];
}

/** `<rules>`, `</rules>`. */
export function tags(text: string): readonly Range[] {
  return matches(text, /<\/?[\p{L}_][\p{L}\p{N}_.:-]{0,60}(?:\s[^<>\n]{0,200})?\/?>/gu);
}

export function touches(ranges: readonly Range[], from: number, to: number): boolean {
  return ranges.some(range => range.from < to && from < range.to);
}

export interface Line extends Range {
  /** Without its line break. */
  readonly text: string;
}

/** Lines by `\n`; a `\r` before it belongs to the line's end. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf('\n', from);
    const end = found === -1 ? text.length : found;
    const to = end > from && text[end - 1] === '\r' ? end - 1 : end;
    lines.push({ from, to, text: text.slice(from, to) });
    from = end + 1;
  }
  return lines;
}

function matches(text: string, pattern: RegExp): readonly Range[] {
  return [...text.matchAll(pattern)].map(match => ({ from: match.index, to: match.index + match[0].length }));
}
