import type { Value } from '../source/values';

/** The values that a value is written with, at any depth, itself first. */
export function* within(value: Value): Generator<Value> {
  const open: Value[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    open.push(...partsOf(next));
  }
}

/** The values that a value is directly written with. */
export function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'template':
      return value.parts;
    case 'record':
      return value.entries.map(entry => entry.value);
    case 'list':
      return value.items;
    case 'choice':
      return value.options;
    case 'repeat':
    case 'optional':
      return [value.item];
    case 'spread':
      return [value.value];
    case 'element':
      return [value.of];
    case 'member':
      return [value.object];
    case 'index':
      return [value.object, value.key];
    case 'call':
      return [value.callee, ...value.args.map(argument => argument.value)];
    case 'test':
      return value.operands;
    case 'operation':
      return [value.left, value.right];
    default:
      return [];
  }
}

/** Whether nothing has become of the parts of a value. */
export function isSame(parts: readonly unknown[], before: readonly unknown[]): boolean {
  return parts.length === before.length && parts.every((part, index) => part === before[index]);
}

/** The same value with others in place of those that a list, a choice or a spread holds; any other value as it is. */
export function mapItems(value: Value, each: (inner: Value) => Value): Value {
  switch (value.kind) {
    case 'list':
      return { ...value, items: value.items.map(each) };
    case 'choice':
      return { ...value, options: value.options.map(each) };
    case 'repeat':
    case 'optional':
      return { ...value, item: each(value.item) };
    case 'spread':
      return { ...value, value: each(value.value) };
    default:
      return value;
  }
}
