import type { Value, ValueOf } from '../source/values';
import { hole } from './hole';
import { labelOf } from './labels';
import type { SameValues } from './same-values';
import { toHole } from './volatility';

/**
 * A module's variable, read by code that runs later: its clock was read once, when the program started, and a text that was made
 * of it stays the same.
 */
export function frozen(same: SameValues, value: Value): Value {
  switch (value.kind) {
    case 'template':
    case 'list':
    case 'choice':
    case 'record':
      return same.of([value], 'frozen', () => partsFrozen(same, value));
    // An agent that was told the day is still an agent, and a prompt that was told it is still asked by a chain.
    case 'call':
    case 'operation':
      return same.of([value], 'frozen', () => leaf(value.kind === 'call' ? callFrozen(same, value) : operandsFrozen(same, value)));
    case 'member':
    case 'index':
    case 'hole':
      return leaf(value);
    default:
      return value;
  }
}

function partsFrozen(same: SameValues, value: ValueOf<'template' | 'list' | 'choice' | 'record'>): Value {
  switch (value.kind) {
    case 'template':
      return mapped(same, value, value.parts, parts => ({ ...value, parts }));
    case 'list':
      return mapped(same, value, value.items, items => ({ ...value, items }));
    case 'choice':
      return mapped(same, value, value.options, options => ({ ...value, options }));
    case 'record':
      return mapped(
        same,
        value,
        value.entries.map(entry => entry.value),
        values => ({ ...value, entries: value.entries.map((entry, index) => ({ ...entry, value: values[index] ?? entry.value })) }),
      );
  }
}

function callFrozen(same: SameValues, value: ValueOf<'call'>): Value {
  const { callee, args } = value;
  const told = (values: readonly Value[]) => args.map((argument, index) => ({ ...argument, value: values[index] ?? argument.value }));
  const ofArgs = mapped(
    same,
    value,
    args.map(argument => argument.value),
    values => ({ ...value, args: told(values) }),
  );
  const object = callee.kind === 'member' && callee.object.kind === 'call' ? frozen(same, callee.object) : undefined;
  // `datetime.now().isoformat()`: what is read of a clock is no object.
  const isObject = object?.kind === 'call' && callee.kind === 'member' && object !== callee.object;
  return isObject && ofArgs.kind === 'call' ? { ...ofArgs, callee: { ...callee, object } } : ofArgs;
}

function operandsFrozen(same: SameValues, value: ValueOf<'operation'>): Value {
  return mapped(same, value, [value.left, value.right], ([left = value.left, right = value.right]) => ({ ...value, left, right }));
}

function leaf(value: Value): Value {
  const found = toHole(value);
  if (!found.proven || (found.volatility !== 'call' && found.volatility !== 'day')) return value;
  return hole(value.at, labelOf(value), 'computed once, when the program starts', { volatility: 'deploy', proven: true });
}

/** Nothing is copied where nothing changes: the same literal must stay the same value. */
function mapped(same: SameValues, whole: Value, parts: readonly Value[], rebuild: (parts: readonly Value[]) => Value): Value {
  const after = parts.map(part => frozen(same, part));
  return after.some((part, index) => part !== parts[index]) ? rebuild(after) : whole;
}
