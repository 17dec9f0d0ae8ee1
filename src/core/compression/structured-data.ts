import { OPAQUE } from './prompt-text';
import { codeBlocks, type Range, touches } from './protected-text';

/** Longer data is not looked for: nobody writes it into a prompt by hand. */
const LONGEST = 200_000;
/** Openings that turn out to be none cost time. */
const MOST_ATTEMPTS = 200;

/** Objects and lists of valid JSON over several lines, outermost first. A value that the program fills in may stand where a value can. */
export function jsonBlocks(text: string): readonly Range[] {
  const code = codeBlocks(text);
  const blocks: Range[] = [];
  let attempts = 0;
  let done = 0;
  for (const match of text.matchAll(/[{[](?=\s*(?:["{[\]}\d\uFFFCtfn-]))/g)) {
    if (match.index < done || attempts++ > MOST_ATTEMPTS) continue;
    const to = endOfJson(text, match.index);
    if (to === undefined || touches(code, match.index, to)) continue;
    const block = text.slice(match.index, to);
    if (!block.includes('\n') || besideBackticks(text, match.index, to) || !isJson(block)) continue;
    blocks.push({ from: match.index, to });
    done = to;
  }
  return blocks;
}

/** Lines that are joined pair their backticks anew, so that other words become code. */
function besideBackticks(text: string, from: number, to: number): boolean {
  const end = text.indexOf('\n', to);
  return text.slice(text.lastIndexOf('\n', from) + 1, end < 0 ? text.length : end).includes('`');
}

/** White space between tokens. One blank stays between two brackets of a kind: doubled, they open a placeholder in many templates. */
export function spacesInJson(block: string): readonly Range[] {
  const spaces: Range[] = [];
  for (const { from, to } of outsideStrings(block)) {
    for (const match of block.slice(from, to).matchAll(/\s+/g)) {
      const start = from + match.index;
      const [before, after] = [block[start - 1] ?? '', block[start + match[0].length] ?? ''];
      if (before === OPAQUE || after === OPAQUE) continue;
      const keep = /[{}]/.test(before) && before === after ? 1 : 0;
      if (match[0].length > keep) spaces.push({ from: start, to: start + match[0].length - keep });
    }
  }
  return spaces;
}

function isJson(block: string): boolean {
  let filled = '';
  let done = 0;
  for (const { from, to } of outsideStrings(block)) {
    filled += block.slice(done, from) + block.slice(from, to).replaceAll(OPAQUE, 'null');
    done = to;
  }
  try {
    JSON.parse(filled + block.slice(done));
    return true;
  } catch {
    // Not JSON, so it is left as it is.
    return false;
  }
}

/** The offset behind the bracket that closes the one at `from`; undefined: none does. */
function endOfJson(text: string, from: number): number | undefined {
  let depth = 0;
  const limit = Math.min(text.length, from + LONGEST);
  for (let at = from; at < limit; at++) {
    const sign = text[at];
    if (sign === '"') {
      at = endOfString(text, at) - 1;
      continue;
    }
    if (sign === '{' || sign === '[') depth++;
    if (sign === '}' || sign === ']') depth--;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function outsideStrings(block: string): readonly Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (let at = 0; at < block.length; at++) {
    if (block[at] !== '"') continue;
    ranges.push({ from, to: at });
    from = endOfString(block, at);
    at = from - 1;
  }
  return [...ranges, { from, to: block.length }];
}
