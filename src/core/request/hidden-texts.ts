import { firstOf } from '../first-of';
import { toHole } from '../link/volatility';
import { isOnlyOfModel } from '../sdks/model-only';
import type { SdkCall } from '../sdks/sdk-call';
import type { Hole, Value } from '../source/values';
import { type NamedArguments, namedArguments } from './arguments';
import { hiddenIn } from './hidden-options';
import type { Segment } from './request';

/** `create(**payload)`, `post(url, json=build(question))`: what is asked stands in what is passed on. */
export function hiddenMessages({ shape: { messages }, object }: SdkCall, named: NamedArguments): Value | undefined {
  if (messages.length === 0) return undefined;
  const hiding = named.openValue ?? object.handed ?? firstOf(messages, path => hiddenIn(path, named));
  return hiding && toHole(hiding);
}

/** Instructions that an agent which isn't in sight may have, or a config that isn't: what is counted without them is not all. */
export function hiddenSystem({ shape, object }: SdkCall, named: NamedArguments): readonly Segment[] {
  const asked = named.get(shape.messages)?.value;
  // What hides the messages too stands for all of it.
  if (asked === undefined) return [];
  const hiding = firstOf(shape.system, path => hiddenIn(path, named));
  if (hiding?.at === asked.at) return [];
  const made = /agent/.test(object.kind) ? namedArguments(object.layers.slice(0, -1)).openValue : undefined;
  const hole = hiding !== undefined ? toHole(hiding) : made !== undefined ? toHole(made) : instructionsOf(object, asked);
  return hole === undefined
    ? []
    : [{ kind: 'system', role: 'system', pieces: [hole], startsMessage: false, repeats: false, optional: false, at: hole.at }];
}

function instructionsOf({ unseen, layers, name: label = '' }: SdkCall['object'], { at }: Value): Hole | undefined {
  // One that is made in sight may be handed a model that isn't.
  const isMade = layers.slice(0, -1).some(layer => !isOnlyOfModel(layer));
  if (!unseen || isMade || !label.includes('Agent')) return undefined;
  const reason = `the ${label} that is passed in may have instructions`;
  return { kind: 'hole', at, label, proven: false, volatility: 'unknown', growth: 'replace', reason };
}
