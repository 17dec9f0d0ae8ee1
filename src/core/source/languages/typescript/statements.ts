import { passedByStatement, passedToEach } from '../../passed-by-statement';
import type { SyntaxNode } from '../../syntax';
import { lowerDo, lowerFor, lowerForIn, lowerIf, lowerSwitch, lowerTry, lowerWhile } from './control-flow';
import { lowerAmbient, lowerClassDeclaration, lowerEnum, lowerFunctionDeclaration, lowerNamespace, lowerVariables } from './declarations';
import { lowerAttribute } from './event-handlers';
import { lowerExport } from './exports';
import { lowerValue, visitChildren } from './expressions';
import { deepest, type Frame, inBlock, isComment, spanOf } from './frame';
import { scalar } from './holes';
import { lowerImport } from './imports';
import { lowerTypeDeclaration } from './types';

export function lowerStatements(frame: Frame, body: SyntaxNode): void {
  for (const child of body.namedChildren) if (child !== null) lowerStatement(frame, child);
}

/** Reads any node for what happens in it: statements, and expressions whose value nobody takes. */
export function lowerStatement(frame: Frame, node: SyntaxNode): void {
  const { file } = frame;
  if (file.depth >= deepest) return;
  file.depth++;
  lowerNode(frame, node);
  file.depth--;
}

function lowerNode(frame: Frame, node: SyntaxNode): void {
  switch (node.type) {
    case 'comment':
    case 'identifier':
    case 'property_identifier':
    case 'statement_identifier':
    case 'string_fragment':
    case 'escape_sequence':
    case 'jsx_text':
    case 'empty_statement':
    case 'break_statement':
    case 'continue_statement':
    case 'debugger_statement':
    case 'type_annotation':
    case 'type_arguments':
    case 'function_signature':
      return;
    case 'type_alias_declaration':
    case 'interface_declaration':
      lowerTypeDeclaration(frame, node);
      return;
    case 'lexical_declaration':
    case 'variable_declaration':
      lowerVariables(frame, node);
      return;
    case 'function_declaration':
    case 'generator_function_declaration':
      lowerFunctionDeclaration(frame, node);
      return;
    case 'class_declaration':
    case 'abstract_class_declaration':
      lowerClassDeclaration(frame, node);
      return;
    case 'enum_declaration':
      lowerEnum(frame, node);
      return;
    case 'internal_module':
    case 'module':
      lowerNamespace(frame, node);
      return;
    case 'ambient_declaration':
      lowerAmbient(frame, node);
      return;
    case 'import_statement':
      lowerImport(frame, node);
      return;
    case 'export_statement':
      lowerExport(frame, node);
      return;
    case 'return_statement':
      lowerReturn(frame, node);
      return;
    case 'statement_block':
      lowerStatements(inBlock(frame, node, { kind: 'plain', exhaustive: true }), node);
      return;
    case 'if_statement':
      lowerIf(frame, node);
      return;
    case 'switch_statement':
      lowerSwitch(frame, node);
      return;
    case 'try_statement':
      lowerTry(frame, node);
      return;
    case 'for_statement':
      lowerFor(frame, node);
      return;
    case 'for_in_statement':
      lowerForIn(frame, node);
      return;
    case 'while_statement':
      lowerWhile(frame, node);
      return;
    case 'do_statement':
      lowerDo(frame, node);
      return;
    case 'expression_statement':
      lowerExpression(frame, node);
      return;
    case 'jsx_attribute':
      lowerAttribute(frame, node);
      return;
    case 'labeled_statement':
    case 'throw_statement':
    case 'jsx_element':
    case 'jsx_self_closing_element':
    case 'jsx_opening_element':
    case 'jsx_expression':
    case 'decorator':
    case 'spread_element':
    case 'arguments':
    case 'else_clause':
    case 'ERROR':
      visitChildren(frame, node);
      return;
    default:
      lowerValue(frame, node);
  }
}

/** A statement's call may change what it is handed. */
function lowerExpression(frame: Frame, node: SyntaxNode): void {
  for (const child of node.namedChildren) {
    if (child === null || isComment(frame, child)) continue;
    const isCall = child.type === 'call_expression' || child.type === 'await_expression';
    if (!isCall) lowerStatement(frame, child);
    else {
      const value = lowerValue(frame, child);
      if (value.kind !== 'call') continue;
      frame.scope.effects.push(...passedByStatement(value, frame.block, frame.scope));
      frame.scope.effects.push(...passedToEach(value, frame.block, frame.file.scopes));
    }
  }
}

function lowerReturn(frame: Frame, node: SyntaxNode): void {
  const inner = node.namedChildren.find(child => child !== null && child.type !== 'comment');
  const value = inner ? lowerValue(frame, inner) : scalar(frame, node, null);
  frame.scope.effects.push({ kind: 'return', at: spanOf(frame, node), block: frame.block, value });
}
