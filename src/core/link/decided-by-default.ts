import { madeText } from '../source/made-values';
import type { Value, ValueOf } from '../source/values';
import type { Context, Evaluation } from './evaluation';
import { isNull, plainText } from './plain-values';
import { tested } from './tests';

/**
 * `name[7:] if name.startswith("openai/") else name`, `size === 'free' ? 'tiny' : `gpt-${size}``: the parameter, with what is made of
 * its default. Undefined: it hangs on something else, or there is no default to decide by.
 */
export function decidedByDefault(
  evaluation: Evaluation,
  [first, second, ...others]: readonly Value[],
  condition: Value,
  context: Context,
): Value | undefined {
  if (others.length > 0 || first === undefined || second === undefined) return undefined;
  const param = defaultWithin(first) ?? defaultWithin(second);
  if (param === undefined || ![first, second].every(option => isMadeOf(option, param))) return undefined;
  const holds = byDefaults(evaluation, condition, context);
  if (holds.kind !== 'scalar' || typeof holds.value !== 'boolean') return undefined;
  const chosen = holds.value ? first : second;
  const name = rootOf(param);
  if (hasDefault(chosen)) return { ...chosen, name };
  const text = plainText(chosen.kind === 'template' ? withDefaults(chosen) : chosen);
  return text === undefined ? undefined : { ...param, name, fallback: chosen.kind === 'text' ? chosen : madeText(text, chosen.at) };
}

type Defaulted = ValueOf<'param'> & { readonly fallback: ValueOf<'text'> };

/** The only part of a text that isn't written out. */
function defaultWithin(value: Value): Defaulted | undefined {
  if (value.kind !== 'template') return hasDefault(value) ? value : undefined;
  const [param, ...others] = value.parts.filter(({ kind }) => kind !== 'text');
  return others.length === 0 && hasDefault(param) ? param : undefined;
}

/** A text that is written out is made of nothing. */
function isMadeOf(option: Value, { scope, at, name: other }: Defaulted): boolean {
  if (option.kind === 'text') return true;
  const param = defaultWithin(option);
  return param !== undefined && rootOf(param) === rootOf({ name: other }) && param.scope === scope && param.at.uri === at.uri;
}

function withDefaults(template: ValueOf<'template'>): Value {
  return { ...template, parts: template.parts.map(part => (hasDefault(part) ? part.fallback : part)) };
}

/**
 * `if model is None: model = "gpt-5.4"`, where the model is a parameter with a default that isn't nothing: that is what counts where
 * nobody passes any. `options` as evaluated, `before` the branch first.
 */
export function keptByDefault(
  evaluation: Evaluation,
  [before, after, ...others]: readonly Value[],
  [condition, ...more]: readonly Value[],
  context: Context,
): Value | undefined {
  if (condition === undefined || more.length > 0 || others.length > 0 || !hasDefault(before) || after?.kind !== 'text') return undefined;
  if (plainText(before.fallback) === '') return undefined;
  const asked = askedForAbsence(condition);
  const passed = asked && evaluation.evaluate(asked, context);
  const isSame = passed?.kind === 'param' && passed.name === before.name && passed.scope === before.scope;
  return isSame && passed.at.uri === before.at.uri ? before : undefined;
}

/** `model is None`, `not model`: model. */
function askedForAbsence(condition: Value): Value | undefined {
  if (condition.kind !== 'test') return undefined;
  const [left, right] = condition.operands;
  if (condition.test === 'not') return left?.kind === 'name' || left?.kind === 'member' ? left : undefined;
  return condition.test === 'equal' && right !== undefined && isNull(right) ? left : undefined;
}

function hasDefault(value: Value | undefined): value is Defaulted {
  return value?.kind === 'param' && value.fallback?.kind === 'text';
}

function rootOf({ name }: Pick<Defaulted, 'name'>): string {
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
