import type { Place } from '../../summary';
import type { Value } from '../../values';

/** What is written to; not `exact`: something inside of it that has no fixed name (`x[i]`). */
export interface FoundPlace {
  readonly place: Place;
  readonly exact: boolean;
}

/** The place that an expression names; undefined when it is nothing that can be followed (`f().x`). */
export function placeOf(value: Value): FoundPlace | undefined {
  switch (value.kind) {
    case 'name':
      return { place: { root: { name: value.name }, path: [] }, exact: true };
    case 'self':
      return { place: { root: 'self', path: [] }, exact: true };
    case 'member': {
      const found = placeOf(value.object);
      return found?.exact ? { ...found, place: { root: found.place.root, path: [...found.place.path, value.key] } } : found;
    }
    case 'index': {
      const found = placeOf(value.object);
      return found && { ...found, exact: false };
    }
    default:
      return undefined;
  }
}
