import type { Span } from '../source/span';
import type { Effect, Place } from '../source/summary';
import { type Call, type Entry, NOT_SET, type Value } from '../source/values';
import { fieldName } from './file-index';
import { asksFor } from './given';
import { hole } from './hole';

/** An effect on a variable. */
export type Change = Exclude<Effect, { kind: 'return' }>;

export interface Circumstance {
  /** Any number of times. */
  readonly loops: boolean;
  /** Perhaps not at all. */
  readonly conditional: boolean;
  /** What the branches of the innermost statement ask for. */
  readonly conditions?: readonly Value[];
}

/** Whether an effect changes what a name holds: a declaration without a value doesn't. */
export function isChange(effect: Effect): effect is Change {
  return effect.kind !== 'return' && !(effect.kind === 'assign' && isUnset(effect.value));
}

/** Whether an effect on an object has to do with one of its fields, or a part of that: it sets it, or something around or within it. */
export function concerns(effect: Effect, path: readonly string[]): boolean {
  return effect.kind === 'return' || effect.target.path.slice(0, path.length).every((key, place) => key === path[place]);
}

/** A declaration alone sets nothing. */
export function isUnset(value: Value): boolean {
  return value.kind === 'hole' && value.reason === NOT_SET;
}

/** Sets the variable itself, whatever it was before. `x = x + y` adds to it instead. */
export function setsWhole(change: Change): change is Extract<Change, { kind: 'assign' }> {
  return change.kind === 'assign' && change.target.path.length === 0 && added(change) === undefined;
}

/** The unreduced value after a change. */
export function apply(state: Value | undefined, change: Change, under: Circumstance): Value {
  if (setsWhole(change)) return change.value;
  const before = state ?? hole(change.at, rootName(change.target), 'not assigned here');
  // What is set on a class stays a class; its fields are found with it.
  if (before.kind === 'class' || before.kind === 'function') return before;
  return changed(before, change.target.path, change, under);
}

/** `path`: the part of the state that changes (`params["messages"]`). */
function changed(state: Value, path: readonly string[], change: Change, under: Circumstance): Value {
  const [key, ...rest] = path;
  if (key === undefined) return changedItself(state, change, under);
  const { at } = change;
  const whole = change.kind === 'assign' && rest.length === 0;
  if (change.kind === 'disturb' && rest.length === 0 && REMOVING.has(change.how)) return withoutKey(state, key, at, under);
  const inner = whole ? change.value : changed({ kind: 'member', at, object: state, key }, rest, change, under);
  const value = whole && under.conditional ? perhaps(inner, key, at, under) : inner;
  return { kind: 'record', at: state.at, entries: [spreadEntry(state, state.at), { key, value, at }] };
}

/** `if "model" not in params: params["model"] = m` */
function perhaps(item: Value, key: string, at: Span, { conditions = [] }: Circumstance): Value {
  const ifMissing = conditions.some(condition => asksFor(condition, key, false));
  return { kind: 'optional', at, item, ...(ifMissing && { ifMissing }) };
}

/** `params.pop("stream")`, `del params["stream"]`. */
function withoutKey(state: Value, key: string, at: Span, under: Circumstance): Value {
  const nothing: Value = { kind: 'scalar', at, value: null };
  const removal: Entry = under.conditional
    ? { key, value: { kind: 'optional', at, item: nothing }, at }
    : { key, value: nothing, removed: true, at };
  return { kind: 'record', at: state.at, entries: [spreadEntry(state, state.at), removal] };
}

function changedItself(state: Value, change: Change, under: Circumstance): Value {
  const { at } = change;
  switch (change.kind) {
    case 'assign':
      return joined(state, added(change) ?? change.value, at, under);
    case 'update':
      if (change.operator === '+') return joined(state, change.value, at, under);
      return { kind: 'operation', at, operator: change.operator, left: state, right: change.value };
    case 'disturb':
      return disturbed(state, change, under);
    case 'tell':
      return told(state, change, under);
    case 'fill':
      return filled(state, change, under);
    case 'call':
      return afterCall(state, change.value, under);
    case 'pass':
      return afterPass(state, change, under);
    case 'extend':
      return listOf(state, [through(change.through, sometimes({ kind: 'spread', at, value: change.value }, at, under))], state.at);
    case 'prepend':
      return { kind: 'list', at: state.at, items: [sometimes(change.value, at, under), { kind: 'spread', at: state.at, value: state }] };
    default:
      return listOf(state, [through(change.through, sometimes(change.value, at, under))], state.at);
  }
}

/** An object with what it is given by names that the code computes. Of `self` who reads a field finds it (`fields-by-name.ts`). */
function filled(state: Value, { value, at }: Extract<Change, { kind: 'fill' }>, under: Circumstance): Value {
  const given = spreadEntry(under.conditional ? { kind: 'optional', at, item: value } : value, at);
  return { kind: 'record', at: state.at, entries: [spreadEntry(state, state.at), given] };
}

/** What `builder.model(m)` gives, whose argument may be told under a condition or several times. */
function told(state: Value, { name: key, value, at }: Extract<Change, { kind: 'tell' }>, under: Circumstance): Value {
  const callee: Value = { kind: 'member', at, object: state, key };
  return { kind: 'call', at, callee, args: [{ value: sometimes(value, at, under), at }], argsAt: { ...at, start: at.end } };
}

