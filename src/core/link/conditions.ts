import type { Block, BlockId, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { type Context, type Evaluation, usedIn, workedOut } from './evaluation';
import { LEFT_OPEN } from './grounds';
import type { Lookup } from './lookup';
import { isSettled } from './settled';
import { truthOf } from './tests';

/** Whether a condition holds; undefined when that can't be said. */
export type Decide = (condition: Value) => boolean | undefined;

/** Conditions that depend on variables that depend on conditions, and so on; deeper ones stay open. */
const DEEPEST_CONDITION = 6;

/** For a condition on which another one hangs: what takes longer is hardly ever decided, and is asked for wherever the other one is. */
const MOST_STEPS_WITHIN = 300;

/** Decides conditions with what is known in a context. Where nobody calls, parameters are open, and so are nearly all conditions. */
export function decideIn(evaluation: Evaluation, context: Context): Decide {
  return condition => {
    const { reliances } = evaluation;
    if (!isPlain(condition) && reliances.look(context, 'no call', within => within.length === 0)) return undefined;
    const depth = evaluation.deciding.length;
    const before = evaluation.decisions.find(condition, context, depth);
    const kept = before ?? workedOut(evaluation, context, () => decide(evaluation, condition, context));
    if (before === undefined) evaluation.decisions.keep(condition, context, kept, depth);
    return usedIn(evaluation, context, kept);
  };
}

function decide(evaluation: Evaluation, condition: Value, context: Context): boolean | undefined {
  if (evaluation.deciding.length >= DEEPEST_CONDITION) {
    evaluation.records.restOn(LEFT_OPEN);
    return undefined;
  }
  const evaluated = () => evaluation.evaluate(condition, context);
  const isWithin = evaluation.deciding.length > 0;
  evaluation.deciding.push(condition);
  const value = isWithin ? evaluation.briefly(MOST_STEPS_WITHIN, evaluated) : evaluated();
  evaluation.deciding.pop();
  if (value === undefined) return undefined;
  const truth = truthOf(value);
  const isSure =
    truth !== undefined && (isSettled(evaluation, condition, context) || isDecidedByOne(evaluation, condition, truth, context));
  return isSure ? truth : undefined;
}

/** `rerank and self.reranker`: without the first, whatever the other one holds by then. */
function isDecidedByOne(evaluation: Evaluation, condition: Value, truth: boolean, context: Context): boolean {
  if (condition.kind !== 'test' || condition.test !== (truth ? 'or' : 'and')) return false;
  return condition.operands.some(operand => decideIn(evaluation, context)(operand) === truth);
}

/** Made of variables and constants alone: `if DEBUG`. What a module holds (`settings.DEBUG`) any other may set. */
function isPlain(condition: Value): boolean {
  return PLAIN.has(condition.kind) && (condition.kind !== 'test' || condition.operands.every(isPlain));
}

/** Whether a condition is over nothing but what is named as a constant: nobody is expected to set it while the program runs. */
export function isOverConstants(condition: Value): boolean {
  if (condition.kind === 'name') return /^_?[A-Z][A-Z0-9_]*$/.test(condition.name);
  return isPlain(condition) && (condition.kind !== 'test' || condition.operands.every(isOverConstants));
}

const PLAIN: ReadonlySet<Value['kind']> = new Set(['test', 'name', 'text', 'scalar']);

/** Whether each block of one statement runs, of which at most one does. */
export function blocksThatRun(blocks: readonly Block[], decide: Decide): ReadonlyMap<Block, boolean | undefined> {
  const runs = new Map<Block, boolean | undefined>();
  let before: boolean | undefined = false;
  for (const block of blocks) {
    const isLast = block.exhaustive && block.condition === undefined;
    const own: boolean | undefined =
      before === true ? false : block.condition === undefined ? (isLast ? true : undefined) : decide(block.condition);
    runs.set(block, own === true && before === undefined ? undefined : own);
    if (before !== true && own !== false) before = own === true && before === false ? true : undefined;
  }
  return runs;
}

/** Whether what stands in a block runs whenever its scope does, or what stands in all of `within`; false when it never does. */
export function blockRuns(
  lookup: Lookup,
  scope: Scope,
  block: BlockId,
  decide: Decide,
  within: readonly Block[] = [],
): boolean | undefined {
  let all: boolean | undefined = true;
  for (const around of lookup.blocksAround(scope, block)) {
    if (within.includes(around)) continue;
    if (around.kind === 'with' || around.kind === 'plain') continue;
    if (around.kind === 'try' || around.kind === 'catch' || around.kind === 'loop' || around.kind === 'comprehension') {
      all = undefined;
      continue;
    }
    const group = scope.blocks.filter(other => other.group === around.group);
    const own = blocksThatRun(group, decide).get(around);
    if (own === false) return false;
    if (own === undefined) all = undefined;
  }
  return all;
}
