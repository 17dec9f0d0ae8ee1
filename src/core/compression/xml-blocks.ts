import { OPAQUE } from './prompt-text';
import { answersShown, codeBlocks, type Range, touches } from './protected-text';

/** White space between these is seen by who reads the text. */
const INLINE = new Set(
  'a abbr b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark meter output pre q s samp script select small span strong style sub sup textarea time tt u var wbr'.split(
    ' ',
  ),
);
/** Fewer elements are marks around text, not data. */
const LEAST_ELEMENTS = 3;
const LONGEST = 200_000;

interface Element {
  readonly name: string;
  readonly from: number;
  children: number;
  hasText: boolean;
  /** White space between its children. */
  readonly spaces: Range[];
}

/** Well-formed XML over several lines, as the white space in it that no text has part in. */
export function spacesInXml(text: string): readonly { readonly block: Range; readonly spaces: readonly Range[] }[] {
  if (text.length > LONGEST) return [];
  const kept = [...codeBlocks(text), ...answersShown(text)];
  const blocks: { block: Range; spaces: readonly Range[] }[] = [];
  for (const { block, spaces, elements } of wellFormed(text)) {
    const source = text.slice(block.from, block.to);
    const isData = elements >= LEAST_ELEMENTS && !source.includes('`') && !touches(kept, block.from, block.to);
    if (isData && spaces.length > 0) blocks.push({ block, spaces });
  }
  return blocks;
}

interface Found {
  readonly block: Range;
  readonly spaces: readonly Range[];
  readonly elements: number;
}

/** Outermost elements whose tags all match. An element that holds text keeps its white space. */
function wellFormed(text: string): readonly Found[] {
  const found: Found[] = [];
  let open: Element[] = [];
  let elements = 0;
  let inline = false;
  let spaces: Range[] = [];
  let done = 0;
  const reset = () => {
    open = [];
    elements = 0;
    inline = false;
    spaces = [];
  };
  for (const match of text.matchAll(/<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g)) {
    const [tag, closing, name = '', , empty] = match;
    const top = open[open.length - 1];
    const between = text.slice(done, match.index);
    if (top !== undefined && between.trim() !== '') top.hasText = true;
    // Other signs of markup: a stray bracket, a comment, a value that may be markup itself.
    if (top !== undefined && (/[<>&]/.test(between.replace(/&\w+;|&#\d+;/g, '')) || isBareValue(between))) reset();
    else if (top !== undefined && between.includes('\n') && between.trim() === '') top.spaces.push({ from: done, to: match.index });
    done = match.index + tag.length;
    if (INLINE.has(name.toLowerCase())) inline = true;
    if (empty === '/') {
      count(open);
      elements += open.length > 0 ? 1 : 0;
    } else if (closing === '') {
      count(open);
      elements++;
      open.push({ name, from: match.index, children: 0, hasText: false, spaces: [] });
    } else if (open[open.length - 1]?.name !== name) reset();
    else {
      const closed = open.pop();
      if (closed !== undefined && closed.children > 0 && !closed.hasText) spaces.push(...closed.spaces);
      if (open.length > 0 || closed === undefined) continue;
      const block = { from: closed.from, to: done };
      if (!inline) found.push({ block, spaces: [...spaces].sort((a, b) => a.from - b.from), elements });
      reset();
    }
  }
  return found;
}

function isBareValue(between: string): boolean {
  return between.includes(OPAQUE) && between.replaceAll(OPAQUE, '').trim() === '' && between.includes('\n');
}

function count(open: readonly Element[]): void {
  const parent = open[open.length - 1];
  if (parent !== undefined) parent.children++;
}
