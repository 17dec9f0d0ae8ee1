import type { Argument, Value } from '../../source/values';
import type { Surroundings } from '../call-surroundings';
import type { ArgumentLayer } from '../sdk-call';

/** Layers whose tools are one list of what is sent of them: of objects with annotated methods (`tools(new Clock(), calendar)`), these. */
export function withToolObjects(
  layers: readonly ArgumentLayer[],
  names: readonly string[],
  { toolMethods }: Surroundings,
): readonly ArgumentLayer[] {
  const isTools = ({ positional }: ArgumentLayer, { name }: Argument) => names.includes(name ?? positional[0] ?? '');
  const given = layers.flatMap(layer => layer.args.filter(argument => isTools(layer, argument)));
  const items = given.flatMap(({ value }) => itemsOf(value)).map(value => ({ value, methods: toolMethods(value) }));
  const [first] = given;
  const last = layers[layers.length - 1];
  if (first === undefined || last === undefined || items.every(({ methods }) => methods === undefined)) return layers;
  const value: Value = { kind: 'list', at: first.at, items: items.flatMap(item => item.methods ?? [item.value]) };
  const others = layers.map(layer => ({ ...layer, args: layer.args.filter(argument => !isTools(layer, argument)) }));
  return [{ args: [{ name: names[0] ?? '', value, at: first.at }], positional: [] }, ...others];
}

function itemsOf(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items.flatMap(itemsOf) : [value];
}
