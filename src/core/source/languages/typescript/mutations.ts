import { placeOf } from '../../place-of';
import type { Effect, Place } from '../../summary';
import type { Argument, Call, Entry, Value } from '../../values';
import type { Frame } from './frame';

/** Array methods that change their array in a way that is not followed. */
const disturbing: ReadonlySet<string> = new Set(['pop', 'shift', 'sort', 'reverse', 'fill', 'copyWithin']);
const adding: ReadonlySet<string> = new Set(['push', 'unshift', 'splice']);

interface Base {
  readonly at: Effect['at'];
  readonly block: Effect['block'];
  readonly target: Place;
}

/** Records what a call does to the object it is called on: `x.push(v)`, `x.splice(0, 0, v)`, `Object.assign(x, …)`. */
export function recordMutation(frame: Frame, call: Call): void {
  if (call.callee.kind !== 'member') return;
  const { object, key } = call.callee;
  const { effects } = frame.scope;
  if (key === 'assign' && object.kind === 'name' && object.name === 'Object') effects.push(...objectAssign(frame, call));
  if (key === 'append') effects.push(...appendedToForm(frame, call, object));
  if (!disturbing.has(key) && !adding.has(key)) return;
  const found = placeOf(object);
  if (found === undefined) return;
  const base = { at: call.at, block: frame.block, target: found.place };
  const read = found.exact && adding.has(key) ? additions(key, call.args, base) : undefined;
  effects.push(...(read ?? [{ ...base, kind: 'disturb' as const, how: key }]));
}

/** `form.append('model', m)` sets a field of a form that is made in the same scope (`new FormData()`). */
function appendedToForm({ scope, block }: Frame, { args, at }: Call, object: Value): readonly Effect[] {
  const [name, field] = args;
  if (object.kind !== 'name' || name?.value.kind !== 'text' || field === undefined) return [];
  const isForm = scope.effects.some(
    effect =>
      effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.root.name === object.name && makesForm(effect.value),
  );
  const target = { root: { name: object.name }, path: [name.value.text.text] };
  return isForm ? [{ at, block, kind: 'assign', target, value: field.value, declares: false }] : [];
}

function makesForm(value: Value): boolean {
  return value.kind === 'call' && value.callee.kind === 'name' && value.callee.name === 'FormData';
}

/** What push, unshift and splice add; undefined when that can't be followed. */
function additions(key: string, args: readonly Argument[], base: Base): readonly Effect[] | undefined {
  if (key === 'push') return args.map(({ value }) => pushed(base, value));
  if (args.some(({ value }) => value.kind === 'spread')) return undefined;
  if (key === 'unshift') return inFront('prepend', args, base);
  // `splice(at, 0, …items)` puts items in; any other splice takes some out.
  const [start, removed, ...items] = args;
  if (!isZero(removed)) return undefined;
  return inFront(isZero(start) ? 'prepend' : 'insert', items, base);
}

function pushed(base: Base, value: Value): Effect {
  return value.kind === 'spread' ? { ...base, kind: 'extend', value: value.value } : { ...base, kind: 'append', value };
}

/** The last one goes in first, so that they end up in the order they are written. */
function inFront(kind: 'prepend' | 'insert', args: readonly Argument[], base: Base): readonly Effect[] {
  return [...args].reverse().map(({ value }) => ({ ...base, kind, value }));
}

function isZero(arg: Argument | undefined): boolean {
  return arg?.value.kind === 'scalar' && arg.value.value === 0;
}

/** `Object.assign(x, { a: 1 })` sets x.a; of other sources x takes whatever they hold. */
function objectAssign(frame: Frame, call: Call): readonly Effect[] {
  const [target, ...sources] = call.args;
  const found = target === undefined ? undefined : placeOf(target.value);
  if (found === undefined) return [];
  const { root, path } = found.place;
  const base = { at: call.at, block: frame.block };
  const unread = (value: Value): Effect =>
    found.exact
      ? { ...base, kind: 'fill', target: found.place, value }
      : { ...base, kind: 'disturb', target: found.place, how: 'Object.assign' };
  const set = ({ key, value }: Entry): Effect =>
    key === undefined || !found.exact
      ? unread(value)
      : { ...base, kind: 'assign', target: { root, path: [...path, key] }, value, declares: false };
  return sources.flatMap(({ value }) => (value.kind === 'record' ? value.entries.map(set) : [unread(value)]));
}
