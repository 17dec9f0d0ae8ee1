import type { Value, ValueOf } from '../source/values';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { truthOf } from './tests';

/**
 * What a test is made on. Of several conditions one often decides (`not await isVisible(page) and not config.ignoreVisibility`), which
 * is looked for first among those over what is passed: what is computed takes longer to find out.
 */
export function operandsOf(evaluation: Evaluation, { test, operands }: ValueOf<'test'>, context: Context): readonly Value[] {
  if (test !== 'and' && test !== 'or') return operands.map(operand => evaluation.evaluate(operand, context));
  const passed = operands.filter(operand => isPassed(evaluation, operand));
  const found: Value[] = [];
  for (const operand of new Set([...passed, ...operands])) {
    const value = evaluation.evaluate(operand, context);
    if (truthOf(value) === (test === 'or')) return [value];
    found.push(value);
  }
  return found;
}

/** A parameter, a field of one or of the object, or a test on such. */
function isPassed(evaluation: Evaluation, value: Value): boolean {
  switch (value.kind) {
    case 'text':
    case 'scalar':
    case 'self':
      return true;
    case 'member':
      return isPassed(evaluation, value.object);
    case 'test':
      return value.operands.every(operand => isPassed(evaluation, operand));
    case 'name':
      return scopeOf(evaluation, value.at.uri, value.scope)?.params.some(({ name }) => name === value.name) === true;
    default:
      return false;
  }
}
