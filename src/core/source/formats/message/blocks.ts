import type { Token } from '../template/tag';

/** Whether lines [start, end) can stand at `target` instead: no tag or block is cut, the block around them is the same, nothing assigned between. */
export function fitsBlocks(tokens: readonly Token[], start: number, end: number, target: number): boolean {
  const open: number[] = [];
  const around = new Map<number, string>();
  const note = (offset: number, edge: number) => {
    if (offset <= edge && !around.has(offset)) around.set(offset, open.join(' '));
  };
  for (const token of tokens) {
    for (const edge of [start, end, target]) note(edge, token.start);
    if (token.kind === 'literal') continue;
    if ([start, end, target].some(edge => token.start < edge && edge < token.end)) return false;
    const { action } = token;
    const between = token.start >= start && token.start < target;
    if (between && action.kind === 'nothing' && action.assigns) return false;
    if (action.kind === 'open') open.push(token.start);
    else if (action.kind === 'close') open.pop();
    else if (action.kind === 'otherwise') open.push(-(open.pop() ?? 0) - 1);
  }
  for (const edge of [start, end, target]) note(edge, Number.POSITIVE_INFINITY);
  return around.get(start) === around.get(end) && around.get(start) === around.get(target) && !opensAndCloses(tokens, start, end);
}

/** A stretch that closes a block and opens another of the same depth has the same surroundings at both ends, but is no whole. */
function opensAndCloses(tokens: readonly Token[], start: number, end: number): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (token.kind !== 'tag' || token.start < start || token.end > end) continue;
    if (token.action.kind === 'open') depth++;
    if (token.action.kind === 'close' && --depth < 0) return true;
    if (token.action.kind === 'otherwise' && depth === 0) return true;
  }
  return depth !== 0;
}
