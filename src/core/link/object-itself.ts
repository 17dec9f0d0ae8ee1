import type { Value, ValueOf } from '../source/values';
import type { Context, Evaluation } from './evaluation';
import { lineageOf } from './lineage';

/**
 * `store.insert(text)`, `self.client.clear()`: what isn't a list, but an object, has methods of its own by such names, and stays what it
 * is. `items`: those of the list `written`, evaluated.
 */
export function objectItself(
  evaluation: Evaluation,
  written: ValueOf<'list'>,
  items: readonly Value[],
  context: Context,
): Value | undefined {
  const [first] = items;
  const whole = first?.kind === 'optional' ? first.item : first;
  if (whole?.kind !== 'spread' || whole.at.start !== written.at.start) return undefined;
  return isObject(evaluation, whole.value, context) ? whole.value : undefined;
}

function isObject(evaluation: Evaluation, value: Value, context: Context): boolean {
  if (value.kind === 'choice') return value.options.every(option => isObject(evaluation, option, context));
  if (value.kind === 'call') return value.callee.kind === 'external' && evaluation.isPackage(value.callee.module);
  const type = value.kind === 'param' ? value.type : value;
  if (type?.kind === 'external') return value.kind === 'param' && type.module !== 'global' && evaluation.isPackage(type.module);
  const isOfProject = value.kind === 'param' ? type?.kind === 'class' : value.kind === 'instance' || value.kind === 'self';
  if (!isOfProject || (type?.kind !== 'class' && type?.kind !== 'instance' && type?.kind !== 'self')) return false;
  // One that inherits from what isn't read may be a list after all.
  const { others, whole } = lineageOf(evaluation, type.at.uri, type.scope, context);
  return whole && others.every(other => other.kind === 'external' && evaluation.isPackage(other.module));
}
