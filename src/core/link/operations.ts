import { NOT_HELD, type Value, type ValueOf } from '../source/values';
import { choose, chooseOf } from './choose';
import { insteadOf } from './given';
import { isReplacedByText, leftOut, saysNoDefault } from './left-out';
import { isNumber } from './numbers';
import { percentFormatted } from './placeholders';
import { isNull, isUndefined } from './plain-values';
import { repeated } from './strings';
import { toHole } from './volatility';
import { workerVariableUnset } from './worker-variables';

/** An operation on evaluated operands, as far as they are known. */
export function operate(operation: ValueOf<'operation'>, left: Value, right: Value): Value {
  const { at, operator } = operation;
  switch (operator) {
    case '+':
      return add(operation, left, right);
    case '*': {
      const text = left.kind === 'text' || right.kind !== 'text' ? left : right;
      const line = text.kind === 'text' ? repeated(text, text === left ? right : left, at) : undefined;
      if (line !== undefined) return line;
      return isNumber(left) && isNumber(right) ? { kind: 'scalar', at, value: left.value * right.value } : { ...operation, left, right };
    }
    case '-':
      return isNumber(left) && isNumber(right) ? { kind: 'scalar', at, value: left.value - right.value } : { ...operation, left, right };
    case '%':
      return left.kind === 'text' || left.kind === 'template' ? percentFormatted(left, right, at) : { ...operation, left, right };
    case '/':
      return isNumber(left) && isNumber(right) ? { kind: 'scalar', at, value: left.value / right.value } : { ...operation, left, right };
    case '|':
      return isUnion(left, right) ? union(operation, left, right) : { ...operation, left, right };
    default:
      return either(operation, left, right);
  }
}

/** Of a dictionary and what may be one; objects of a package have a meaning of their own for `|`. */
function isUnion(left: Value, right: Value): boolean {
  if (mayBePiped(left) || mayBePiped(right)) return false;
  return left.kind === 'record' ? right.kind === 'record' || !isOfSteps(left) : right.kind === 'record';
}

/** `{"question": lambda asked: asked["question"], "context": retriever}`: steps that run side by side, whose outcome the next one is handed. */
function isOfSteps({ entries }: ValueOf<'record'>): boolean {
  return entries.length > 0 && entries.every(({ key, value }) => key !== undefined && (value.kind === 'function' || mayBePiped(value)));
}

function mayBePiped(value: Value): boolean {
  if (value.kind === 'choice') return value.options.some(mayBePiped);
  return value.kind === 'operation' || value.kind === 'external' || (value.kind === 'call' && mayBePiped(value.callee));
}

/** `base | {"a": 1}`: the right one wins. */
function union({ at }: ValueOf<'operation'>, ...sides: readonly Value[]): Value {
  return { kind: 'record', at, entries: sides.map(value => ({ value: { kind: 'spread', at: value.at, value }, at: value.at })) };
}

function add(operation: ValueOf<'operation'>, left: Value, right: Value): Value {
  const { at } = operation;
  if (isNumber(left) && isNumber(right)) return { kind: 'scalar', at, value: left.value + right.value };
  if (isNumber(left) && right.kind === 'optional' && isNumber(right.item)) return choose(at, [left, add(operation, left, right.item)]);
  if (left.kind === 'list' || right.kind === 'list' || listInside(right))
    return { kind: 'list', at, items: [...itemsOf(left), ...itemsOf(right)] };
  if (isText(left) || isText(right)) return { kind: 'template', at, parts: [...partsOf(left), ...partsOf(right)], literal: false };
  return { ...operation, left, right };
}

function itemsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  if (value.kind !== 'repeat' && value.kind !== 'optional') return [{ kind: 'spread', at: value.at, value }];
  return itemsOf(value.item).map(item => ({ ...value, item }));
}

/** A list that is added under a condition or in a loop. */
function listInside(value: Value): boolean {
  return (value.kind === 'repeat' || value.kind === 'optional') && value.item.kind === 'list';
}

function partsOf(value: Value): readonly Value[] {
  return value.kind === 'template' && !value.literal ? value.parts : [value];
}

/** `a or b`, `a || b`, `a ?? b`, `{ a = b }`: the first that is something; what is set at deployment may or may not be there. */
function either(operation: ValueOf<'operation'>, left: Value, right: Value): Value {
  if (isUndefined(left)) return right;
  if (isNull(left)) return operation.operator === 'default' ? left : right;
  if (operation.operator === 'or' && isEmpty(left)) return right;
  const something =
    left.kind === 'text' ||
    left.kind === 'template' ||
    left.kind === 'scalar' ||
    left.kind === 'record' ||
    left.kind === 'list' ||
    left.kind === 'instance' ||
    left.kind === 'function' ||
    isMade(left);
  if (something || hasDefault(left) || isReplacedByText(left)) return left;
  const set = workerVariableUnset(left);
  if (set !== undefined) return choose(operation.at, [set, right]);
  const first: ValueOf<'choice'> = left.kind === 'choice' ? left : { kind: 'choice', at: operation.at, options: [left] };
  const given = first.options.filter(option => !isNull(option) && !(operation.operator === 'or' && isEmpty(option)));
  const [whole, ...others] = given;
  const only = whole && (isStated(right) ? asParam(whole) : whole);
  if (only?.kind === 'param' && others.length === 0 && saysNoDefault(only)) return choose(operation.at, [leftOut(only), right]);
  // A row of a table, or the parameter by which it is looked for.
  return chooseOf(operation.at, first, [...given, given.some(isText) ? insteadOf(right) : right]);
}

/** A text or a number, which the environment may replace. */
function isStated(value: Value): boolean {
  return value.kind === 'choice' ? value.options.some(option => isText(option) || isNumber(option)) : isText(value) || isNumber(value);
}

/** `config.configurable.model` of a package's type, whose members are looked up in the package first: what a caller passes, as of any other. */
function asParam(value: Value): Value {
  if (value.kind !== 'member' || value.called) return value;
  const object = asParam(value.object);
  if (object.kind !== 'param') return value;
  const { type: _, fallback: __, ...param } = object;
  return { ...param, at: value.at, name: `${object.name}.${value.key}` };
}

/** What `||` passes over, besides nothing; of `a && b` what a is where it doesn't hold. */
function isEmpty(value: Value): boolean {
  if (value.kind === 'hole') return value.reason === NOT_HELD;
  return value.kind === 'text' ? value.text.text === '' : value.kind === 'scalar' && (value.value === false || value.value === 0);
}

/** What is set at deployment and has a default of its own (`configuration["Model"]` with a line in appsettings.json). */
function hasDefault(value: Value): boolean {
  if (value.kind !== 'choice' || value.condition !== undefined) return false;
  const [first, second, ...others] = value.options;
  return (
    first?.kind === 'hole' &&
    first.volatility === 'deploy' &&
    first.proven &&
    second?.kind === 'text' &&
    !isEmpty(second) &&
    others.length === 0
  );
}

/** What a package's class makes (`OpenAI(base_url=…)`) is something. */
function isMade(value: Value): boolean {
  const { callee } = value.kind === 'call' ? value : { callee: undefined };
  return callee?.kind === 'external' && callee.module !== 'global' && /^\p{Lu}/u.test(callee.path[callee.path.length - 1] ?? '');
}

/** Whether a value is text for certain, so that `+` joins. */
function isText(value: Value): boolean {
  if (value.kind === 'text' || value.kind === 'template') return true;
  if (value.kind === 'choice') return value.options.every(isText);
  return value.kind === 'hole' && toHole(value).proven;
}
