import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { isFixed, isOpenItem } from './fixed-lists';
import { folded } from './folding';
import { hole } from './hole';
import { invoke } from './invoke';
import { isNull } from './plain-values';
import { joined } from './strings';
import { truthOf } from './tests';
import { wholeNumber } from './whole-number';

const OF_ITEMS: ReadonlySet<string> = new Set(['map', 'filter', 'flatMap', 'slice', 'concat', 'join']);

/** Methods of lists that build messages and prompts. Undefined: not one of them, or the list is not known. */
export function listMethod(
  evaluation: Evaluation,
  list: Value,
  method: string,
  call: Call,
  args: readonly Argument[],
  context: Context,
): Value | undefined {
  const first = positional(args)[0]?.value;
  // `request.tools?.map(…)` of a request without any.
  if (isNull(list) && OF_ITEMS.has(method)) return list;
  if ((method === 'map' || method === 'Select') && first?.kind === 'function' && list.kind !== 'external')
    return mapped(evaluation, list, first, call, context);
  if (method === 'reduce' && first?.kind === 'function' && list.kind !== 'external')
    return folded(evaluation, list, first, positional(args)[1]?.value, call, context);
  if (list.kind !== 'list') return undefined;
  const { at } = call;
  switch (method) {
    case 'concat':
    case 'Concat':
      return {
        kind: 'list',
        at,
        items: [
          ...list.items,
          ...positional(args).flatMap(({ value }) =>
            value.kind === 'list' ? value.items : [{ kind: 'spread' as const, at: value.at, value }],
          ),
        ],
      };
    case 'ToList':
    case 'ToArray':
    case 'AsEnumerable':
    case 'AsReadOnly':
    case 'copy':
    case 'flat':
      return list;
    case 'join':
      return first === undefined ? undefined : joined(first, list, at);
    case 'Append':
      return first === undefined ? undefined : { kind: 'list', at, items: [...list.items, first] };
    case 'Prepend':
      return first === undefined ? undefined : { kind: 'list', at, items: [first, ...list.items] };
    case 'Where':
    case 'Take':
    case 'TakeLast':
    case 'Skip':
    case 'Distinct':
      return { kind: 'list', at: list.at, items: list.items.map(perhaps) };
    case 'filter':
      return {
        kind: 'list',
        at: list.at,
        items: first === undefined ? list.items : list.items.flatMap(item => (isBoolean(first) ? truthy(item) : [perhaps(item)])),
      };
    case 'find':
    case 'findLast':
      return first?.kind === 'function' ? foundIn(evaluation, list, first, call, context) : undefined;
    case 'pop':
    case 'shift':
    case 'at':
      return itemAt(list, method, first, positional(args).length);
    case 'slice':
    case 'subList':
    case 'skip':
    case 'limit': {
      const bounds = positional(args).map(({ value }) => value);
      const from: Value = { kind: 'scalar', at, value: 0 };
      return { kind: 'list', at: list.at, items: sliced(list.items, method === 'limit' ? [from, ...bounds] : bounds) };
    }
    default:
      return undefined;
  }
}

/** `list.pop()`, `list.shift()`, `list.at(-1)`, where the list's length is known. */
function itemAt({ items }: ValueOf<'list'>, method: string, place: Value | undefined, count: number): Value | undefined {
  if (count !== (method === 'at' ? 1 : 0) || items.some(isOpenItem)) return undefined;
  return items.at(method === 'at' ? ((place && wholeNumber(place)) ?? items.length) : method === 'pop' ? -1 : 0);
}

/** Which items are left is known at the head, up to the first of which there may be any number, and in a list whose length is known. */
function sliced(items: readonly Value[], [from, to]: readonly Value[]): readonly Value[] {
  const start = from === undefined ? 0 : wholeNumber(from);
  const end = to === undefined ? Number.POSITIVE_INFINITY : wholeNumber(to);
  const open = items.findIndex(isOpenItem);
  const fixed = open < 0 ? items.length : open;
  if (start === undefined || end === undefined) return items.map(perhaps);
  if (open < 0) return items.slice(start, end);
  if (start < 0 || end < 0) return items.map(perhaps);
  const head = items.slice(start, Math.min(end, fixed));
  const rest = items.slice(fixed);
  if (end <= fixed) return head;
  return start <= fixed && end === Number.POSITIVE_INFINITY ? [...head, ...rest] : [...head, ...rest.map(perhaps)];
}

function isBoolean(test: Value): boolean {
  return test.kind === 'external' && test.module === 'global' && test.path.join('.') === 'Boolean';
}

/** `.filter(Boolean)`: a text stays, `tone && text` stays when it is one. */
function truthy(item: Value): readonly Value[] {
  if (item.kind === 'text') return item.text.text === '' ? [] : [item];
  if (item.kind === 'template' || item.kind === 'record') return [item];
  if (item.kind === 'scalar') return item.value ? [item] : [];
  if (item.kind !== 'choice') return [perhaps(item)];
  const texts = item.options.filter(option => option.kind === 'text' || option.kind === 'template' || option.kind === 'record');
  const [first] = texts;
  return first === undefined ? [perhaps(item)] : [{ kind: 'optional', at: item.at, item: choose(item.at, texts) }];
}

function perhaps(item: Value): Value {
  return isOpenItem(item) ? item : { kind: 'optional', at: item.at, item };
}

/** `models.find(model => model.id === id)`: any item of which the test doesn't surely fail, or none. */
function foundIn(
  evaluation: Evaluation,
  list: ValueOf<'list'>,
  test: ValueOf<'function'>,
  call: Call,
  context: Context,
): Value | undefined {
  if (!isFixed(list) || list.items.length === 0) return undefined;
  const may: Value[] = [];
  for (const item of list.items) {
    const verdict = invoke(evaluation, test, [{ value: item, at: item.at }], undefined, call.at, context);
    const passes = verdict && truthOf(verdict);
    if (passes !== false) may.push(item);
    if (passes === true && call.callee.kind === 'member' && call.callee.key === 'find') return choose(call.at, may);
  }
  return choose(call.at, [...may, { kind: 'scalar', at: call.at, value: null }]);
}

/** A function applied to each item. */
export function mapped(evaluation: Evaluation, list: Value, fn: ValueOf<'function'>, call: Call, context: Context): Value | undefined {
  const each = (item: Value, index?: number) => {
    const value = item.kind === 'repeat' || item.kind === 'optional' ? item.item : item;
    const result =
      invoke(
        evaluation,
        fn,
        [value, position(value, index)].map(passed => ({ value: passed, at: value.at })),
        undefined,
        call.at,
        context,
      ) ?? hole(call.at, 'item', 'computed while the program runs');
    return item.kind === 'repeat' || item.kind === 'optional' ? { ...item, item: result } : result;
  };
  if (list.kind === 'list' && list.items.every(item => item.kind !== 'spread'))
    return { kind: 'list', at: call.at, items: list.items.map((item, index) => each(item, isFixed(list) ? index : undefined)) };
  const named = scopeOf(evaluation, fn.at.uri, fn.scope)?.params[0]?.name ?? '';
  const unknownItem = hole(list.at, /^[\w$]+$/.test(named) ? named : 'item', 'one of the items');
  return { kind: 'list', at: call.at, items: [{ kind: 'repeat', at: call.at, item: each(unknownItem) }] };
}

/** Of a place in a list: why it isn't known. */
export const COUNTED = 'counted while the program runs';

/** What a callback gets as its second argument. */
function position(item: Value, index: number | undefined): Value {
  return index === undefined ? hole(item.at, 'index', COUNTED) : { kind: 'scalar', at: item.at, value: index };
}
