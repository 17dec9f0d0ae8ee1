import type { Param } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import { annotation } from './annotations';
import { parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';

/** Defaults and annotations are evaluated outside of the function. */
export function parameters(list: SyntaxNode, site: Site): readonly Param[] {
  const params: Param[] = [];
  for (const node of parts(list, site)) {
    if (node.type !== 'keyword_separator' && node.type !== 'positional_separator') params.push(parameter(node, site));
  }
  return params;
}

function parameter(node: SyntaxNode, site: Site): Param {
  const at = spanOf(node, site.file);
  const named = node.type.includes('typed') || node.type === 'default_parameter';
  const inner = named ? parts(node, site) : [node];
  const [target, ...rest] = inner;
  const type = rest[0]?.type === 'type' ? rest.shift() : undefined;
  const fallback = rest[0];
  const collects = target?.type === 'list_splat_pattern' ? 'rest' : target?.type === 'dictionary_splat_pattern' ? 'keywords' : undefined;
  const name = collects === undefined ? target : target && parts(target, site)[0];
  return {
    name: name?.type === 'identifier' ? sourceOf(name, site.file) : '',
    at,
    ...(type && { type: annotation(type, site) }),
    ...(fallback && { fallback: expression(fallback, site) }),
    ...(collects && { collects }),
  };
}
