import { exportPath, makerOf, wrappedArgument } from '../sdks/exports';
import type { Sdk } from '../sdks/sdk';
import type { Value, ValueOf } from '../source/values';

/** Deeper than anybody nests tools and schemas. */
const DEEPEST = 12;

/** A value with what an SDK's functions only hand back (`tool({…})`, `jsonSchema({…})`) taken out of them, at any depth. */
export function unwrapped(value: Value | undefined, sdk: Sdk, depth = 0): Value | undefined {
  const each = (inner: Value): Value => (depth >= DEEPEST ? inner : (unwrapped(inner, sdk, depth + 1) ?? inner));
  switch (value?.kind) {
    case 'call': {
      const inner = unwrappedOnce(value, sdk);
      if (inner !== undefined) return each(inner);
      // What a builder was told one by one.
      return value.chained === true
        ? { ...value, args: value.args.map(argument => ({ ...argument, value: each(argument.value) })) }
        : value;
    }
    case 'list':
      return { ...value, items: value.items.map(each) };
    case 'record':
      return { ...value, entries: value.entries.map(entry => ({ ...entry, value: each(entry.value) })) };
    case 'repeat':
    case 'optional':
      return { ...value, item: each(value.item) };
    case 'spread':
      return { ...value, value: each(value.value) };
    default:
      return value;
  }
}

/** What such a function was handed; undefined: it isn't one. */
export function unwrappedOnce({ callee, args }: ValueOf<'call'>, sdk: Sdk): Value | undefined {
  const path = callee.kind === 'external' ? exportPath(callee, sdk) : undefined;
  const maker = path && makerOf(sdk, path)?.maker;
  return maker && wrappedArgument(maker, args);
}
