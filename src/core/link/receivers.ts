import type { Argument, Value, ValueOf } from '../source/values';
import { classOf } from './class-itself';
import { type Evaluation, scopeOf, selfOf } from './evaluation';

/** Of more objects than these it is only said that it is one of them. */
const MOST_OBJECTS = 12;

/** The object a method works on: also one that is known by its type alone. */
export function receiverOf(object: Value | undefined): Value | undefined {
  if (object?.kind === 'param' && object.fallback?.kind === 'instance') return object.fallback;
  if (object?.kind === 'param' && object.type?.kind === 'class') return { kind: 'self', at: object.type.at, scope: object.type.scope };
  if (object?.kind === 'param' && object.type?.kind === 'instance') return object.type;
  if (object?.kind === 'record') return changedObject(object);
  if (object?.kind !== 'choice') return selfOf(object);
  // Of several objects of one class it is known that it is one of them.
  const [first, ...others] = object.options.map(option => selfOf(receiverOf(option)));
  const isOneClass = others.every(other => other?.scope === first?.scope && other?.at.uri === first?.at.uri);
  return first !== undefined && isOneClass ? { kind: 'self', at: first.at, scope: first.scope } : undefined;
}

/** What a method works on. Of an object that could not be read it is known that it has the method. */
export function objectFor(evaluation: Evaluation, method: ValueOf<'function'>, object: Value | undefined): Value | undefined {
  return receiverOf(object) ?? classOf(evaluation, method, object) ?? anyWith(evaluation, method, object);
}

/** Of a method that is called by a name (`ask = self.ask`, a parameter that is handed one) it is known whose method it is. */
function anyWith(evaluation: Evaluation, { at, scope }: ValueOf<'function'>, object: Value | undefined): ValueOf<'self'> | undefined {
  if (object?.kind === 'class' || object?.kind === 'external') return undefined;
  const method = scopeOf(evaluation, at.uri, scope);
  if (object === undefined && method?.params[0]?.name !== 'self') return undefined;
  const type = scopeOf(evaluation, at.uri, method?.parent ?? -1);
  return type?.kind === 'class' ? { kind: 'self', at: type.at, scope: type.id } : undefined;
}

/** `c := &Client{}; c.model = "x"`: the object as it is now. */
function changedObject({ entries }: ValueOf<'record'>): ValueOf<'instance'> | undefined {
  const [first, ...set] = entries;
  const base = first?.key === undefined && first?.value.kind === 'spread' ? first.value.value : undefined;
  const object = base?.kind === 'record' ? changedObject(base) : base;
  if (object?.kind !== 'instance') return undefined;
  const fields = set.map(({ key, value, at }): Argument => (key === undefined ? { value, at } : { name: key, value, at }));
  return { ...object, set: [...(object.set ?? []), ...fields] };
}

/** One of several objects of which all that they were made with is in sight (the constants of an enum). */
export function isOneOfMade({ options }: ValueOf<'choice'>): boolean {
  return options.length <= MOST_OBJECTS && options.every(({ kind }) => kind === 'instance');
}
