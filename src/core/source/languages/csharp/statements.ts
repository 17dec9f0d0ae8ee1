import { passedByStatement } from '../../passed-by-statement';
import type { SyntaxNode } from '../../syntax';
import { NOT_SET, type Value } from '../../values';
import { item } from './assignments';
import { doLoop, foreachLoop, forLoop, ifStatement, tryStatement, usingStatement, whileLoop } from './control-flow';
import { hole, MAX_DEPTH, nextGroup, openBlock, parts, pushEffect, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { lowerFunction } from './functions';
import { recordStep } from './mutations';
import { bindLocal } from './patterns';
import { switchStatement } from './switches';
import { typeValue } from './types';

/** The statements of a body, in order. Local functions may be called above where they stand. */
export function block(node: SyntaxNode, site: Site): void {
  const { file } = site;
  if (file.depth >= MAX_DEPTH) return;
  file.depth++;
  declareFunctions(parts(node, site), site);
  for (const child of parts(node, site)) statement(child, site);
  file.depth--;
}

export function declareFunctions(nodes: readonly SyntaxNode[], site: Site): void {
  for (const child of nodes) {
    const name = child.type === 'local_function_statement' ? child.childForFieldName('name') : null;
    if (name !== null) site.locals.add(sourceOf(name, site));
  }
}

export function statement(node: SyntaxNode, site: Site): void {
  switch (node.type) {
    case 'block':
      block(node, openBlock(site, 'plain', node, nextGroup(site), true));
      return;
    case 'local_declaration_statement':
    case 'declaration_expression':
      for (const child of parts(node, site)) if (child.type === 'variable_declaration') declaration(child, site);
      return;
    case 'variable_declaration':
      declaration(node, site);
      return;
    case 'local_function_statement':
      localFunction(node, site);
      return;
    case 'return_statement':
    case 'yield_statement':
      leave(node, site);
      return;
    case 'if_statement':
      ifStatement(node, site);
      return;
    case 'switch_statement':
      switchStatement(node, site);
      return;
    case 'for_statement':
      forLoop(node, site);
      return;
    case 'foreach_statement':
      foreachLoop(node, site);
      return;
    case 'while_statement':
      whileLoop(node, site);
      return;
    case 'do_statement':
      doLoop(node, site);
      return;
    case 'try_statement':
      tryStatement(node, site);
      return;
    case 'using_statement':
      usingStatement(node, site);
      return;
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
    case 'empty_statement':
      return;
    case 'expression_statement':
      for (const child of parts(node, site)) discarded(child, site);
      return;
    case 'throw_statement':
    case 'lock_statement':
    case 'checked_statement':
    case 'unsafe_statement':
    case 'fixed_statement':
    case 'labeled_statement':
    case 'ERROR':
      for (const child of parts(node, site)) statement(child, site);
      return;
    default:
      if (node.type.startsWith('preproc_')) for (const child of parts(node, site)) statement(child, site);
      else expression(node, site);
  }
}

/** A call whose value nobody takes may change what it is called on: `builder.AddModel(m);`, `history.AddUserMessage(text);`. */
function discarded(node: SyntaxNode, site: Site): void {
  const before = site.scope.effects.length;
  const isCall = node.type === 'invocation_expression' || node.type === 'await_expression';
  if (!isCall) statement(node, site);
  else {
    const value = expression(node, site);
    if (value.kind !== 'call' || site.scope.effects.length > before) return;
    const passed = passedByStatement(value, site.block, site.scope);
    if (node.type === 'invocation_expression') recordStep(value, site);
    for (const effect of passed) pushEffect(site, effect);
  }
}

/** `var a = 1, b = 2;`, `var (a, b) = pair;` */
function declaration(node: SyntaxNode, site: Site): void {
  const type = node.childForFieldName('type');
  const declared = type === null ? undefined : typeValue(type, site);
  for (const declarator of parts(node, site)) {
    if (declarator.type !== 'variable_declarator') continue;
    const [first] = parts(declarator, site);
    const name = declarator.childForFieldName('name');
    const written = initialValue(declarator, site);
    const value = written === undefined ? hole(spanOf(declarator, site), site, NOT_SET) : expression(written, site, declared);
    if (first?.type === 'tuple_pattern') unpack(first, value, site);
    else if (name !== null) bindDeclared(name, value, declarator, declared, site);
  }
}

/** What stands behind `=`. */
export function initialValue(declarator: SyntaxNode, site: Site): SyntaxNode | undefined {
  const inner = parts(declarator, site);
  const last = inner.at(-1);
  return inner.length > 1 && last?.type !== 'bracketed_argument_list' ? last : undefined;
}

function bindDeclared(name: SyntaxNode, value: Value, declarator: SyntaxNode, type: Value | undefined, site: Site): void {
  const written = sourceOf(name, site).replace(/^@/, '');
  site.locals.add(written);
  const target = { root: { name: written }, path: [] };
  pushEffect(site, {
    kind: 'assign',
    at: spanOf(declarator, site),
    block: site.block,
    target,
    value,
    declares: true,
    ...(type && { type }),
  });
}

function unpack(pattern: SyntaxNode, value: Value, site: Site): void {
  parts(pattern, site).forEach((part, index) => {
    if (part.type === 'identifier') bindLocal(part, item(value, index), site, null);
    else if (part.type === 'tuple_pattern') unpack(part, item(value, index), site);
  });
}

function localFunction(node: SyntaxNode, site: Site): void {
  const name = node.childForFieldName('name');
  if (name === null) return;
  const written = sourceOf(name, site);
  site.locals.add(written);
  const value = lowerFunction(node, written, site);
  pushEffect(site, {
    kind: 'assign',
    at: value.at,
    block: site.block,
    target: { root: { name: written }, path: [] },
    value,
    declares: true,
  });
}

function leave(node: SyntaxNode, site: Site): void {
  const [inner] = parts(node, site);
  const at = spanOf(node, site);
  const value: Value =
    inner === undefined
      ? { kind: 'scalar', at, value: null }
      : expression(inner, site, node.type === 'return_statement' ? site.scope.returns : undefined);
  if (node.type === 'return_statement') pushEffect(site, { kind: 'return', at, block: site.block, value });
  else if (inner !== undefined) site.scope.yielded.push(value);
}
