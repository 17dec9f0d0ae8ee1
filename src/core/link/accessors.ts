import type { Argument, Value } from '../source/values';
import { entryOf } from './entries';
import type { Context, Evaluation } from './evaluation';
import { isNull } from './plain-values';

/**
 * A method without arguments that only tells a field: a record's component (`config.model()`), and the getter that a library
 * writes (`config.getModel()`). Undefined: it is not known to be one.
 */
export function accessed(
  evaluation: Evaluation,
  object: Value,
  key: string,
  target: Value,
  args: readonly Argument[],
  context: Context,
): Value | undefined {
  if (args.length > 0) return undefined;
  if (isPlain(target) || isComponent(evaluation, target)) return target;
  const field = fieldOfGetter(key);
  if (field === undefined) return undefined;
  if (object.kind === 'record') return entryOf(object, field).value;
  const unknown = target.kind === 'member' || (target.kind === 'param' && target.name.endsWith(`.${key}`));
  const isOwn = object.kind === 'instance' || object.kind === 'self' || (object.kind === 'param' && object.type?.kind === 'class');
  if (!unknown || !isOwn) return undefined;
  const value = evaluation.evaluate({ kind: 'member', at: object.at, object, key: field }, context);
  return value.kind === 'member' ? undefined : value;
}

/** What can't be called is what the call gives. */
function isPlain(target: Value): boolean {
  if (target.kind === 'choice') return target.options.every(isPlain);
  if (target.kind === 'scalar') return !isNull(target);
  return target.kind === 'text' || target.kind === 'template' || target.kind === 'list';
}

/** `config.model()` of a record that a caller passes: in Java no field is called. */
function isComponent(evaluation: Evaluation, target: Value): boolean {
  if (target.kind === 'choice') return target.options.every(option => isPlain(option) || isComponent(evaluation, option));
  if (target.kind !== 'param' || evaluation.codeOf(target.at.uri)?.language !== 'java') return false;
  // Of a part that is no field, no type is known.
  return !target.name.includes('.') || (target.type !== undefined && target.outside !== true);
}

function fieldOfGetter(key: string): string | undefined {
  const [, head, tail] = /^(?:get|is)(\p{Lu})(.*)$/u.exec(key) ?? [];
  return head === undefined ? undefined : head.toLowerCase() + tail;
}
