import { contains } from '../source/span';
import type { Block } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { type Context, type Evaluation, plainText, scopeOf } from './evaluation';

/** More values than a condition compares with. */
const MOST_KEYS = 50;

/** The keys that the branches around a place leave of a variable (`if kind in {A, B}: TABLE[kind]`); undefined: any. */
export function keysLeft(evaluation: Evaluation, { key, at }: ValueOf<'index'>, context: Context): ReadonlySet<string> | undefined {
  const scope = key.kind === 'name' ? scopeOf(evaluation, at.uri, key.scope) : undefined;
  if (key.kind !== 'name' || scope === undefined) return undefined;
  const around = scope.blocks.filter(block => block.kind === 'then' && block.condition !== undefined && contains(block.at, at));
  const isSetIn = (block: Block) => evaluation.lookup.effectsOn(scope, key.name).some(effect => contains(block.at, effect.at));
  for (const block of around) {
    const keys = block.condition && statedBy(evaluation, block.condition, key.name, context);
    if (keys !== undefined && !isSetIn(block)) return new Set(keys);
  }
  return undefined;
}

/** What a name is, where a condition holds. */
function statedBy(evaluation: Evaluation, condition: Value, name: string, context: Context): readonly string[] | undefined {
  if (condition.kind !== 'test') return undefined;
  const { test, operands } = condition;
  if (test === 'and') {
    for (const part of operands) {
      const keys = statedBy(evaluation, part, name, context);
      if (keys !== undefined) return keys;
    }
    return undefined;
  }
  const [left, right, ...others] = operands;
  if (left?.kind !== 'name' || left.name !== name || right === undefined || others.length > 0) return undefined;
  const compared = evaluation.evaluate(right, context);
  if (test === 'equal') return textsOf([compared]);
  return test === 'in' && compared.kind === 'list' && compared.items.length <= MOST_KEYS ? textsOf(compared.items) : undefined;
}

function textsOf(values: readonly Value[]): readonly string[] | undefined {
  const texts = values.flatMap(value => plainText(value) ?? []);
  return texts.length === values.length ? texts : undefined;
}
