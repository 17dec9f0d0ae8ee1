import type { Span } from '../source/span';
import type { CodeSummary, Scope } from '../source/summary';
import type { ByCaller, Value, ValueOf } from '../source/values';
import { choose } from './choose';
import type { Context, Evaluation } from './evaluation';
import { paramValue } from './parameters';
import { isTextTest } from './text-tests';
import { callerDecides, isReforming } from './volatility';

/** Variables that hold what others hold, and methods behind each other. */
const DEEPEST = 5;

/** What stands under a key that isn't known: where callers pass the key, they decide which of the rows it is. */
export function chooseByKey(at: Span, key: Value | undefined, rows: Iterable<Value>): Value {
  return decided(choose(at, rows), key !== undefined && callerDecides(key) ? 'key' : undefined);
}

/** What branches leave, of which callers decide where a condition asks for what they pass: `model = BIG if tier == "smart" else SMALL`. */
export function chooseByBranch(evaluation: Evaluation, chosen: Value, conditions: readonly Value[], context: Context): Value {
  if (chosen.kind !== 'choice' || chosen.byCaller === 'branch') return chosen;
  const isAsked = conditions.some(condition => asksForPassed(evaluation, condition, context));
  return decided(chosen, isAsked ? 'branch' : undefined);
}

function decided(chosen: Value, byCaller: ByCaller | undefined): Value {
  return byCaller !== undefined && chosen.kind === 'choice' ? { ...chosen, byCaller } : chosen;
}

/**
 * Whether a condition asks for what callers pass. It is looked at as it is written, because what it hangs on may hang on the value
 * that it decides about.
 */
export function asksForPassed(evaluation: Evaluation, condition: Value, context: Context, depth = 0): boolean {
  const asks = (part: Value) => depth < DEEPEST && asksForPassed(evaluation, part, context, depth + 1);
  switch (condition.kind) {
    case 'test':
      return condition.operands.some(asks);
    case 'operation':
      return asks(condition.left) || asks(condition.right);
    case 'index':
      return asks(condition.object);
    case 'member':
      return condition.object.kind === 'self' ? callerDecides(evaluation.evaluate(condition, context)) : asks(condition.object);
    case 'call': {
      const { callee, args } = condition;
      return callee.kind === 'member' && (isReforming(callee.key, args) || isTextTest(callee.key)) && asks(callee.object);
    }
    case 'name':
      return isPassed(evaluation, condition, context, asks);
    default:
      return false;
  }
}

/** A parameter, whatever the function makes of it, or a variable that is set once, to something of a parameter. */
function isPassed(evaluation: Evaluation, name: ValueOf<'name'>, context: Context, asks: (part: Value) => boolean): boolean {
  const summary = evaluation.codeOf(name.at.uri);
  for (let scope = summary?.scopes[name.scope]; summary !== undefined && scope !== undefined; scope = around(summary, scope)) {
    if (scope.kind === 'module') return false;
    const passed = paramValue(evaluation, summary, scope, name, context);
    if (passed !== undefined) return callerDecides(passed);
    const [effect, ...others] = evaluation.lookup.effectsOn(scope, name.name);
    if (effect === undefined) continue;
    return others.length === 0 && effect.kind === 'assign' && effect.target.path.length === 0 && asks(effect.value);
  }
  return false;
}

function around(summary: CodeSummary, { parent }: Scope): Scope | undefined {
  return parent === undefined ? undefined : summary.scopes[parent];
}
