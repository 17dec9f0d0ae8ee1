import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { bind } from './assignments';
import { nextGroup, openBlock, parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { body } from './statements';

export function ifStatement(node: SyntaxNode, site: Site): void {
  const [condition, consequence, ...alternatives] = parts(node, site);
  const group = nextGroup(site);
  const exhaustive = alternatives.some(clause => clause.type === 'else_clause');
  branch(condition, consequence, site, group, exhaustive);
  for (const clause of alternatives) {
    const [first, second] = parts(clause, site);
    if (clause.type === 'elif_clause') branch(first, second, site, group, exhaustive);
    else if (first !== undefined) body(first, openBlock(site, 'else', first, group, exhaustive));
  }
}

function branch(condition: SyntaxNode | undefined, block: SyntaxNode | undefined, site: Site, group: number, exhaustive: boolean): void {
  if (condition === undefined) return;
  const test = expression(condition, site);
  if (block === undefined) return;
  const inside = openBlock(site, 'then', block, group, exhaustive, { condition: test });
  body(block, /(^|\.)TYPE_CHECKING$/.test(sourceOf(condition, site.file)) ? { ...inside, typeOnly: true } : inside);
}

export function forLoop(node: SyntaxNode, site: Site): void {
  const [target, iterable, block, otherwise] = parts(node, site);
  if (target === undefined || iterable === undefined) return;
  const over = expression(iterable, site);
  if (block === undefined) return;
  const inside = openLoop(node, block, site, false);
  const at = spanOf(target, site.file);
  bind(target, { kind: 'element', at, of: over, part: [], label: sourceOf(target, site.file) }, at, inside);
  body(block, inside);
  afterLoop(otherwise, site);
}

export function whileLoop(node: SyntaxNode, site: Site): void {
  const [condition, block, otherwise] = parts(node, site);
  if (condition === undefined) return;
  const again = expression(condition, site);
  if (block === undefined) return;
  const always = condition.type === 'true' || sourceOf(condition, site.file) === '1';
  body(block, openLoop(node, block, site, always, again));
  afterLoop(otherwise, site);
}

function openLoop(node: SyntaxNode, block: SyntaxNode, site: Site, always: boolean, again?: Value): Site {
  const loop = { at: spanOf(node, site.file), body: spanOf(block, site.file), ...(again && { again }) };
  return openBlock(site, 'loop', block, nextGroup(site), always, { loop });
}

/** `else` of a loop runs unless the loop was left by `break`. */
function afterLoop(clause: SyntaxNode | undefined, site: Site): void {
  const block = clause && parts(clause, site)[0];
  if (block !== undefined) body(block, openBlock(site, 'else', block, nextGroup(site), false));
}
