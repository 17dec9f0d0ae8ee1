import type { Call, Value, ValueOf } from '../source/values';
import type { Context, Evaluation } from './evaluation';
import { hole } from './hole';
import { invoke } from './invoke';

const SOFAR = 'what the rounds before made';

/**
 * `messages.reduce((sent, message) => [...sent, …], [])`: what a list or a text is begun with, and what each item adds to it. Undefined
 * where an item does more than add: what it makes of all that came before is not told by one round.
 */
export function folded(
  evaluation: Evaluation,
  over: Value,
  fn: ValueOf<'function'>,
  begun: Value | undefined,
  call: Call,
  context: Context,
): Value | undefined {
  if (begun?.kind !== 'list' && begun?.kind !== 'text') return undefined;
  const before = hole(call.at, 'before', SOFAR);
  const sofar: Value =
    begun.kind === 'text' ? before : { kind: 'list', at: call.at, items: [{ kind: 'spread', at: call.at, value: before }] };
  const items: Value[] = [];
  for (const item of itemsOf(over)) {
    const single = item.kind === 'repeat' || item.kind === 'optional' ? item.item : item;
    const passed = [sofar, single].map(value => ({ value, at: value.at }));
    const round = invoke(evaluation, fn, passed, undefined, call.at, context);
    const added = round && addedBehind(call, round);
    if (added === undefined) return undefined;
    items.push(...added.map(each => likeItem(item, each)));
  }
  const { at } = call;
  return begun.kind === 'list'
    ? { kind: 'list', at, items: [...begun.items, ...items] }
    : { kind: 'template', at, parts: [begun, ...items], literal: false };
}

function itemsOf(over: Value): readonly Value[] {
  if (over.kind === 'list' && over.items.every(({ kind }) => kind !== 'spread')) return over.items;
  return [{ kind: 'repeat', at: over.at, item: hole(over.at, 'item', 'one of the items') }];
}

/** What a round puts behind all that came before. */
function addedBehind({ at }: Call, round: Value): readonly Value[] | undefined {
  const [first, ...added] = round.kind === 'list' ? round.items : round.kind === 'template' ? round.parts : [round];
  const isSofar = (value: Value) => value.kind === 'hole' && value.reason === SOFAR && value.at.start === at.start;
  const before = first?.kind === 'spread' ? first.value : first;
  return before !== undefined && isSofar(before) && !added.some(isSofar) ? added : undefined;
}

/** What an item adds is there as often as the item. */
function likeItem(item: Value, added: Value): Value {
  const isPart = added.kind === 'repeat' || added.kind === 'optional' || added.kind === 'spread';
  if (item.kind === 'repeat' && added.kind !== 'repeat') return { kind: 'repeat', at: item.at, item: added };
  return item.kind === 'optional' && !isPart ? { kind: 'optional', at: item.at, item: added } : added;
}
