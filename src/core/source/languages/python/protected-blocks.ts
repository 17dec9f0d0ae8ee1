import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { bind } from './assignments';
import { hole, nextGroup, openBlock, parts, type Site, spanOf } from './draft';
import { expression } from './expressions';
import { body } from './statements';

/**
 * What `try` computes may be missing afterwards when a handler goes on, so its block always counts as run
 * only if every handler leaves.
 */
export function tryStatement(node: SyntaxNode, site: Site): void {
  const [block, ...clauses] = parts(node, site);
  if (block === undefined) return;
  const handlers = clauses.filter(clause => clause.type.startsWith('except'));
  const completes = handlers.every(handler => leaves(parts(handler, site).at(-1), site));
  body(block, openBlock(site, 'try', block, nextGroup(site), completes));
  const catchGroup = nextGroup(site);
  for (const clause of clauses) {
    const inner = parts(clause, site);
    const last = inner.at(-1);
    if (last === undefined) continue;
    if (clause.type === 'else_clause') body(last, openBlock(site, 'else', last, nextGroup(site), completes));
    else if (clause.type === 'finally_clause') body(last, openBlock(site, 'plain', last, nextGroup(site), true));
    else handler(inner, last, site, catchGroup);
  }
}

function handler(inner: readonly SyntaxNode[], last: SyntaxNode, site: Site, group: number): void {
  const inside = openBlock(site, 'catch', last, group, false);
  for (const part of inner) {
    if (part === last) body(last, inside);
    else if (part.type === 'as_pattern') {
      const [type, target] = parts(part, site);
      if (type !== undefined) expression(type, site);
      if (target === undefined) continue;
      const at = spanOf(target, site.file);
      bind(target, hole(at, site.file, 'a caught exception'), at, inside);
    } else expression(part, site);
  }
}

function leaves(block: SyntaxNode | undefined, site: Site): boolean {
  const last = block && parts(block, site).at(-1);
  return last !== undefined && ['raise_statement', 'return_statement', 'continue_statement', 'break_statement'].includes(last.type);
}

export function withStatement(node: SyntaxNode, site: Site): void {
  const managers: Value[] = [];
  for (const part of parts(node, site)) {
    if (part.type === 'block') body(part, openBlock(site, 'with', part, nextGroup(site), true, { managers }));
    else if (part.type === 'with_clause') managers.push(...parts(part, site).flatMap(item => withItem(item, site) ?? []));
    else expression(part, site);
  }
}

/** What `with` binds: the result of the manager's `__enter__`, most often the manager itself. */
function entered(manager: Value): Value {
  const { at } = manager;
  const callee: Value = { kind: 'member', at, object: manager, key: '__enter__' };
  return { kind: 'call', at, callee, args: [], argsAt: { ...at, start: at.end } };
}

/** What is entered. */
function withItem(item: SyntaxNode, site: Site): Value | undefined {
  const [only = item] = item.type === 'with_item' ? parts(item, site) : [item];
  // `with (x as y):` brackets its only item.
  const [bracketed] = only.type === 'parenthesized_expression' ? parts(only, site) : [];
  const managed = bracketed?.type === 'as_pattern' ? bracketed : only;
  const [manager, target] = managed.type === 'as_pattern' ? parts(managed, site) : [managed];
  if (manager === undefined) return undefined;
  const value = expression(manager, site);
  if (target !== undefined) bind(target, entered(value), spanOf(managed, site.file), site);
  return value;
}
