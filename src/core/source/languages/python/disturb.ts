import { placeOf } from '../../place-of';
import type { Span } from '../../span';
import type { Value } from '../../values';
import type { Site } from './draft';
import { entryInRounds } from './rounds';

/** `target` changes in a way that isn't read. */
export function disturb(target: Value, how: string, at: Span, site: Site): void {
  const found = placeOf(target, site.file.scopes);
  if (found !== undefined) site.scope.effects.push({ kind: 'disturb', at, block: site.block, target: found.place, how });
}

/** `x[key] = v`. */
export function setItem(target: Value, value: Value, at: Span, site: Site): void {
  const found = placeOf(target, site.file.scopes);
  if (found === undefined) return;
  const rounds = target.kind === 'index' ? entryInRounds(target, value, at, site) : undefined;
  const item = target.kind === 'index' ? { item: { key: target.key, value, ...(rounds && { rounds }) } } : {};
  site.scope.effects.push({ kind: 'disturb', at, block: site.block, target: found.place, how: 'one of its items is set', ...item });
}
