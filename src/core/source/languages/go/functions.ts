import type { SyntaxNode } from '../../syntax';
import type { ScopeId } from '../../values';
import { declare, openScope, parts, type ScopeDraft, type Site, sourceOf, spanOf } from './draft';
import { statements } from './statements';
import { parameters, typeValue } from './types';
import { zeroValue } from './zero-values';

/** Reads a function, a method or a function literal as a scope of its own. */
export function functionBody(node: SyntaxNode, name: string, parent: ScopeId, around: Site): ScopeDraft {
  const scope = openScope(around.file, 'function', name, parent, spanOf(node, around));
  const { iota: _iota, through: _through, ...outer } = around;
  const own = parameters(node.childForFieldName('parameters'), around);
  const hides = own.some(param => param.name !== undefined && sourceOf(param.name, around) === around.receiver?.name);
  const { receiver, ...plain } = outer;
  const site: Site = { ...(hides || receiver === undefined ? plain : { ...plain, receiver }), scope, block: -1 };
  for (const param of own) {
    const at = param.name === undefined ? spanOf(node, site) : spanOf(param.name, site);
    const label = param.name === undefined ? '_' : sourceOf(param.name, site);
    const owner = param.pointsTo;
    if (owner !== undefined) scope.pointers.set(label, owner);
    scope.params.push({
      ...{ name: label, at },
      ...(param.type === undefined || param.rest ? {} : { type: param.type }),
      ...(param.rest ? { collects: 'rest' as const } : {}),
    });
  }
  results(node.childForFieldName('result'), scope, site);
  const body = node.childForFieldName('body');
  if (body !== null) statements(body, site);
  return scope;
}

/** One result, and perhaps an error or a flag, is what callers take; several are a list. */
function results(result: SyntaxNode | null, scope: ScopeDraft, site: Site): void {
  if (result === null) return;
  if (result.type !== 'parameter_list') {
    scope.returns = typeValue(result, site);
    return;
  }
  const all = parameters(result, site);
  const [first, second] = all;
  const last = second?.type?.kind === 'name' ? second.type.name : '';
  scope.hasOneResult = all.length < 2 || (all.length === 2 && (last === 'error' || last === 'bool'));
  if (scope.hasOneResult && first?.type !== undefined) scope.returns = first.type;
  scope.results = all.flatMap(({ name }) => (name === undefined ? [] : [sourceOf(name, site)]));
  for (const part of parts(result))
    for (const name of part.childrenForFieldName('name'))
      if (name?.isNamed) declare(site, sourceOf(name, site), zeroValue(part.childForFieldName('type'), name, site), spanOf(name, site));
}
