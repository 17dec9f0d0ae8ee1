import { placeOf } from '../../place-of';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { hole, parts, pushEffect, type Site, sourceOf, spanOf } from './draft';
import { expression, opaque } from './expressions';
import { maybe } from './operators';

const UPDATES: Readonly<Record<string, '+' | '??'>> = { '+=': '+', '??=': '??' };

/** `x = v`, `x += v`, `(a, b) = v`; its value is what the variable then is. */
export function assignment(node: SyntaxNode, site: Site): Value {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left === null || right === null) return opaque(node, site, 'could not be parsed');
  const operator = site.file.text.slice(left.endIndex, right.startIndex).trim();
  if (left.type === 'tuple_expression') return unpack(left, right, site);
  if (left.type === 'identifier' && sourceOf(left, site) === '_' && !site.locals.has('_')) return expression(right, site);
  const target = expression(left, site);
  const value = expression(right, operator === '??=' ? maybe(right, site) : site, typeOf(target, site));
  const at = spanOf(node, site);
  const found = placeOf(target, site.file.scopes);
  if (operator === '=') {
    if (found !== undefined) {
      if (found.exact) pushEffect(site, { kind: 'assign', at, block: site.block, target: found.place, value, declares: false });
      else pushEffect(site, { kind: 'disturb', at, block: site.block, target: found.place, how: 'set' });
    }
    return value;
  }
  const update = UPDATES[operator];
  if (found !== undefined) {
    const base = { at, block: site.block, target: found.place };
    if (update !== undefined && found.exact) pushEffect(site, { ...base, kind: 'update', operator: update, value });
    else pushEffect(site, { ...base, kind: 'disturb', how: operator });
  }
  return update === undefined
    ? hole(at, site, 'computed when the program runs')
    : { kind: 'operation', at, operator: update, left: target, right: value };
}

/** `_options = new() { … }`: the type that the field or variable was declared with. */
function typeOf(target: Value, { scope, file }: Site): Value | undefined {
  const isOwn = target.kind === 'member' && (target.object.kind === 'self' || target.object.kind === 'class');
  const [name, effects] =
    target.kind === 'name'
      ? [target.name, scope.effects]
      : isOwn && (target.object.kind === 'self' || target.object.kind === 'class')
        ? [target.key, file.scopes[target.object.scope]?.effects ?? []]
        : ['', []];
  for (const effect of effects) {
    if (effect.kind !== 'assign' || effect.type === undefined) continue;
    const { root, path } = effect.target;
    if (root === 'self' ? path[0] === name : root.name === name) return effect.type;
  }
  return undefined;
}

/** `(a, var b) = v` */
function unpack(left: SyntaxNode, right: SyntaxNode, site: Site): Value {
  const value = expression(right, site);
  parts(left, site).forEach((part, index) => {
    const inner = part.type === 'argument' ? parts(part, site).at(-1) : part;
    if (inner === undefined) return;
    const target = expression(inner, site);
    const found = placeOf(target, site.file.scopes);
    const declares = inner.type === 'declaration_expression';
    if (found?.exact === true)
      pushEffect(site, {
        kind: 'assign',
        at: spanOf(inner, site),
        block: site.block,
        target: found.place,
        value: item(value, index),
        declares,
      });
  });
  return value;
}

/** One item of what is taken apart. */
export function item(value: Value, index: number): Value {
  const known = value.kind === 'list' && value.items.every(each => each.kind !== 'spread') ? value.items[index] : undefined;
  return known ?? { kind: 'index', at: value.at, object: value, key: { kind: 'scalar', at: value.at, value: index } };
}
