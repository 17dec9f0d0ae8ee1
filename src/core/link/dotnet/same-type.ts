import type { Value } from '../../source/values';

export function isSameType(a: Value, b: Value): boolean {
  if (a.kind === 'external' && b.kind === 'external') return a.path.join('.') === b.path.join('.');
  return a.kind === 'class' && b.kind === 'class' && a.scope === b.scope && a.at.uri === b.at.uri;
}
