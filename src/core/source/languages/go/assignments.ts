import { placeOf } from '../../place-of';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { partOfResult } from './declarations';
import { declare, listed, parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { pointedAt, pointedAtBy } from './pointers';
import { written } from './writers';

/** `a, b := x, y`; `a, err := f()`. */
export function shortDeclaration(node: SyntaxNode, site: Site): void {
  const { names, values } = sides(node, site);
  for (const value of values) written(value, site);
  const rights = listed(node.childForFieldName('right'));
  names.forEach((name, index) => {
    const value = valueFor(index, names, values, site);
    if (value === undefined) return;
    const text = sourceOf(name, site);
    // A name that is there already is set, not declared anew; where it isn't, nothing shows it.
    const pointed = pointedAt(rights[index], site);
    if (pointed !== undefined) site.scope.pointers.set(text, pointed);
    declare(site, text, value, spanOf(node, site));
  });
}

export function assignment(node: SyntaxNode, site: Site): void {
  const operator = sourceOf(node.childForFieldName('operator'), site);
  const [left] = listed(node.childForFieldName('left'));
  const [right] = listed(node.childForFieldName('right'));
  if (operator === '=' && left !== undefined && right !== undefined && grows(left, right, site)) return;
  const { names, values } = sides(node, site);
  if (operator !== '=' && operator !== '+=') {
    for (const name of names) changed(name, operator, site);
    return;
  }
  names.forEach((name, index) => {
    const value = valueFor(index, names, values, site);
    if (value !== undefined) set(name, value, operator, node, site);
  });
}

function sides(node: SyntaxNode, site: Site): { readonly names: readonly SyntaxNode[]; readonly values: readonly Value[] } {
  const values = listed(node.childForFieldName('right')).map(each => expression(each, site));
  return { names: listed(node.childForFieldName('left')), values };
}

function valueFor(index: number, names: readonly SyntaxNode[], values: readonly Value[], site: Site): Value | undefined {
  const name = names[index];
  if (values.length === names.length || name === undefined) return values[index];
  return values.length === 1 ? partOfResult(values[0], index, names.length, name, site) : undefined;
}

function set(name: SyntaxNode, value: Value, operator: string, node: SyntaxNode, site: Site): void {
  const found = sourceOf(name, site) === '_' ? undefined : placeOf(expression(name, site));
  if (found === undefined) return;
  const base = { at: spanOf(node, site), block: site.block, target: found.place };
  if (!found.exact) site.scope.effects.push({ ...base, kind: 'disturb', how: 'an entry is set' });
  else if (operator === '+=') site.scope.effects.push({ ...base, kind: 'update', operator: '+', value });
  else site.scope.effects.push({ ...base, kind: 'assign', value, declares: false });
  const { root, path } = found.place;
  const owner = root === 'self' || path.length === 0 || operator === '+=' ? undefined : pointedAtBy(root.name, site);
  // `func(c *config) { c.model = m }`: one more value that objects may hold whose making nobody sees.
  if (owner !== undefined && found.exact)
    site.scope.effects.push({ ...base, kind: 'assign', value, declares: false, initial: true, target: { root: { name: owner }, path } });
}

/** `x = append(x, a, b...)` adds to x. */
function grows(left: SyntaxNode, right: SyntaxNode, site: Site): boolean {
  const callee = right.type === 'call_expression' ? right.childForFieldName('function') : null;
  if (callee === null || sourceOf(callee, site) !== 'append') return false;
  const [list, ...added] = parts(right.childForFieldName('arguments'));
  if (list === undefined || sourceOf(list, site) !== sourceOf(left, site)) return false;
  const found = placeOf(expression(left, site));
  if (found?.exact !== true) return false;
  for (const each of added) {
    const at = spanOf(each, site);
    const base = { at, block: site.block, target: found.place, ...(site.through && { through: site.through }) };
    const [inner] = each.type === 'variadic_argument' ? parts(each) : [];
    if (inner === undefined) site.scope.effects.push({ ...base, kind: 'append', value: expression(each, site) });
    else site.scope.effects.push({ ...base, kind: 'extend', value: expression(inner, site) });
  }
  return true;
}

/** `x++`, `x |= y`: changed in a way that isn't read. */
export function changed(node: SyntaxNode | undefined, how: string, site: Site): void {
  const found = node === undefined ? undefined : placeOf(expression(node, site));
  if (node === undefined || found === undefined) return;
  site.scope.effects.push({ kind: 'disturb', at: spanOf(node, site), block: site.block, target: found.place, how });
}
