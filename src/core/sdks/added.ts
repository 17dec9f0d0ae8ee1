import { madeMessage } from '../source/made-values';
import type { Argument, Value } from '../source/values';
import type { Added, Sdk } from './sdk';
import type { ArgumentLayer } from './sdk-call';

/** Arguments with what a builder's methods added as items of what they add to: `addUserMessage(a).addUserMessage(b)` are two messages. */
export function withAdded(layers: readonly ArgumentLayer[], { adds }: Sdk): readonly ArgumentLayer[] {
  return adds === undefined ? layers : layers.map(layer => merged(layer, adds));
}

function merged(layer: ArgumentLayer, adds: Readonly<Record<string, Added>>): ArgumentLayer {
  const added = (argument: Argument) =>
    argument.name !== undefined && Object.hasOwn(adds, argument.name) ? adds[argument.name] : undefined;
  const targets = new Set(layer.args.flatMap(argument => added(argument)?.to ?? []));
  if (targets.size === 0) return layer;
  const lists = [...targets].flatMap(to => {
    const parts = layer.args.filter(argument => argument.name === to || added(argument)?.to === to);
    const [first] = parts;
    const items = parts.flatMap(argument => itemsOf(argument, added(argument)));
    return first === undefined ? [] : [{ name: to, at: first.at, value: { kind: 'list', at: first.at, items } as const }];
  });
  const others = layer.args.filter(
    argument => added(argument) === undefined && (argument.name === undefined || !targets.has(argument.name)),
  );
  return { ...layer, args: [...others, ...lists] };
}

function itemsOf({ value, at }: Argument, added: Added | undefined): readonly Value[] {
  if (added === undefined) return value.kind === 'list' ? value.items : [{ kind: 'spread', at, value }];
  if (value.kind === 'optional' || value.kind === 'repeat') return [{ ...value, item: itemOf(value.item, at, added) }];
  return [itemOf(value, at, added)];
}

function itemOf(content: Value, at: Value['at'], { role }: Added): Value {
  return role === undefined ? content : madeMessage(role, content, at);
}
