import type { Block, CallPlace, Scope } from '../source/summary';
import type { ScopeId } from '../source/values';
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

/** A block of a scope's body. */
export interface BlockOfScope {
  readonly scope: Scope;
  readonly block: Block;
}

/** The block around the earlier of two calls by which the later one isn't made as well: another branch than its, or one that ends the function. */
export function excludingBlock(lookup: Lookup, scopes: readonly Scope[], earlier: CallPlace, later: CallPlace): BlockOfScope | undefined {
  const scope = scopeAroundBoth(scopes, earlier.scope, later.scope);
  if (scope === undefined) return undefined;
  const after = blocksAround(lookup, scopes, scope, later);
  const block = blocksAround(lookup, scopes, scope, earlier).find(around => {
    if (after.includes(around)) return false;
    // A call that fails is made again behind what was tried, and is paid for once.
    if (around.kind === 'try') return returnsAtItsEnd(scope, around);
    return BRANCHES.has(around.kind) && (after.some(other => isOtherBranch(around, other)) || returnsAtItsEnd(scope, around));
  });
  return block && { scope, block };
}

/** The function that two calls are made in, by lambdas that run where they are written (`run_in_executor(None, lambda: …)`) or without. */
function scopeAroundBoth(scopes: readonly Scope[], one: ScopeId, other: ScopeId): Scope | undefined {
  const around = new Set(ownAndAround(scopes, other));
  return ownAndAround(scopes, one).find(scope => around.has(scope));
}

function ownAndAround(scopes: readonly Scope[], id: ScopeId): readonly Scope[] {
  const found: Scope[] = [];
  for (let scope = scopes[id]; scope !== undefined; scope = isLambda(scope) ? scopes[scope.parent ?? -1] : undefined) found.push(scope);
  return found;
}

function isLambda({ kind, name }: Scope): boolean {
  return kind === 'function' && name === '';
}

function blocksAround(lookup: Lookup, scopes: readonly Scope[], scope: Scope, place: CallPlace): readonly Block[] {
  if (place.scope === scope.id) return lookup.blocksAround(scope, place.block);
  const within = ownAndAround(scopes, place.scope).find(({ parent }) => parent === scope.id);
  if (within === undefined) return [];
  const { start, end } = within.at;
  return scope.blocks.filter(({ at }) => at.start <= start && end <= at.end);
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
