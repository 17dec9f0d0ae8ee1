import type { ItemLoop } from '../request/call-context';
import type { Block, Effect, Scope } from '../source/summary';
import type { Call, Value } from '../source/values';
import { addsToPartsOfSent } from './added-in-rounds';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { labelOf } from './labels';
import { goesOver, isNumbers } from './loops';
import type { Around } from './running-scopes';
import { namesSentBy } from './sent-by';
import { within } from './value-parts';

/** Few things are no batch. */
const FEW_ITEMS = 10;

/** The innermost loop over things, if no loop without things stands between, and if no round needs what another gave. */
export function itemLoopOf(evaluation: Evaluation, scopes: readonly Around[], call: Call): ItemLoop | undefined {
  const loop = innermostLoop(scopes, call);
  if (loop === undefined || dependsOnLastRound(scopes, call)) return undefined;
  if (loop.block !== undefined && addsToPartsOfSent(evaluation, loop.scope, loop.block, call)) return undefined;
  const over = evaluation.evaluate(loop.of, NO_CONTEXT);
  const isShort =
    over.kind === 'list' && over.items.length <= FEW_ITEMS && over.items.every(({ kind }) => kind !== 'spread' && kind !== 'repeat');
  return isShort ? undefined : { item: loop.label, over: labelOf(itemsOf(loop.of)) };
}

/** What hands out the items of something else as they are, or in another order. */
const HANDS_OUT = /^(?:enumerate|tqdm(?:\.tqdm)?|track|list|iter|sorted|reversed)$/;

function itemsOf(over: Value): Value {
  const of = over.kind === 'call' && HANDS_OUT.test(labelOf(over.callee)) ? over.args[0] : undefined;
  return of === undefined || of.name !== undefined ? over : itemsOf(of.value);
}

/** The comprehension's variable, where the call sends it. */
function elementIn(call: Call): Extract<Value, { kind: 'element' }> | undefined {
  for (const { value } of call.args) for (const part of within(value)) if (part.kind === 'element') return part;
  return undefined;
}

/** A variable that a round sets by the call's answer is sent by the next. */
function dependsOnLastRound(scopes: readonly Around[], call: Call): boolean {
  const sent = new Set(namesSentBy(call).map(({ name }) => name));
  return scopes.some(({ scope }) =>
    scope.effects.some(
      effect =>
        effect.kind !== 'return' &&
        effect.kind !== 'disturb' &&
        effect.target.root !== 'self' &&
        sent.has(effect.target.root.name) &&
        !isOwnItem(scope, effect) &&
        [...within(effect.value)].some(part => part.kind === 'call' && part.at.start === call.at.start),
    ),
  );
}

/** `row["team"] = …`, where each round has a row of its own. */
function isOwnItem({ effects }: Scope, { target }: Extract<Effect, { target: unknown }>): boolean {
  const { root } = target;
  if (root === 'self' || target.path.length === 0) return false;
  const isSame = (each: Effect) => each.kind === 'assign' && each.target.root !== 'self' && each.target.root.name === root.name;
  const set = effects.filter(each => isSame(each) && each.kind === 'assign' && each.target.path.length === 0);
  return set.length > 0 && set.every(each => each.kind === 'assign' && each.value.kind === 'element');
}

/** `text` of `for number, text in enumerate(texts)` */
function countedIn(scope: Scope, loop: Block): Extract<Value, { kind: 'element' }> | undefined {
  for (const effect of scope.effects) {
    if (effect.kind !== 'assign' || effect.block !== loop.id || effect.value.kind !== 'element') continue;
    const { of, part } = effect.value;
    if (of.kind === 'call' && labelOf(of.callee) === 'enumerate' && part[0] === 1) return effect.value;
  }
  return undefined;
}

interface OverItems {
  readonly label: string;
  readonly of: Value;
  readonly scope: Scope;
  /** Absent: a function that is passed to `map` and its like. */
  readonly block?: Block;
}

function innermostLoop(scopes: readonly Around[], call: Call): OverItems | undefined {
  for (const { scope, blocks } of scopes) {
    const loop = [...blocks].reverse().find(block => block.kind === 'loop' || block.kind === 'comprehension');
    const over = loop && (loop.kind === 'comprehension' ? elementIn(call) : (countedIn(scope, loop) ?? goesOver(scope, loop)));
    if (loop !== undefined)
      return over === undefined || isNumbers(over.of) ? undefined : { label: over.label, of: over.of, scope, block: loop };
    const passed = scope.params.find(param => param.passed !== undefined);
    if (passed?.passed !== undefined) return { label: passed.name, of: passed.passed.of, scope };
  }
  return undefined;
}
