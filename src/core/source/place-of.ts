import type { Place } from './summary';
import type { Value } from './values';

/** What is written to. Not `exact`: something inside of it that has no fixed name (`x[i]`, `x[key].a`). */
export interface FoundPlace {
  readonly place: Place;
  readonly exact: boolean;
}

/**
 * The place that an expression names; undefined when it is nothing that can be followed (`f().x`).
 * `scopes`: those of the file, by whose names its classes are written to.
 */
export function placeOf(value: Value, scopes: readonly { readonly name: string }[] = []): FoundPlace | undefined {
  switch (value.kind) {
    case 'name':
      return { place: { root: { name: value.name }, path: [] }, exact: true };
    case 'self':
      return { place: { root: 'self', path: [] }, exact: true };
    case 'class': {
      const name = scopes[value.scope]?.name;
      return name === undefined ? undefined : { place: { root: { name }, path: [] }, exact: true };
    }
    case 'member':
      return inside(placeOf(value.object, scopes), value.key);
    case 'index':
      return inside(placeOf(value.object, scopes), fixedKey(value.key));
    default:
      return undefined;
  }
}

function inside(found: FoundPlace | undefined, key: string | undefined): FoundPlace | undefined {
  if (found === undefined || !found.exact) return found;
  if (key === undefined) return { place: found.place, exact: false };
  return { place: { root: found.place.root, path: [...found.place.path, key] }, exact: true };
}

function fixedKey(key: Value): string | undefined {
  if (key.kind === 'template') return key.parts.length === 1 && key.parts[0] !== undefined ? fixedKey(key.parts[0]) : undefined;
  return key.kind === 'text' ? key.text.text : undefined;
}
