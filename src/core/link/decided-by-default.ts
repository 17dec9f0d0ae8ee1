import type { Value, ValueOf } from '../source/values';
import type { Context, Evaluation } from './evaluation';
import { tested } from './tests';

/**
 * `name[7:] if name.startswith("openai/") else name`: the parameter, with what is made of its default. Undefined: it hangs on something
 * else, or there is no default to decide by.
 */
export function decidedByDefault(
  evaluation: Evaluation,
  [first, second, ...others]: readonly Value[],
  condition: Value,
  context: Context,
): Value | undefined {
  if (others.length > 0 || !hasDefault(first) || !hasDefault(second)) return undefined;
  const name = rootOf(first);
  if (rootOf(second) !== name || second.scope !== first.scope || second.at.uri !== first.at.uri) return undefined;
  const holds = byDefaults(evaluation, condition, context);
  if (holds.kind !== 'scalar' || typeof holds.value !== 'boolean') return undefined;
  return { ...(holds.value ? first : second), name };
}

function hasDefault(value: Value | undefined): value is ValueOf<'param'> {
  return value?.kind === 'param' && value.fallback?.kind === 'text';
}

function rootOf({ name }: ValueOf<'param'>): string {
  return /^\w+/.exec(name)?.[0] ?? name;
}

/** A condition as it is for the defaults of all parameters that it asks for. */
function byDefaults(evaluation: Evaluation, condition: Value, context: Context): Value {
  if (condition.kind === 'test') {
    const operands = condition.operands.map(operand => byDefaults(evaluation, operand, context));
    return tested(evaluation, condition, operands);
  }
  const value = evaluation.evaluate(condition, context);
  return value.kind === 'param' ? (value.fallback ?? value) : value;
}
