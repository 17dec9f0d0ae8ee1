import type { Span } from '../source/span';
import type { Value } from '../source/values';
import { choose } from './choose';
import type { Context, Evaluation } from './evaluation';
import { plainText } from './plain-values';
import { settingWithDefault } from './setting-with-default';
import { tested } from './tests';

/**
 * `provider === 'openai' ? 'gpt-5.4' : 'llama3.3'`, where the provider is set where the program is deployed and has a default: what is
 * set there, and what stands there where nothing is. Undefined: it hangs on something else, or there is no default to decide by.
 */
export function decidedBySetting(
  evaluation: Evaluation,
  at: Span,
  options: readonly Value[],
  condition: Value,
  context: Context,
): Value | undefined {
  const [first, second, ...others] = options;
  if (first === undefined || second === undefined || others.length > 0 || condition.kind !== 'test') return undefined;
  if (!isPlainText(first) || !isPlainText(second)) return undefined;
  const set: Value[] = [];
  const holds = byDefault(evaluation, condition, set, context);
  if (set.length === 0) return undefined;
  if (holds.kind !== 'scalar' || typeof holds.value !== 'boolean') return undefined;
  return choose(at, [...set, holds.value ? first : second]);
}

/** A condition as it is where nothing is set; `set` takes what may be. */
function byDefault(evaluation: Evaluation, condition: Value, set: Value[], context: Context): Value {
  if (condition.kind === 'test') {
    const operands = condition.operands.map(operand => byDefault(evaluation, operand, set, context));
    return tested(evaluation, condition, operands);
  }
  const value = evaluation.evaluate(condition, context);
  const setting = settingWithDefault(value);
  if (setting?.fallback.kind !== 'text') return value;
  set.push(...setting.set);
  return setting.fallback;
}

function isPlainText(value: Value): boolean {
  return value.kind === 'text' && plainText(value) !== '';
}
