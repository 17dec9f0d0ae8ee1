import type { Span } from '../source/span';
import type { Block, BlockId, Effect, Place, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { choose, hole } from './evaluation';

/** An unreduced history of one variable: what it was set to, then what was done to it. */
type Effects = readonly Effect[];

/**
 * The value of a variable at `use`, from the ordered effects of its scope: the assignments that reach it, and the appends in
 * between, each optional under `if` and repeated in a loop. Undefined when nothing assigns it.
 */
export function valueAt(scope: Scope, effects: Effects, use: { readonly at: Span; readonly flow: boolean }, base?: Value): Value | undefined {
  const useChain = use.flow ? chainOf(scope, innermost(scope, use.at.start)) : [];
  const reaching = effects.filter(effect => !use.flow || reaches(scope, effect, use.at.start, useChain));
  let state: Value | undefined = base;
  let assignedIn: readonly Block[] = [];
  let branch: { group: number; values: Map<BlockId, Value> } | undefined;

  const settle = () => {
    if (branch === undefined) return;
    const { group, values } = branch;
    const blocks = scope.blocks.filter(block => block.group === group);
    const covered = blocks.length > 0 && blocks.every(block => values.has(block.id)) && blocks.some(block => block.exhaustive);
    const options = [...(covered || state === undefined ? [] : [state]), ...values.values()];
    const first = options[0];
    if (first !== undefined) state = choose(first.at, options);
    branch = undefined;
  };

  for (const effect of reaching) {
    if (effect.kind === 'return') continue;
    const chain = chainOf(scope, effect.block);
    const apart = chain.filter(block => !useChain.includes(block) && isBranch(block));
    const divide = apart[0];
    if (effect.kind === 'assign' && effect.target.path.length === 0) {
      if (divide === undefined || !use.flow) {
        settle();
        state = effect.value;
        assignedIn = chain;
      } else {
        if (branch !== undefined && branch.group !== divide.group) settle();
        branch ??= { group: divide.group, values: new Map() };
        branch.values.set(divide.id, effect.value);
      }
      continue;
    }
    const inBranch = divide === undefined ? undefined : branch?.group === divide.group ? branch.values.get(divide.id) : undefined;
    if (inBranch !== undefined && divide !== undefined) {
      branch?.values.set(divide.id, applied(inBranch, effect, false, false));
      continue;
    }
    settle();
    const loops = chain.some(block => block.kind === 'loop' && !assignedIn.includes(block));
    const conditional = chain.some(block => (block.kind === 'then' || block.kind === 'else' || block.kind === 'case' || block.kind === 'catch') && !useChain.includes(block));
    state = applied(state ?? hole(effect.at, rootName(effect.target), 'not assigned here'), effect, loops, conditional);
  }
  settle();
  return state;
}

function applied(state: Value, effect: Exclude<Effect, { kind: 'return' }>, loops: boolean, conditional: boolean): Value {
  if (effect.kind === 'disturb') {
    return effect.how === 'sort' || effect.how === 'reverse' ? hole(effect.at, rootName(effect.target), `reordered by ${effect.how}()`) : state;
  }
  if (effect.target.path.length > 0 && effect.kind === 'assign') {
    const key = effect.target.path[0] ?? '';
    const value = conditional ? choose(effect.at, [{ kind: 'member', at: effect.at, object: state, key }, effect.value]) : effect.value;
    return withEntry(state, effect.target.path, value, effect.at);
  }
  if (effect.kind === 'update' || effect.kind === 'assign') {
    if (effect.kind === 'assign') return effect.value;
    const added: Value = { kind: 'operation', at: effect.at, operator: effect.operator, left: state, right: repeatedIf(effect.value, loops, effect.at) };
    return conditional ? choose(effect.at, [state, added]) : added;
  }
  const plain: Value = effect.kind === 'extend' ? { kind: 'spread', at: effect.at, value: effect.value } : effect.value;
  const item = conditional && !loops ? ({ kind: 'optional', at: effect.at, item: plain } as const) : repeatedIf(plain, loops, effect.at);
  const whole: Value = { kind: 'spread', at: state.at, value: state };
  return { kind: 'list', at: state.at, items: effect.kind === 'prepend' ? [item, whole] : [whole, item] };
}

function repeatedIf(value: Value, repeats: boolean, at: Span): Value {
  return repeats ? { kind: 'repeat', at, item: value } : value;
}

function withEntry(state: Value, path: readonly string[], value: Value, at: Span): Value {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inner = rest.length === 0 ? value : withEntry({ kind: 'member', at, object: state, key }, rest, value, at);
  return { kind: 'record', at: state.at, entries: [{ value: { kind: 'spread', at: state.at, value: state }, at: state.at }, { key, value: inner, at }] };
}

/** Before the use, or anywhere in a loop they share: the next round sees it. Never from the other branch of the same `if`. */
function reaches(scope: Scope, effect: Effect, use: number, useChain: readonly Block[]): boolean {
  const chain = chainOf(scope, effect.block);
  const excluded = chain.some(block => useChain.some(other => other.group === block.group && other.id !== block.id && isBranch(block) && block.kind !== 'loop'));
  if (excluded) return false;
  if (effect.at.start < use && !(effect.at.start <= use && use < effect.at.end)) return true;
  return effect.kind !== 'assign' && chain.some(block => block.kind === 'loop' && useChain.includes(block));
}

function isBranch(block: Block): boolean {
  return block.kind === 'then' || block.kind === 'else' || block.kind === 'case' || block.kind === 'catch' || block.kind === 'loop';
}

export function innermost(scope: Scope, offset: number): BlockId {
  let found = -1;
  let size = Number.POSITIVE_INFINITY;
  for (const block of scope.blocks) {
    const length = block.at.end - block.at.start;
    if (block.at.start <= offset && offset < block.at.end && length <= size) {
      found = block.id;
      size = length;
    }
  }
  return found;
}

/** The blocks around a place, outermost first. */
export function chainOf(scope: Scope, block: BlockId): readonly Block[] {
  const chain: Block[] = [];
  for (let current = scope.blocks[block]; current !== undefined && chain.length < 100; current = scope.blocks[current.parent]) chain.unshift(current);
  return chain;
}

export function rootName(place: Place): string {
  return place.root === 'self' ? `self.${place.path[0] ?? ''}` : place.root.name;
}
