import type { Value } from '../../source/values';

/** Whether two evaluated types are one: classes of the project by where they stand, a package's by their path alone. */
export function isSameType(a: Value, b: Value): boolean {
  if (a.kind === 'external' && b.kind === 'external') return a.path.join('.') === b.path.join('.');
  return a.kind === 'class' && b.kind === 'class' && a.scope === b.scope && a.at.uri === b.at.uri;
}
