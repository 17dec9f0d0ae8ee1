import type { Block, CallPlace, Scope } from '../source/summary';
import type { Lookup } from './lookup';

const BRANCHES: ReadonlySet<Block['kind']> = new Set(['then', 'else', 'case']);

/** Calls of a function's body by what runs together: of each group, one run of the body makes one call at most. */
export function exclusiveGroups(lookup: Lookup, scopes: readonly Scope[], places: readonly CallPlace[]): readonly (readonly CallPlace[])[] {
  const groups: CallPlace[][] = [];
  for (const place of places) {
    const group = groups.find(others => others.every(other => excludingBlock(lookup, scopes, other, place) !== undefined));
    if (group === undefined) groups.push([place]);
    else group.push(place);
  }
  return groups;
}

/** The block around the earlier of two calls by which the later one isn't made as well: another branch than its, or one that ends the function. */
export function excludingBlock(lookup: Lookup, scopes: readonly Scope[], earlier: CallPlace, later: CallPlace): Block | undefined {
  const scope = scopes[earlier.scope];
  if (scope === undefined || earlier.scope !== later.scope) return undefined;
  const after = lookup.blocksAround(scope, later.block);
  return lookup.blocksAround(scope, earlier.block).find(block => {
    if (after.includes(block)) return false;
    // A call that fails is made again behind what was tried, and is paid for once.
    if (block.kind === 'try') return returnsAtItsEnd(scope, block);
    return BRANCHES.has(block.kind) && (after.some(other => isOtherBranch(block, other)) || returnsAtItsEnd(scope, block));
  });
}

function isOtherBranch(block: Block, other: Block): boolean {
  return BRANCHES.has(other.kind) && other.group === block.group;
}

/** Whether a block of a function ends by returning. */
export function returnsAtItsEnd({ effects, blocks }: Scope, { id }: Block): boolean {
  return (
    effects.some(effect => effect.kind === 'return' && runsWith(blocks, effect.block, id)) ||
    blocks.some(block => block.returns === true && runsWith(blocks, block.id, id))
  );
}

/** What stands in a `with` runs whenever what is around it does. */
function runsWith(blocks: readonly Block[], inner: number, outer: number): boolean {
  let id = inner;
  while (id !== outer) {
    const block = blocks[id];
    if (block === undefined || (block.kind !== 'with' && block.kind !== 'plain')) return false;
    id = block.parent;
  }
  return true;
}
