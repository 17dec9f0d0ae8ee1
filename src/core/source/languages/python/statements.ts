import { passedByStatement } from '../../passed-by-statement';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { assignment, augmentedAssignment } from './assignments';
import { lowerCall } from './calls';
import { forLoop, ifStatement, whileLoop } from './control-flow';
import { classDefinition, functionDefinition } from './definitions';
import { disturb } from './disturb';
import { isAside, MAX_DEPTH, parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { fromImport, plainImport } from './imports';
import { matchStatement } from './matching';
import { tryStatement, withStatement } from './protected-blocks';
import { slicedIn } from './subscripts';

/** All statements of a module, a block or a broken part, in order. */
export function body(node: SyntaxNode, site: Site): void {
  const { file } = site;
  if (file.depth >= MAX_DEPTH) return;
  file.depth++;
  for (const child of node.namedChildren) if (child !== null) statement(child, site);
  file.depth--;
}

export function statement(node: SyntaxNode, site: Site): void {
  switch (node.type) {
    case 'expression_statement':
      expressionStatement(node, site);
      break;
    case 'return_statement':
      returnStatement(node, site);
      break;
    case 'if_statement':
      ifStatement(node, site);
      break;
    case 'for_statement':
      forLoop(node, site);
      break;
    case 'while_statement':
      whileLoop(node, site);
      break;
    case 'try_statement':
      tryStatement(node, site);
      break;
    case 'with_statement':
      withStatement(node, site);
      break;
    case 'match_statement':
      matchStatement(node, site);
      break;
    case 'function_definition':
      functionDefinition(node, site, []);
      break;
    case 'class_definition':
      classDefinition(node, site, []);
      break;
    case 'decorated_definition':
      decorated(node, site);
      break;
    case 'import_statement':
      plainImport(node, site);
      break;
    case 'import_from_statement':
      fromImport(node, site);
      break;
    case 'delete_statement':
      deleteStatement(node, site);
      break;
    case 'global_statement':
    case 'nonlocal_statement':
      namesElsewhere(node, site);
      break;
    case 'assignment':
      assignment(node, site);
      break;
    case 'future_import_statement':
    case 'pass_statement':
    case 'break_statement':
    case 'continue_statement':
      break;
    case 'block':
    case 'ERROR':
      body(node, site);
      break;
    default:
      if (!isAside(node, site.file)) expression(node, site);
  }
}

function expressionStatement(node: SyntaxNode, site: Site): void {
  for (const child of node.namedChildren) {
    if (child === null) continue;
    const { type } = child;
    if (type === 'assignment') assignment(child, site);
    else if (type === 'augmented_assignment') augmentedAssignment(child, site);
    else if (type === 'call') handOn(lowerCall(child, site, 'discarded'), site);
    else if (type === 'await') handOn(expression(child, site), site);
    else if (!isAside(child, site.file)) expression(child, site);
  }
}

/** What a call is handed whose result nobody takes. */
function handOn(value: Value, { scope, block }: Site): void {
  if (value.kind === 'call') scope.effects.push(...passedByStatement(value, block, scope));
}

/** At module level, `global` says nothing. */
function namesElsewhere(node: SyntaxNode, site: Site): void {
  if (site.scope.kind === 'module') return;
  for (const name of parts(node, site)) site.scope.elsewhere.add(sourceOf(name, site.file));
}

function returnStatement(node: SyntaxNode, site: Site): void {
  const at = spanOf(node, site.file);
  const returned = parts(node, site)[0];
  const value: Value = returned === undefined ? { kind: 'scalar', at, value: null } : expression(returned, site);
  site.scope.effects.push({ kind: 'return', at, block: site.block, value });
}

function deleteStatement(node: SyntaxNode, site: Site): void {
  const at = spanOf(node, site.file);
  for (const target of parts(node, site)) {
    const value = expression(slicedIn(target, site)?.object ?? target, site);
    const deleted = value.kind === 'list' ? value.items : [value];
    for (const item of deleted) disturb(item, 'del', at, site);
  }
}

function decorated(node: SyntaxNode, site: Site): void {
  const decorators: Value[] = [];
  for (const child of parts(node, site)) {
    if (child.type === 'decorator') for (const value of parts(child, site)) decorators.push(expression(value, site));
    else if (child.type === 'function_definition') functionDefinition(child, site, decorators);
    else if (child.type === 'class_definition') classDefinition(child, site, decorators);
  }
}
