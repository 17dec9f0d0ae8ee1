import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { type EnclosingType, hole, type Site, sourceOf, spanOf } from './draft';

/** A variable, a member of the type around, or a type; `called`: it stands before the brackets of a call. */
export function identifier(node: SyntaxNode, site: Site, called = false): Value {
  const at = spanOf(node, site);
  const name = sourceOf(node, site).replace(/^@/, '');
  if (name === '') return hole(at, site, 'missing');
  const plain: Value = { kind: 'name', at, name, scope: site.scope.id };
  if (site.locals.has(name)) return plain;
  for (let type: EnclosingType | undefined = site.type; type !== undefined; type = type.outer) {
    const kind = type.members.get(name);
    if (kind === 'type') return plain;
    const object: Value = { kind: kind === 'static' ? 'class' : 'self', at: scopeSpan(type.scope, site), scope: type.scope };
    if (kind !== undefined) return { kind: 'member', at, object, key: name };
  }
  // What nothing here declares is inherited, stands in another part of the class, or is a type: types begin with a capital letter.
  const { type } = site;
  const isMember = type?.open === true && (called || /^[_\p{Ll}]/u.test(name));
  return isMember && type !== undefined ? { kind: 'member', at, object: { kind: 'self', at, scope: type.scope }, key: name } : plain;
}

/** A class is known by where it stands. */
function scopeSpan(scope: number, { file }: Site) {
  return file.scopes[scope]?.at ?? { uri: file.uri, start: 0, end: 0 };
}
