import type { Param } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { attributesOf } from './attributes';
import { hole, openScope, parts, type ScopeDraft, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { Locals } from './locals';
import { block } from './statements';
import { typeValue } from './types';

/** A method, a local function, an accessor: read into a scope of its own. */
export function lowerFunction(node: SyntaxNode, name: string, site: Site): Value {
  const at = spanOf(node, site);
  const isAsync = parts(node, site).some(part => part.type === 'modifier' && sourceOf(part, site) === 'async');
  const scope = openScope(site.file, 'function', name, site.scope.id, at, isAsync);
  scope.decorators.push(...attributesOf(node, site));
  const returns = node.childForFieldName('returns') ?? (node.type === 'local_function_statement' ? node.childForFieldName('type') : null);
  const type = returns === null ? undefined : typeValue(returns, site);
  if (type !== undefined) scope.returns = type;
  const list = node.childForFieldName('parameters');
  const inside = enter(scope, site, list === null ? [] : parameters(list, site));
  const body = node.childForFieldName('body');
  if (body !== null) functionBody(body, inside);
  return { kind: 'function', at, scope: scope.id };
}

/** The site of a function's body. */
export function enter(scope: ScopeDraft, site: Site, params: readonly Param[]): Site {
  scope.params = params;
  const locals = new Locals(site.locals);
  for (const param of params) locals.add(param.name);
  return { ...site, scope, block: -1, locals };
}

/** `{ … }` or `=> value` */
export function functionBody(body: SyntaxNode, site: Site): void {
  if (body.type === 'block') block(body, site);
  else {
    const value = body.type === 'arrow_expression_clause' ? parts(body, site)[0] : body;
    if (value !== undefined) returned(value, site);
  }
  asIterator(site);
}

function returned(node: SyntaxNode, site: Site): void {
  const value = expression(node, site, site.scope.returns);
  site.scope.effects.push({ kind: 'return', at: spanOf(node, site), block: -1, value });
}

/** Calling a function with `yield` gives what it hands out, one by one. */
function asIterator({ scope, file }: Site): void {
  if (scope.yielded.length === 0) return;
  const kept = scope.effects.filter(effect => effect.kind !== 'return');
  const value: Value = { ...hole(scope.at, { file }, 'handed out one by one'), label: `${scope.name}()` };
  scope.effects.splice(0, scope.effects.length, ...kept, { kind: 'return', at: scope.at, block: -1, value });
}

/** `x => …`, `async (a, b) => { … }`, `delegate (int x) { … }` */
export function lambda(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site);
  const isAsync = parts(node, site).some(part => part.type === 'modifier' && sourceOf(part, site) === 'async');
  const scope = openScope(site.file, 'function', '', site.scope.id, at, isAsync);
  scope.decorators.push(...attributesOf(node, site));
  const list = node.childForFieldName('parameters');
  const inside = enter(scope, site, list === null ? [] : parameters(list, site));
  const body = node.childForFieldName('body') ?? parts(node, site).find(part => part.type === 'block');
  if (body !== undefined && body !== null) functionBody(body, inside);
  return { kind: 'function', at, scope: scope.id };
}

/** Of `params T[] rest` the grammar writes type and name straight into the list. */
export function parameters(list: SyntaxNode, site: Site): readonly Param[] {
  if (list.type === 'implicit_parameter' || list.type === 'identifier') return [{ name: sourceOf(list, site), at: spanOf(list, site) }];
  const found = parts(list, site).flatMap(part => (part.type === 'parameter' ? [parameter(part, site)] : []));
  const rest = list.childForFieldName('name');
  return rest === null ? found : [...found, { name: sourceOf(rest, site), at: spanOf(rest, site), collects: 'rest' }];
}

function parameter(node: SyntaxNode, site: Site): Param {
  const nameNode = node.childForFieldName('name');
  const typeNode = node.childForFieldName('type');
  const name = nameNode === null ? '' : sourceOf(nameNode, site).replace(/^@/, '');
  const type = typeNode === null ? undefined : typeValue(typeNode, site);
  const equals = nameNode === null ? -1 : site.file.text.slice(nameNode.endIndex, node.endIndex).indexOf('=');
  const last = parts(node, site).at(-1);
  const fallback = equals < 0 || last === undefined || last.startIndex === nameNode?.startIndex ? undefined : expression(last, site, type);
  const decorators = attributesOf(node, site);
  return {
    ...{ name, at: spanOf(node, site), ...(type && { type }), ...(fallback && { fallback }) },
    ...(decorators.length > 0 ? { decorators } : {}),
  };
}
