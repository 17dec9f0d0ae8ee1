import { placeOf } from './place-of';
import type { Block, BlockId, Effect, Place, Scope } from './summary';
import type { Call, Value } from './values';

/** What only reads or keeps what it is handed, and stands in nearly every file. */
const READING: ReadonlySet<string> = new Set(['print', 'console', 'logger', 'logging', 'log', 'expect', 'assert', 'pprint', 'super']);

/** Effects before a call that are looked through for the loop that it stands in. */
const MOST_BEFORE = 200;

/**
 * `add_tools(params)`, as a statement: whoever makes a call and takes nothing of it makes it for what it does, which may be to
 * change what it is handed. Nothing is said of calls that were read as changing what they are called on (`messages.append(m)`).
 */
export function passedByStatement(call: Call, block: BlockId, { effects, blocks }: Pick<Scope, 'effects' | 'blocks'>): readonly Effect[] {
  const caller = rootOf(call.callee);
  const last = effects[effects.length - 1];
  if (caller === undefined || READING.has(caller) || (last !== undefined && last.at.start >= call.at.start)) return [];
  const handed = call.args.flatMap(({ value }, place) => {
    const target = handedPlace(value);
    return target === undefined ? [] : [{ target, place }];
  });
  if (handed.length === 0) return [];
  const over = call.callee.kind === 'name' ? itemsOf(caller, blocks[block], { effects, blocks }) : undefined;
  const forEach = over === undefined ? {} : { forEach: over };
  return handed.map(each => ({ kind: 'pass', at: call.at, block, value: call, byStatement: true, ...each, ...forEach }));
}

/** `changes.forEach(change => change(body))`, as a statement: what stands around is handed to each of what is gone through. */
export function passedToEach({ callee, args }: Call, block: BlockId, scopes: readonly Round[]): readonly Effect[] {
  const each = args[0]?.value;
  const round = each?.kind === 'function' ? scopes[each.scope] : undefined;
  const called = round?.params[0]?.passed;
  if (callee.kind !== 'member' || callee.key !== 'forEach' || round === undefined || called === undefined) return [];
  return round.effects.flatMap((effect): readonly Effect[] => {
    const call = effect.kind === 'pass' || effect.kind === 'return' ? effect.value : undefined;
    if (call?.kind !== 'call' || call.callee.kind !== 'name' || call.callee.name !== called.label) return [];
    const value = { ...call, callee: called };
    return call.args.flatMap(({ value: handed }, place): readonly Effect[] => {
      const target = effect.kind === 'pass' && effect.place !== place ? undefined : handedPlace(handed);
      if (target === undefined || isOfRound(round, target)) return [];
      return [{ kind: 'pass', at: call.at, block, value, byStatement: true, target, place, forEach: callee.object }];
    });
  });
}

/** A callback's parameters, and what happens in it. */
type Round = Pick<Scope, 'params' | 'effects'>;

function isOfRound({ params, effects }: Round, { root }: Place): boolean {
  if (root === 'self') return false;
  const isDeclared = (effect: Effect) =>
    effect.kind === 'assign' && effect.declares && effect.target.root !== 'self' && effect.target.root.name === root.name;
  return params.some(({ name }) => name === root.name) || effects.some(isDeclared);
}

/** A variable, or a field of the object (`self.messages`). */
function handedPlace(value: Value): Place | undefined {
  const isField = value.kind === 'member' && value.object.kind === 'self';
  return value.kind === 'name' || isField ? placeOf(value)?.place : undefined;
}

/** `for option in options: option(params)`: what the loop goes over whose variable is called. */
function itemsOf(name: string, inner: Block | undefined, { effects, blocks }: Pick<Scope, 'effects' | 'blocks'>): Value | undefined {
  let loop = inner;
  while (loop !== undefined && loop.kind !== 'loop') loop = blocks[loop.parent];
  if (loop === undefined) return undefined;
  for (let index = effects.length - 1; index >= Math.max(0, effects.length - MOST_BEFORE); index--) {
    const effect = effects[index];
    if (effect === undefined) return undefined;
    const isOfLoop = effect.block === loop.id && effect.kind === 'assign' && effect.value.kind === 'element';
    if (isOfLoop && effect.target.root !== 'self' && effect.target.root.name === name)
      return effect.value.part.length === 0 ? effect.value.of : undefined;
    if (effect.block !== loop.id && effect.at.start < loop.at.start) return undefined;
  }
  return undefined;
}

/** `add(…)`, `tools.add(…)`: what it is called by; of the object's or class's own methods nothing. Undefined: what another expression gives. */
function rootOf(callee: Value): string | undefined {
  const root = callee.kind === 'member' ? callee.object : callee;
  if (root.kind === 'name') return root.name;
  return root.kind === 'self' || root.kind === 'class' ? '' : undefined;
}