/** What an object is after a call of it, which gives it back or may as well. */
function afterCall(state: Value, call: Call, under: Circumstance): Value {
  if (call.callee.kind !== 'member') return state;
  const after: Call = { ...call, callee: { ...call.callee, object: state }, told: true };
  if (under.loops)
    return {
      ...after,
      args: after.args.map(argument => ({ ...argument, value: { kind: 'repeat', at: argument.at, item: argument.value } })),
    };
  return under.conditional ? { kind: 'choice', at: call.at, options: [state, after] } : after;
}

/** What a function that is handed a pointer leaves there. */
function afterPass(state: Value, { value: call, place, forEach }: Extract<Change, { kind: 'pass' }>, under: Circumstance): Value {
  const args = call.args.map((argument, index) => (index === place ? { ...argument, value: state } : argument));
  const after: Call = { ...call, args, passed: place, ...(forEach && { forEach }), ...(under.loops && { again: true as const }) };
  return under.conditional ? { kind: 'choice', at: call.at, options: [state, after] } : after;
}

function joined(left: Value, right: Value, at: Span, under: Circumstance): Value {
  return { kind: 'operation', at, operator: '+', left, right: sometimes(right, at, under) };
}

/** Something was taken out, put in another order, or changed in a way that isn't read. */
function disturbed(state: Value, { how, at, item }: Extract<Change, { kind: 'disturb' }>, under: Circumstance): Value {
  const whole: Value = { kind: 'spread', at: state.at, value: state };
  if (how === SORTED) return { kind: 'list', at: state.at, items: [whole] };
  if (REORDERING.has(how)) return hole(at, 'list', `reordered by ${how}()`);
  if (REMOVING.has(how)) return { kind: 'list', at: state.at, items: [{ kind: 'optional', at, item: whole }] };
  if (how === '++' || how === '--') return hole(at, 'counter', 'counted while the program runs');
  const unread: Value = { kind: 'spread', at, value: hole(at, 'changes', `${NOT_READ} (${how})`) };
  if (item === undefined) return listOf(state, [unread], state.at);
  const put = under.loops ? {} : { put: { key: item.key, value: sometimes(item.value, at, under) } };
  return listOf(state, [{ ...unread, ...(item.rounds === undefined ? put : { rounds: item.rounds }) }], state.at);
}

const NOT_READ = 'changed in a way that is not read';

/** Whether an item of a list stands for changes that concern others: unread ones, or what loops set under keys (`items[index] = item`). */
export function changesOthers(item: Value): boolean {
  if (item.kind === 'optional' || item.kind === 'repeat') return changesOthers(item.item);
  if (item.kind !== 'spread') return false;
  const { value } = item;
  return value.kind === 'record' || (value.kind === 'hole' && value.reason.startsWith(NOT_READ));
}

/** Whatever order its items came in, it is the same in every process from then on. */
const SORTED = 'sorted';
const REORDERING: ReadonlySet<string> = new Set(['sort', 'reverse']);
const REMOVING: ReadonlySet<string> = new Set([
  'pop',
  'popitem',
  'popleft',
  'shift',
  'remove',
  'discard',
  'clear',
  'del',
  'delete',
  'splice',
  'its length is set',
]);

function listOf(state: Value, items: readonly Value[], at: Span): Value {
  return { kind: 'list', at, items: [{ kind: 'spread', at: state.at, value: state }, ...items] };
}

function spreadEntry(value: Value, at: Span) {
  return { value: { kind: 'spread' as const, at, value }, at };
}

function through(over: Value | undefined, item: Value): Value {
  return over === undefined || item.kind !== 'repeat' ? item : { ...item, through: over };
}

function sometimes(item: Value, at: Span, under: Circumstance): Value {
  if (under.loops) return { kind: 'repeat', at, item };
  return under.conditional ? { kind: 'optional', at, item } : item;
}

/** What `x = x + y`, `x = [...x, y]` or `x = x.concat(y)` adds to x; undefined for any other assignment. */
function added({ value, target }: Extract<Change, { kind: 'assign' }>): Value | undefined {
  if (target.path.length > 0) return undefined;
  if (value.kind === 'operation' && value.operator === '+' && isSame(value.left, target)) return value.right;
  const [first, ...rest] = value.kind === 'list' ? value.items : [];
  if (first?.kind === 'spread' && isSame(first.value, target)) return { kind: 'list', at: value.at, items: rest };
  const concat =
    value.kind === 'call' && value.callee.kind === 'member' && value.callee.key === 'concat' && isSame(value.callee.object, target);
  return concat && value.args.length === 1 ? value.args[0]?.value : undefined;
}

function isSame(value: Value, { root }: Place): boolean {
  if (root === 'self') return false;
  if (value.kind === 'name') return value.name === root.name;
  return value.kind === 'member' && value.object.kind === 'self' && fieldName(value.key) === root.name;
}

function rootName({ root, path }: Place): string {
  return root === 'self' ? fieldName(path[0] ?? '') : root.name;
}
