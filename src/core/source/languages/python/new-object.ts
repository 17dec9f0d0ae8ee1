import type { Effect, Place } from '../../summary';
import type { ScopeDraft } from './draft';

/** In `__new__`, what is set on the object that it makes (`cls._instance.client = …`) is a field of the object, as in a constructor. */
export function fieldsOfNew(scope: ScopeDraft): void {
  const made = scope.effects.flatMap(effect => (effect.kind === 'assign' && isNew(effect) ? [effect.target] : []));
  for (const [index, effect] of scope.effects.entries()) {
    if (effect.kind === 'return') continue;
    const object = made.find(place => startsWith(effect.target, place));
    if (object === undefined) continue;
    const path = effect.target.path.slice(object.path.length);
    if (path.length > 0) scope.effects[index] = { ...effect, target: { root: 'self', path } };
  }
}

/** `super().__new__(cls)` */
function isNew({ value }: Extract<Effect, { kind: 'assign' }>): boolean {
  return value.kind === 'call' && value.callee.kind === 'member' && value.callee.key === '__new__';
}

function startsWith(place: Place, start: Place): boolean {
  if (place.root === 'self' || start.root === 'self') return false;
  return place.root.name === start.root.name && start.path.every((key, index) => place.path[index] === key);
}
