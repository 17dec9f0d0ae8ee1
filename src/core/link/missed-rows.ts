import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import type { Context, Evaluation } from './evaluation';
import { plainText } from './plain-values';

/** `ALIASES[name] ?? name`: a table of which every row is known may still have none under a key that isn't. */
export function orNoRow(evaluation: Evaluation, { operator, left: written }: ValueOf<'operation'>, left: Value, context: Context): Value {
  if ((operator !== '??' && operator !== 'or') || written.kind !== 'index' || !isRow(left)) return left;
  if (isKnown(evaluation.evaluate(written.key, context))) return left;
  return choose(left.at, [left, { kind: 'scalar', at: left.at, value: null }]);
}

function isRow({ kind }: Value): boolean {
  return kind === 'text' || kind === 'template' || kind === 'scalar' || kind === 'record' || kind === 'list' || kind === 'instance';
}

function isKnown(key: Value): boolean {
  return key.kind === 'choice' ? key.options.every(isKnown) : key.kind === 'scalar' || plainText(key) !== undefined;
}
