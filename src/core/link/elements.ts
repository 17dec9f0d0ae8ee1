import type { Span } from '../source/span';
import type { CallFrame, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { keyOf } from './collections';
import { openPart } from './entries';
import { enumMembers } from './enums';
import type { Context, Evaluation } from './evaluation';
import { hole } from './hole';

/** Rounds of a comprehension that are written out one by one. */
const MOST_ROUNDS = 40;
/** No scope has this number: its frames say which item a comprehension's round is about. */
const ROUND = -1;

/** What a loop's variable may be: each item of what is looped over, where all are known. `of` is evaluated. */
export function elementOf(evaluation: Evaluation, element: ValueOf<'element'>, context: Context): Value {
  const round = roundOf(element.of);
  const ofRound = evaluation.reliances.look(context, `round ${element.at.uri} ${round}`, within => itemOfRound(within, element, round));
  const { over, path } =
    ofRound === undefined ? goneOver(evaluation.evaluate(element.of, context), element.part) : { over: ofRound, path: element.part };
  const item = ofRound ?? anyOf(evaluation, over, element);
  const part = path.reduce<Value>((whole, key) => partOf(evaluation, whole, key, element, context), item);
  return part.kind === 'hole' && part.reason !== 'loop variable' && !part.proven ? unknown(element) : part;
}

/** What a part of an item comes from: of `enumerate(xs)` and `zip(xs, ys)`, where not all of the lists are known, the one that it is of. */
function goneOver(over: Value, path: ValueOf<'element'>['part']): { readonly over: Value; readonly path: ValueOf<'element'>['part'] } {
  const [key, ...rest] = path;
  if (over.kind !== 'call' || over.callee.kind !== 'external' || over.callee.module !== 'global' || typeof key !== 'number')
    return { over, path };
  const name = over.callee.path.join('.');
  const list = positional(over.args)[name === 'zip' ? key : name === 'enumerate' && key === 1 ? 0 : -1]?.value;
  return list === undefined ? { over, path } : goneOver(list, rest);
}

function anyOf(evaluation: Evaluation, over: Value, element: ValueOf<'element'>): Value {
  const item = choose(element.at, itemsOf(evaluation, over, element) ?? [unknown(element)]);
  return item.kind === 'choice' && isEachOnce(over) ? { ...item, rounds: true } : item;
}

/** Whether each round has an item of its own: of one of several lists, or of an item added any number of times, nobody knows which. */
function isEachOnce(over: Value): boolean {
  return over.kind === 'list'
    ? over.items.every(({ kind }) => kind !== 'repeat' && kind !== 'optional' && kind !== 'choice')
    : over.kind === 'record';
}

function unknown({ at, label }: ValueOf<'element'>): Value {
  return hole(at, label, 'loop variable');
}

function partOf(evaluation: Evaluation, whole: Value, key: string | number, element: ValueOf<'element'>, context: Context): Value {
  if (whole.kind === 'hole') return unknown(element);
  const { at } = element;
  const part: Value =
    typeof key === 'string'
      ? { kind: 'member', at, object: whole, key }
      : { kind: 'index', at, object: whole, key: { kind: 'scalar', at, value: key } };
  const value = evaluation.evaluate(part, context);
  return value.kind === 'index' || value.kind === 'member' ? unknown(element) : value;
}

/** The items of a list, the keys of a table; undefined when more may be among them. */
function itemsOf(evaluation: Evaluation, over: Value, element: ValueOf<'element'>): readonly Value[] | undefined {
  switch (over.kind) {
    case 'list': {
      if (over.items.length === 0) return undefined;
      const all = over.items.map(item => itemsIn(evaluation, item, element));
      return all.includes(undefined) ? undefined : all.flatMap(items => items ?? []);
    }
    case 'record':
      return over.entries.length === 0 || openPart(over) !== undefined ? undefined : over.entries.flatMap(keyOf);
    case 'class':
      return enumMembers(evaluation, over);
    case 'choice': {
      // A loop over no items has no round: `if messages is None: messages = []`.
      const some = over.options.filter(option => !isEmpty(option));
      const all = some.map(option => itemsOf(evaluation, option, element));
      const known = all.flatMap(items => items ?? []);
      return all.includes(undefined) || known.length === 0 ? undefined : known;
    }
    case 'param': {
      // Whoever passes the list decides about its items.
      const { type: _, fallback: __, ...list } = over;
      return [{ ...list, at: element.at, name: element.label }];
    }
    default:
      return undefined;
  }
}

/** What an item of a list stands for: of `*fallbacks` those of the lists that it may be. */
function itemsIn(evaluation: Evaluation, item: Value, element: ValueOf<'element'>): readonly Value[] | undefined {
  if (item.kind === 'repeat' || item.kind === 'optional') return [item.item];
  if (item.kind !== 'spread') return [item];
  const { value } = item;
  const lists = value.kind === 'choice' ? value.options : [value];
  // Each round has an item: one that callers pass beside others is known only where nothing is passed.
  if (lists.some(list => list.kind === 'param' && !list.leftOut)) return undefined;
  const all = lists.map(list => (isEmpty(list) ? [] : itemsOf(evaluation, list, element)));
  return all.includes(undefined) ? undefined : all.flatMap(items => items ?? []);
}

function isEmpty(list: Value): boolean {
  return list.kind === 'list' && list.items.length === 0;
}

/** A comprehension over a known list gives an item for each of its items. Undefined: it is not known. */
export function roundsOf(evaluation: Evaluation, repeat: ValueOf<'repeat'>, context: Context): readonly Value[] | undefined {
  if (repeat.over === undefined) return undefined;
  const over = evaluation.evaluate(repeat.over, context);
  const items = goneThrough(evaluation, over);
  if (items.length === 0 || items.length > MOST_ROUNDS || items.some(item => item.kind === 'spread')) return undefined;
  // One that comes any number of times alone says no more than the element does.
  if (items.every(item => item.kind === 'repeat')) return undefined;
  const { over: written } = repeat;
  return items.map((item, index): Value => {
    const some = item.kind === 'repeat' || item.kind === 'optional' ? item.item : item;
    const value = evaluation.evaluate(repeat.item, inRound(evaluation, written, some, index, context));
    if (item.kind === 'repeat') return { kind: 'repeat', at: value.at, item: value };
    return repeat.filtered || item.kind === 'optional' ? { kind: 'optional', at: value.at, item: value } : value;
  });
}

/** The tables that a loop adds in its rounds, each spread; undefined: which keys these have is not known. */
export function tablesOfRounds(evaluation: Evaluation, { rounds }: ValueOf<'spread'>, context: Context): readonly Value[] | undefined {
  const tables = rounds && roundsOf(evaluation, rounds, context);
  const isKnown = tables?.every(each => {
    const table = each.kind === 'optional' ? each.item : each;
    return table.kind === 'record' && table.entries.every(({ key }) => key !== undefined);
  });
  if (tables === undefined || isKnown !== true) return undefined;
  return tables.map((each): Value => {
    const spread = (value: Value): Value => ({ kind: 'spread', at: value.at, value });
    return each.kind === 'optional' ? { ...each, item: spread(each.item) } : spread(each);
  });
}

function goneThrough(evaluation: Evaluation, over: Value): readonly Value[] {
  if (over.kind === 'list') return over.items;
  if (over.kind === 'class') return enumMembers(evaluation, over) ?? [];
  return over.kind === 'record' && openPart(over) === undefined ? over.entries.flatMap(keyOf) : [];
}

/** The context of one round of a loop over `over`, in which the loop's variable is this item. `which`: the same for the same item only. */
export function inRound(evaluation: Evaluation, over: Value, item: Value, which: number | string, context: Context): Context {
  const key = roundOf(over);
  const frame: CallFrame = { uri: over.at.uri, scope: ROUND, params: new Map([[key, item]]) };
  return evaluation.within(context, `${over.at.uri} ${key} ${which}`, () => [...context, frame]);
}

/** Whose order a comprehension takes over, if that is none; the set may be empty or unknown. */
export function orderTakenFrom(evaluation: Evaluation, { items }: ValueOf<'list'>, context: Context): Span | undefined {
  const [item, ...others] = items;
  for (const each of items)
    if (each.kind === 'repeat' && each.through !== undefined && isMap(evaluation.evaluate(each.through, context))) return each.through.at;
  if (item?.kind !== 'repeat' || item.over === undefined || others.length > 0) return undefined;
  const over = evaluation.evaluate(item.over, context);
  const isSet = over.kind === 'list' ? over.unordered !== undefined : over.kind === 'call' && isSetFunction(over.callee);
  return isSet ? item.over.at : undefined;
}

/** Go's maps are gone through in another order each time. */
function isMap(over: Value): boolean {
  return over.kind === 'choice' ? over.options.some(isMap) : over.kind === 'record';
}

function isSetFunction(callee: Value): boolean {
  return callee.kind === 'external' && callee.module === 'global' && ['set', 'frozenset'].includes(callee.path.join('.'));
}

function roundOf({ at }: Value): string {
  return `${at.start}-${at.end}`;
}

function itemOfRound(context: Context, { at }: ValueOf<'element'>, round: string): Value | undefined {
  for (let index = context.length - 1; index >= 0; index--) {
    const frame = context[index];
    const item = frame?.scope === ROUND && frame.uri === at.uri ? frame.params.get(round) : undefined;
    if (item !== undefined) return item;
  }
  return undefined;
}
