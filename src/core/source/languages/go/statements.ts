import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { assignment, changed, shortDeclaration } from './assignments';
import { forStatement, ifStatement, selectStatement, switchStatement } from './control-flow';
import { declaration } from './declarations';
import { listed, MAX_DEPTH, nameValue, openBlock, parts, type Site, scalar, spanOf } from './draft';
import { expression } from './expressions';
import { sorted } from './sorts';
import { written } from './writers';

export function statements(body: SyntaxNode, site: Site): void {
  for (const part of parts(body)) {
    if (part.type === 'statement_list') statements(part, site);
    else statement(part, site);
  }
}

export function statement(node: SyntaxNode, site: Site): void {
  const { file } = site;
  if (file.depth >= MAX_DEPTH) return;
  file.depth++;
  lowered(node, site);
  file.depth--;
}

function lowered(node: SyntaxNode, site: Site): void {
  switch (node.type) {
    case 'empty_statement':
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
    case 'fallthrough_statement':
    case 'label_name':
      return;
    case 'block':
      statements(node, openBlock(site, node, { kind: 'plain', exhaustive: true }));
      return;
    case 'short_var_declaration':
      shortDeclaration(node, site);
      return;
    case 'assignment_statement':
      assignment(node, site);
      return;
    case 'inc_statement':
    case 'dec_statement':
      changed(parts(node)[0], node.type === 'inc_statement' ? '++' : '--', site);
      return;
    case 'const_declaration':
    case 'var_declaration':
    case 'type_declaration':
      declaration(node, site);
      return;
    case 'return_statement':
      returned(node, site);
      return;
    case 'if_statement':
      ifStatement(node, site);
      return;
    case 'for_statement':
      forStatement(node, site);
      return;
    case 'expression_switch_statement':
    case 'type_switch_statement':
      switchStatement(node, site);
      return;
    case 'select_statement':
      selectStatement(node, site);
      return;
    case 'expression_statement':
    case 'go_statement':
    case 'defer_statement':
    case 'labeled_statement':
    case 'send_statement':
    case 'ERROR':
      for (const part of parts(node)) discarded(part, site);
      return;
    default:
      discarded(node, site);
  }
}

/** An expression whose value nobody takes, or a statement behind a label. */
function discarded(node: SyntaxNode, site: Site): void {
  if (/(?:_statement|_declaration|^block|^label_name)$/.test(node.type)) statement(node, site);
  else {
    const value = expression(node, site);
    written(value, site);
    sorted(value, site);
  }
}

/** One result is what callers take; an error beside it is left out. */
function returned(node: SyntaxNode, site: Site): void {
  const nodes = listed(parts(node)[0] ?? null);
  const values = nodes.map(each => expression(each, site));
  const { hasOneResult, results } = site.scope;
  const named = values.length > 0 ? values : results.map((name): Value => nameValue(node, site, name));
  const [first] = named;
  const at = spanOf(node, site);
  const value: Value = hasOneResult || named.length < 2 ? (first ?? scalar(node, site, null)) : { kind: 'list', at, items: named };
  site.scope.effects.push({ kind: 'return', at, block: site.block, value });
}
