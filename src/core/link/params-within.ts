import type { Argument, Value, ValueOf } from '../source/values';

/** Dictionaries within dictionaries, options of what is made of what was made. */
const DEEPEST_PART = 8;

/** What becomes of a parameter. */
type Change = (param: ValueOf<'param'>) => Value;

/** Arguments in which each parameter is what becomes of it; the very same where none changes. */
export function argsWith(args: readonly Argument[], change: Change): readonly Argument[] {
  return each(args, argument => ofArgument(argument, change, 0));
}

/** A value in which each parameter is what becomes of it. */
function valueWith(value: Value, change: Change): Value {
  return within(value, change, 0);
}

/** What another function sets: whoever calls it is told, and those who only make use of what is set can't say. */
export function toldElsewhere(value: Value): Value {
  return valueWith(value, param => ({ ...param, outside: true }));
}

function ofArgument(argument: Argument, change: Change, depth: number): Argument {
  const value = within(argument.value, change, depth);
  return value === argument.value ? argument : { ...argument, value };
}

function within(value: Value, change: Change, depth: number): Value {
  if (depth > DEEPEST_PART) return value;
  const part = (inner: Value) => within(inner, change, depth + 1);
  switch (value.kind) {
    case 'param':
      return change(value);
    case 'choice': {
      const options = each(value.options, part);
      return options === value.options ? value : { ...value, options };
    }
    case 'template': {
      const parts = each(value.parts, part);
      return parts === value.parts ? value : { ...value, parts };
    }
    case 'spread': {
      const inner = part(value.value);
      return inner === value.value ? value : { ...value, value: inner };
    }
    case 'record': {
      const entries = each(value.entries, entry => {
        const inner = part(entry.value);
        return inner === entry.value ? entry : { ...entry, value: inner };
      });
      return entries === value.entries ? value : { ...value, entries };
    }
    case 'member':
    case 'index': {
      const object = part(value.object);
      return object === value.object ? value : { ...value, object };
    }
    case 'call': {
      const callee = part(value.callee);
      const args = each(value.args, argument => ofArgument(argument, change, depth + 1));
      return args === value.args && callee === value.callee ? value : { ...value, callee, args };
    }
    default:
      return value;
  }
}

/** The same list where nothing in it changes. */
function each<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index]) ? items : changed;
}
