import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { item } from './assignments';
import { hole, nextGroup, openBlock, parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { bindLocal } from './patterns';
import { block, statement } from './statements';

/** A body in a block that stands for it already. */
function inner(body: SyntaxNode | null, site: Site): void {
  if (body === null) return;
  if (body.type === 'block') block(body, site);
  else statement(body, site);
}

/** A chain of `else if` is one statement of blocks that exclude each other. */
export function ifStatement(node: SyntaxNode, site: Site): void {
  const branches: SyntaxNode[] = [];
  let rest: SyntaxNode | null = node;
  while (rest?.type === 'if_statement') {
    branches.push(rest);
    rest = rest.childForFieldName('alternative');
  }
  const group = nextGroup(site);
  for (const branch of branches) {
    const test = branch.childForFieldName('condition');
    const body = branch.childForFieldName('consequence');
    const condition = test === null ? undefined : expression(test, site);
    if (body !== null) inner(body, openBlock(site, 'then', body, group, rest !== null, condition));
  }
  if (rest !== null) inner(rest, openBlock(site, 'else', rest, group, true));
}

/** A loop's block, with its parts. */
function openLoop(node: SyntaxNode, site: Site): Site {
  const inside = openBlock(site, 'loop', node, nextGroup(site), false);
  const body = node.childForFieldName('body');
  const opened = site.scope.blocks[inside.block];
  if (body !== null && opened !== undefined)
    site.scope.blocks[inside.block] = { ...opened, loop: { at: spanOf(node, site), body: spanOf(body, site) } };
  return inside;
}

/** The condition is read in the loop's own block, where it is evaluated again and again. */
function condition(node: SyntaxNode, inside: Site): void {
  const test = node.childForFieldName('condition');
  const opened = inside.scope.blocks[inside.block];
  const again = test === null ? undefined : expression(test, inside);
  if (again !== undefined && opened?.loop !== undefined) inside.scope.blocks[inside.block] = { ...opened, loop: { ...opened.loop, again } };
}

export function whileLoop(node: SyntaxNode, site: Site): void {
  const inside = openLoop(node, site);
  condition(node, inside);
  inner(node.childForFieldName('body'), inside);
}

export function doLoop(node: SyntaxNode, site: Site): void {
  const inside = openLoop(node, site);
  inner(node.childForFieldName('body'), inside);
  condition(node, inside);
}

export function forLoop(node: SyntaxNode, site: Site): void {
  const around: Site = { ...site, locals: site.locals.inner() };
  const first = node.childForFieldName('initializer');
  if (first !== null) statement(first, around);
  const inside = openLoop(node, around);
  condition(node, inside);
  inner(node.childForFieldName('body'), inside);
  for (const update of node.childrenForFieldName('update')) if (update?.isNamed) expression(update, inside);
}

/** `foreach (var x in list)`, `await foreach (…)` */
export function foreachLoop(node: SyntaxNode, site: Site): void {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const of = right === null ? hole(spanOf(node, site), site, 'missing') : expression(right, site);
  const inside = openLoop(node, site);
  if (left !== null)
    bindItem(
      left,
      { kind: 'element', at: spanOf(left, site), of, part: [], label: sourceOf(left, site) },
      inside,
      node.childForFieldName('type'),
    );
  inner(node.childForFieldName('body'), inside);
}

function bindItem(left: SyntaxNode, value: Value, site: Site, type: SyntaxNode | null): void {
  if (left.type === 'identifier') {
    bindLocal(left, value, site, type);
    return;
  }
  parts(left, site).forEach((part, index) => {
    const name = part.type === 'identifier' ? part : part.childForFieldName('name');
    const of: Value =
      value.kind === 'element'
        ? { ...value, at: spanOf(part, site), part: [...value.part, index], label: sourceOf(part, site) }
        : item(value, index);
    if (name !== null) bindItem(name, of, site, null);
  });
}

export function tryStatement(node: SyntaxNode, site: Site): void {
  const body = node.childForFieldName('body');
  if (body !== null) inner(body, openBlock(site, 'try', body, nextGroup(site), true));
  for (const clause of parts(node, site)) {
    if (clause.type === 'catch_clause') catchClause(clause, openBlock(site, 'catch', clause, nextGroup(site), false));
    else if (clause.type === 'finally_clause') {
      const last = parts(clause, site).find(part => part.type === 'block') ?? null;
      if (last !== null) inner(last, openBlock(site, 'plain', last, nextGroup(site), true));
    }
  }
}

function catchClause(clause: SyntaxNode, site: Site): void {
  for (const part of parts(clause, site)) {
    const name = part.type === 'catch_declaration' ? part.childForFieldName('name') : null;
    if (name !== null) bindLocal(name, hole(spanOf(name, site), site, 'what was thrown'), site, null);
    else if (part.type === 'catch_filter_clause') for (const test of parts(part, site)) expression(test, site);
  }
  inner(clause.childForFieldName('body'), site);
}

/** `using (var x = …) { … }` */
export function usingStatement(node: SyntaxNode, site: Site): void {
  const inside = openBlock(site, 'with', node, nextGroup(site), true);
  const body = node.childForFieldName('body');
  for (const part of parts(node, site)) if (part.startIndex !== body?.startIndex) statement(part, inside);
  inner(body, inside);
}
