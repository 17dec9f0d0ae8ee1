import type { SyntaxNode } from '../../syntax';
import { typeDeclaration } from './classes';
import { doLoop, enhancedFor, forLoop, ifStatement, tryStatement, whileLoop } from './control-flow';
import { expression } from './expressions';
import { bindLocal, DEEPEST, type Frame, hole, inBlock, partsOf, scalar, sourceOf, spanOf } from './frame';
import { changedNodes, openedVariable } from './json-nodes';
import { discarded } from './mutations';
import { attachOpened, type OpenedHere } from './opened-nodes';
import { switchStatement } from './switches';
import { kindOf, typeValue } from './types';

export function statements(frame: Frame, body: SyntaxNode): void {
  const parts = partsOf(frame, body);
  const opened: OpenedHere[] = [];
  parts.forEach((child, index) => {
    statement({ ...frame, opened }, child);
    attachOpened(frame, parts, opened, index);
  });
}

/** Reads any node for what happens in it: statements, and expressions whose value nobody takes. */
export function statement(frame: Frame, node: SyntaxNode): void {
  const { file } = frame;
  if (file.depth >= DEEPEST) return;
  file.depth++;
  lowered(frame, node);
  file.depth--;
}

function lowered(frame: Frame, node: SyntaxNode): void {
  switch (node.type) {
    case 'line_comment':
    case 'block_comment':
    case 'identifier':
    case 'break_statement':
    case 'continue_statement':
    case 'modifiers':
    case 'type_identifier':
    case 'generic_type':
    case 'string_fragment':
    case 'escape_sequence':
    case 'multiline_string_fragment':
      return;
    case 'local_variable_declaration':
      variables(frame, node);
      return;
    case 'expression_statement':
      for (const child of partsOf(frame, node)) statement(frame, child);
      return;
    case 'method_invocation':
      if (!changedNodes(frame, node)) discarded(frame, node);
      return;
    case 'return_statement': {
      const [inner] = partsOf(frame, node);
      const value = inner === undefined ? scalar(frame, node, null) : expression(frame, inner);
      frame.scope.effects.push({ kind: 'return', at: spanOf(frame, node), block: frame.block, value });
      return;
    }
    case 'yield_statement': {
      const [inner] = partsOf(frame, node);
      if (inner !== undefined) frame.yields?.push(expression(frame, inner));
      return;
    }
    case 'block':
    case 'constructor_body':
      statements(inBlock(frame, node, { kind: 'plain', exhaustive: true }), node);
      return;
    case 'if_statement':
      ifStatement(frame, node);
      return;
    case 'for_statement':
      forLoop(frame, node);
      return;
    case 'enhanced_for_statement':
      enhancedFor(frame, node);
      return;
    case 'while_statement':
      whileLoop(frame, node);
      return;
    case 'do_statement':
      doLoop(frame, node);
      return;
    case 'try_statement':
    case 'try_with_resources_statement':
      tryStatement(frame, node);
      return;
    case 'switch_expression':
      switchStatement(frame, node);
      return;
    case 'class_declaration':
    case 'record_declaration':
    case 'enum_declaration':
    case 'interface_declaration':
    case 'annotation_type_declaration':
      typeDeclaration(frame, node);
      return;
    case 'throw_statement':
    case 'assert_statement':
    case 'labeled_statement':
    case 'synchronized_statement':
    case 'argument_list':
    case 'ERROR':
      for (const child of partsOf(frame, node)) statement(frame, child);
      return;
    default:
      expression(frame, node);
  }
}

/** `String a = "x", b;` */
function variables(frame: Frame, node: SyntaxNode): void {
  const typeNode = node.childForFieldName('type');
  const type = typeNode === null ? undefined : typeValue(frame, typeNode);
  const written = typeNode === null ? 'var' : sourceOf(frame, typeNode);
  for (const declarator of node.childrenForFieldName('declarator')) {
    const nameNode = declarator?.childForFieldName('name') ?? null;
    if (declarator === null || nameNode === null) continue;
    const valueNode = declarator.childForFieldName('value');
    const opened = valueNode?.type === 'method_invocation' ? openedVariable(frame, valueNode) : undefined;
    const value = opened?.value ?? (valueNode === null ? scalar(frame, nameNode, null) : expression(frame, valueNode));
    if (opened !== undefined) frame.opened?.push({ ...opened, name: sourceOf(frame, nameNode) });
    const kind = kindOf(written, valueNode === null ? '' : sourceOf(frame, valueNode));
    bindLocal(frame, sourceOf(frame, nameNode), kind, value, spanOf(frame, declarator), type);
  }
}

/** What is bound without being computed here: what was caught, what a pattern matched. */
export function bindUnknown(frame: Frame, nameNode: SyntaxNode, reason: string): void {
  bindLocal(frame, sourceOf(frame, nameNode), 'other', hole(frame, nameNode, reason), spanOf(frame, nameNode));
}
