import type { Block } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { labelOf } from './labels';
import { isNull, plainText } from './plain-values';
import { isSame } from './value-parts';

/** Under which conditions branches of a statement run; undefined where one of them isn't read. */
export function conditionsOf(blocks: readonly Block[]): readonly Value[] | undefined {
  const asked = blocks.filter(block => block.condition !== undefined || !(block.kind === 'else' || block.exhaustive));
  const conditions = asked.flatMap(({ condition }) => (condition === undefined ? [] : [condition]));
  return conditions.length > 0 && conditions.length === asked.length ? conditions : undefined;
}

/**
 * Of values among which conditions decide: a parameter that none of them asks for stands there where it was passed, and what stands
 * beside it (`CHEAP if quick else model`) is not what it is by default. Conditions are looked at as they are written: what they hang on
 * may hang on the value.
 */
export function asGiven(option: Value, conditions: readonly Value[]): Value {
  if (option.kind === 'choice') {
    const options = option.options.map(each => asGiven(each, conditions));
    return isSame(options, option.options) ? option : { ...option, options };
  }
  if (option.kind === 'call') return reformedAsGiven(option, conditions);
  if (option.kind !== 'param' || option.leftOut) return option;
  const name = lastOf(option.name);
  return conditions.some(condition => asksFor(condition, name, false)) ? option : insteadOf(option);
}

/** `model.slice(7)` */
function reformedAsGiven(call: ValueOf<'call'>, conditions: readonly Value[]): Value {
  const { callee } = call;
  if (callee.kind === 'member') {
    const object = asGiven(callee.object, conditions);
    return object === callee.object ? call : { ...call, callee: { ...callee, object } };
  }
  if (callee.kind !== 'param') return call;
  const name = lastOf(callee.name.slice(0, callee.name.lastIndexOf('.')));
  return conditions.some(condition => asksFor(condition, name, false)) ? call : { ...call, callee: insteadOf(callee) };
}

/** What stands where a table has no row, or where another value is nothing. */
export function insteadOf(option: Value): Value {
  return option.kind === 'param' && !option.given ? { ...option, given: true } : option;
}

/**
 * Whether a condition asks if there is a value at all: `if model`, `model is None`, `model == ""`, `"model" in options`,
 * `options.get("model")`. `absent`: it
 * holds where something is not there, which may be the value by another name (`if not name`).
 */
export function asksFor(condition: Value, name: string, absent: boolean): boolean {
  switch (condition.kind) {
    case 'test':
      return testAsks(condition, name, absent);
    case 'operation':
      return asksFor(condition.left, name, absent) || asksFor(condition.right, name, absent);
    case 'call': {
      const { callee, args } = condition;
      // `options.get("model")`
      if (args[0] !== undefined && plainText(args[0].value) === name) return true;
      if (!FOR_ABSENCE.test(lastOf(labelOf(callee)))) return false;
      return [...(callee.kind === 'member' ? [callee.object] : []), ...args.map(({ value }) => value)].some(each =>
        asksFor(each, name, true),
      );
    }
    case 'hole':
      // Written in a way that isn't read: it may ask for anything that it names.
      return condition.label.includes(name);
    case 'name':
    case 'member':
    case 'index':
    case 'param':
      return absent || lastOf(labelOf(condition)) === name;
    default:
      return false;
  }
}

function testAsks({ test, operands }: ValueOf<'test'>, name: string, absent: boolean): boolean {
  const [left, right] = operands;
  switch (test) {
    case 'not':
      return operands.some(operand => asksFor(operand, name, !absent));
    case 'and':
    case 'or':
    case 'less':
    case 'instance':
      return operands.some(operand => asksFor(operand, name, absent));
    case 'equal':
      return (
        left !== undefined &&
        right !== undefined &&
        ((isEmpty(right) && asksFor(left, name, true)) || (isEmpty(left) && asksFor(right, name, true)))
      );
    case 'in':
      return left !== undefined && plainText(left) === name;
  }
}

/** `isEmpty(model)`, `string.IsNullOrWhiteSpace(model)`, `model.trim()`, `len(model)`, `typeof model` */
const FOR_ABSENCE = /empty|blank|null|none|nil|defined|present|text|trim|strip|bool|exists|^len$|length|size|count|typeof|^is_?set$/i;

function isEmpty(value: Value): boolean {
  if (value.kind === 'scalar' && value.value === 0) return true;
  return isNull(value) || (value.kind === 'text' && (value.text.text === '' || value.text.text === 'undefined')) || value.kind === 'hole';
}

function lastOf(name: string): string {
  const names = name.split(/[^\p{L}\p{N}_$]+/u).filter(each => each !== '');
  return names[names.length - 1] ?? name;
}
