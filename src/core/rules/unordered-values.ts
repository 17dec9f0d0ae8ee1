import type { Span } from '../source/span';
import type { Value } from '../source/values';

/** Deeper than anybody nests schemas. */
const DEEPEST = 12;

export interface Unordered {
  /** The set, or what is looped over. */
  readonly at: Span;
  /** A loop goes over it, which could as well go over it sorted. */
  readonly loop: boolean;
}

/** Lists in an evaluated value whose order is that of a set. */
export function unorderedIn(value: Value, depth = 0): readonly Unordered[] {
  const inner = (each: Value) => (depth < DEEPEST ? unorderedIn(each, depth + 1) : []);
  switch (value.kind) {
    case 'list': {
      const { unordered: at, items } = value;
      const own = at === undefined ? [] : [{ at, loop: value.at.start < at.start && at.end < value.at.end }];
      return [...own, ...items.flatMap(inner)];
    }
    case 'record':
      return value.entries.flatMap(entry => inner(entry.value));
    case 'choice':
      return value.options.flatMap(inner);
    case 'repeat':
    case 'optional':
      return inner(value.item);
    case 'spread':
      return inner(value.value);
    case 'call':
      return value.args.flatMap(argument => inner(argument.value));
    default:
      return [];
  }
}
