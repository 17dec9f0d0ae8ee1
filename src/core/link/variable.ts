import type { Span } from '../source/span';
import type { Block, BlockId, Effect, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { apply, type Change, type Circumstance, isChange, isUnset, setsWhole } from './changes';
import { choose } from './choose';
import { blocksThatRun, type Decide } from './conditions';
import { conditionsOf } from './given';
import type { Lookup } from './lookup';
import { nothingSet, onlySetKeys, withGiven } from './set-in-branches';
import { SetParts } from './set-parts';

/** Where a variable is read. Without `flow` it is read from another scope, when all of its own scope may have run. */
export interface Use {
  readonly at: Span;
  readonly flow: boolean;
  /** Says of conditions whether they hold. */
  readonly decide: Decide;
}

/**
 * The unreduced value of a variable at its use, from the ordered effects of one scope: of branches, each that may have run;
 * of appends, all that may have happened. `base`: what it was before. Undefined when nothing sets it.
 */
export function valueAt(lookup: Lookup, scope: Scope, effects: readonly Effect[], use: Use, base?: Value): Value | undefined {
  const changes = effects.filter(isChange);
  const [first] = changes;
  if (first === undefined) return base;
  const around = use.flow ? lookup.blocksAround(scope, innermost(scope, use.at.start)) : [];
  const before = use.flow ? changes.filter(change => change.at.start < use.at.start && use.at.start >= change.at.end) : changes;
  const walk = new Walk(lookup, scope, around, use.decide);
  const state = walk.run(before, -1, base, { loops: false, conditional: false });
  return use.flow ? walk.roundTheLoop(changes, before, state) : state;
}

class Walk {
  constructor(
    private readonly lookup: Lookup,
    private readonly scope: Scope,
    /** The blocks around the use: it stands in exactly this branch of each. */
    private readonly around: readonly Block[],
    private readonly decide: Decide,
  ) {}

  /** Effects of one block and of those in it. */
  run(changes: readonly Change[], within: BlockId, base: Value | undefined, under: Circumstance): Value | undefined {
    let state = base;
    let current = under;
    for (let index = 0; index < changes.length; ) {
      const change = changes[index] as Change;
      const block = this.childAround(change, within);
      if (block === undefined) {
        state = after(this.lookup, state, change, current);
        // What is added to a list made in this round of a loop is added once.
        if (setsWhole(change)) current = { loops: false, conditional: false };
        index += 1;
        continue;
      }
      const from = index;
      while (index < changes.length && this.childAround(changes[index] as Change, within)?.group === block.group) index += 1;
      state = this.statement(changes.slice(from, index), within, block, state, current);
    }
    return state;
  }

  /** All blocks of one statement. */
  private statement(
    changes: readonly Change[],
    within: BlockId,
    first: Block,
    state: Value | undefined,
    under: Circumstance,
  ): Value | undefined {
    const inside = (block: Block) => changes.filter(change => this.childAround(change, within) === block);
    const entered = this.around.find(block => block.group === first.group);
    const loops = under.loops || first.kind === 'loop';
    if (entered !== undefined) return this.run(inside(entered), entered.id, state, { ...under, loops });
    if (first.kind === 'with' || first.kind === 'plain') return this.run(changes, first.id, state, under);
    if (first.kind === 'try' && (first.exhaustive || state === undefined)) return this.run(changes, first.id, state, under);
    const blocks = first.kind === 'loop' || first.kind === 'try' ? [first] : this.scope.blocks.filter(block => block.group === first.group);
    const runs = blocksThatRun(blocks, this.decide);
    const possible = blocks.filter(block => runs.get(block) !== false);
    const surely = possible.some(block => runs.get(block) === true) && first.kind !== 'loop' && first.kind !== 'try';
    if (first.kind !== 'loop' && first.kind !== 'try' && state !== undefined && onlySetKeys(possible.map(inside))) {
      const { same } = this.lookup;
      const nothing = same.of([first], 'nothing set', () => nothingSet(first.at));
      const staying = possible.filter(block => !this.leaves(block));
      const ends = staying.map(block => this.run(inside(block), block.id, nothing, { loops, conditional: false }) ?? nothing);
      const isOne = surely || blocks.some(block => block.exhaustive);
      const given = oneOf(this.lookup, first.at, isOne ? ends : [nothing, ...ends], conditionsOf(possible));
      return same.of([state, given], `given ${under.conditional}`, () => withGiven(state, given, under.conditional));
    }
    // What an object is told in branches that exclude each other makes objects that do so, too.
    if (!changes.some(change => setsWhole(change) || (change.kind === 'call' && first.kind !== 'loop'))) {
      const conditional = under.conditional || (first.kind !== 'loop' && !surely);
      const conditions = conditionsOf(possible) ?? under.conditions;
      const inBranch = { loops, conditional, ...(conditions && { conditions }) };
      return possible.reduce<Value | undefined>((sofar, block) => this.run(inside(block), block.id, sofar, inBranch), state);
    }
    const staying = possible.filter(block => !this.leaves(block));
    const ends = staying.map(block => this.run(inside(block), block.id, state, { ...under, loops }));
    const skipped = first.kind === 'loop' || !(surely || blocks.some(block => block.exhaustive)) ? [state] : [];
    const options = [...skipped, ...ends].filter(option => option !== undefined);
    const [some] = options;
    if (some === undefined) return state;
    const isBranch = first.kind !== 'loop' && first.kind !== 'try';
    return oneOf(this.lookup, some.at, options, isBranch ? conditionsOf(possible) : undefined);
  }

  /** In a loop the round before may have run what stands below the use. */
  roundTheLoop(changes: readonly Change[], before: readonly Change[], state: Value | undefined): Value | undefined {
    const outerLoop = this.around.find(block => block.kind === 'loop');
    if (outerLoop === undefined) return state;
    const fresh = before
      .filter(setsWhole)
      .flatMap(change => this.lookup.blocksAround(this.scope, change.block).filter(block => block.kind === 'loop'));
    const rounds = this.around.filter(block => block.kind === 'loop' && !fresh.includes(block));
    return changes.reduce((value, change) => {
      const chain = this.lookup.blocksAround(this.scope, change.block);
      const again = !before.includes(change) && rounds.some(round => chain.includes(round));
      if (!again) return value;
      if (!setsWhole(change)) return after(this.lookup, value, change, { loops: true, conditional: false });
      return value === undefined ? change.value : oneOf(this.lookup, value.at, [value, change.value]);
    }, state);
  }

  private childAround(change: Change, within: BlockId): Block | undefined {
    const chain = this.lookup.blocksAround(this.scope, change.block);
    return chain[chain.findIndex(block => block.id === within) + 1];
  }

  /** What is set in a branch that returns or throws never reaches what stands behind it. */
  private leaves(block: Block): boolean {
    if (block.throws === true) return true;
    return this.scope.effects.some(effect => effect.kind === 'return' && effect.block === block.id);
  }
}

/** What any number of calls of other functions add to a value, and what they may replace it by. */
export function changedElsewhere(lookup: Lookup, home: Value | undefined, elsewhere: readonly (readonly Effect[])[]): Value | undefined {
  const changes = elsewhere.flat().filter(isChange);
  const set = changes.filter(setsWhole).map(change => change.value);
  const options = home === undefined ? set : [home, ...set];
  // `client = None` until somebody sets it.
  const real = options.filter(option => !(option.kind === 'scalar' && option.value === null) && !isUnset(option));
  const [some] = real.length > 0 ? real : options;
  if (some === undefined) return undefined;
  const start = oneOf(lookup, some.at, real.length > 0 ? real : options);
  const others: readonly Change[] = changes.filter(change => !setsWhole(change));
  const isMade = isMadeElsewhere(start);
  const parts = new SetParts(start);
  return others.reduce((value, change) => {
    // Which of those who set a part came last is not known.
    const again = change.kind === 'assign' && parts.has(change.target.path);
    const next = after(lookup, value, change, { loops: true, conditional: isMade || change.block >= 0 || again });
    parts.follow(value, next);
    return next;
  }, start);
}

/** What an object was made with counts until code that changes it has run. */
function isMadeElsewhere(start: Value): boolean {
  if (start.kind === 'choice') return start.options.some(isMadeElsewhere);
  // `given || {}`
  if (start.kind === 'operation') return isMadeElsewhere(start.left);
  return start.kind === 'name' || start.kind === 'call' || start.kind === 'param' || start.kind === 'instance';
}

function after({ same }: Lookup, state: Value | undefined, change: Change, under: Circumstance): Value {
  const parts = [state ?? change, change] as const;
  return same.of(parts, `after ${under.loops} ${under.conditional}`, () => apply(state, change, under));
}

function oneOf({ same }: Lookup, at: Span, options: readonly Value[], under: readonly Value[] = []): Value {
  const [first, ...others] = options;
  if (first === undefined) return choose(at, options);
  return same.of([first, ...others, ...under], under.length === 0 ? 'choice' : `choice under ${under.length}`, () => {
    const chosen = choose(at, options);
    return chosen.kind === 'choice' && under.length > 0 ? { ...chosen, under } : chosen;
  });
}

function innermost(scope: Scope, offset: number): BlockId {
  let found = -1;
  let size = Number.POSITIVE_INFINITY;
  for (const block of scope.blocks) {
    const length = block.at.end - block.at.start;
    if (block.at.start > offset || offset >= block.at.end || length > size) continue;
    found = block.id;
    size = length;
  }
  return found;
}
