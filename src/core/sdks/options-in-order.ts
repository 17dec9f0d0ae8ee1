import type { Argument, Value } from '../source/values';
import type { ArgumentLayer } from './sdk-call';

/** What constructors of options take in order, by the class's name: all of them, or only the last, as versions before did. */
export type OrderedOptions = Readonly<Record<string, readonly string[]>>;

/** `new EmbeddingsOptions(model, texts) { … }` as if all of it were set by name. */
export function withNamedOptions(layers: readonly ArgumentLayer[], ordered: OrderedOptions): readonly ArgumentLayer[] {
  return layers.map(layer => ({ ...layer, args: layer.args.map(argument => ({ ...argument, value: named(argument.value, ordered) })) }));
}

function named(value: Value, ordered: OrderedOptions): Value {
  if (value.kind === 'choice') return { ...value, options: value.options.map(option => named(option, ordered)) };
  // Options that were changed after they were made.
  if (value.kind === 'record')
    return {
      ...value,
      entries: value.entries.map(entry =>
        entry.value.kind === 'spread' ? { ...entry, value: { ...entry.value, value: named(entry.value.value, ordered) } } : entry,
      ),
    };
  if (value.kind !== 'call' || value.callee.kind !== 'external') return value;
  const names = ordered[value.callee.path[value.callee.path.length - 1] ?? ''];
  const inOrder = value.args.filter(({ name }) => name === undefined);
  if (names === undefined || inOrder.length === 0) return value;
  const taken = inOrder.length < names.length ? names.slice(-inOrder.length) : names;
  const args = value.args.map((argument): Argument => {
    const name = argument.name === undefined ? taken[inOrder.indexOf(argument)] : undefined;
    return name === undefined ? argument : { ...argument, name };
  });
  return { ...value, args };
}
