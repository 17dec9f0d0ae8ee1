import type { Place } from '../../summary';
import type { Value } from '../../values';
import type { Site } from './draft';

/** What a value's expression writes to. Not `exact`: somewhere inside of `place` (a computed key). */
export interface Reach {
  readonly place: Place;
  readonly exact: boolean;
}

export function reach(value: Value, site: Site): Reach | undefined {
  switch (value.kind) {
    case 'name':
      return { place: { root: { name: value.name }, path: [] }, exact: true };
    case 'self':
      return { place: { root: 'self', path: [] }, exact: true };
    case 'class':
      return { place: { root: { name: site.file.scopes[value.scope]?.name ?? '' }, path: [] }, exact: true };
    case 'member':
      return step(reach(value.object, site), value.key);
    case 'index':
      return step(reach(value.object, site), value.key.kind === 'text' ? value.key.text.text : undefined);
    default:
      return undefined;
  }
}

function step(from: Reach | undefined, key: string | undefined): Reach | undefined {
  if (from === undefined || !from.exact) return from;
  if (key === undefined) return { ...from, exact: false };
  return { place: { root: from.place.root, path: [...from.place.path, key] }, exact: true };
}
