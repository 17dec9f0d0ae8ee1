import type { SyntaxNode } from '../../syntax';
import { expression, visit } from './expressions';
import { bindLocal, type Frame, inBlock, partsOf, sourceOf, spanOf } from './frame';
import { condition } from './operators';
import { bindUnknown, statement, statements } from './statements';
import { kindOf, typeValue } from './types';

/** A block or a lone statement inside a frame that already stands for it. */
export function inner(frame: Frame, body: SyntaxNode | null): void {
  if (body === null) return;
  if (body.type === 'block') statements(frame, body);
  else statement(frame, body);
}

function visitAll(frame: Frame, node: SyntaxNode, field: string): void {
  for (const child of node.childrenForFieldName(field)) if (child !== null) visit(frame, child);
}

/** A chain of `else if` is one statement of blocks that exclude each other. */
export function ifStatement(frame: Frame, node: SyntaxNode): void {
  const branches: SyntaxNode[] = [];
  let rest: SyntaxNode | null = node;
  while (rest?.type === 'if_statement') {
    branches.push(rest);
    rest = rest.childForFieldName('alternative');
  }
  const shape = { group: frame.scope.nextGroup++, exhaustive: rest !== null };
  for (const branch of branches) {
    const test = branch.childForFieldName('condition');
    const under = test === null ? undefined : condition(frame, test);
    const body = branch.childForFieldName('consequence');
    if (body !== null) inner(inBlock(frame, body, { ...shape, kind: 'then', condition: under }), body);
  }
  if (rest !== null) inner(inBlock(frame, rest, { ...shape, kind: 'else' }), rest);
}

function inLoop(frame: Frame, node: SyntaxNode): Frame {
  const body = node.childForFieldName('body');
  const loop = body === null ? undefined : { at: spanOf(frame, node), body: spanOf(frame, body) };
  return inBlock(frame, node, { kind: 'loop', exhaustive: false, loop });
}

/** The condition is read in the loop's own block, where it is evaluated again and again. */
function again(frame: Frame, node: SyntaxNode): void {
  const test = node.childForFieldName('condition');
  const block = frame.scope.blocks[frame.block];
  if (test === null) return;
  const value = condition(frame, test);
  if (block?.loop !== undefined) frame.scope.blocks[frame.block] = { ...block, loop: { ...block.loop, again: value } };
}

export function forLoop(frame: Frame, node: SyntaxNode): void {
  const loop = inLoop(frame, node);
  visitAll(loop, node, 'init');
  again(loop, node);
  inner(loop, node.childForFieldName('body'));
  visitAll(loop, node, 'update');
}

/** `for (String s : list)` */
export function enhancedFor(frame: Frame, node: SyntaxNode): void {
  const over = node.childForFieldName('value');
  const nameNode = node.childForFieldName('name');
  const typeNode = node.childForFieldName('type');
  const of = over === null ? undefined : expression(frame, over);
  const loop = inLoop(frame, node);
  if (nameNode !== null && of !== undefined) {
    const name = sourceOf(frame, nameNode);
    const at = spanOf(frame, nameNode);
    const type = typeNode === null ? undefined : typeValue(frame, typeNode);
    bindLocal(
      loop,
      name,
      kindOf(typeNode === null ? 'var' : sourceOf(frame, typeNode)),
      { kind: 'element', at, of, part: [], label: name },
      at,
      type,
    );
  }
  inner(loop, node.childForFieldName('body'));
}

export function whileLoop(frame: Frame, node: SyntaxNode): void {
  const loop = inLoop(frame, node);
  again(loop, node);
  inner(loop, node.childForFieldName('body'));
}

export function doLoop(frame: Frame, node: SyntaxNode): void {
  const loop = inLoop(frame, node);
  inner(loop, node.childForFieldName('body'));
  again(loop, node);
}

export function tryStatement(frame: Frame, node: SyntaxNode): void {
  const body = node.childForFieldName('body');
  const resources = node.childForFieldName('resources');
  const around = resources === null ? frame : inBlock(frame, node, { kind: 'with', exhaustive: true });
  for (const resource of resources === null ? [] : partsOf(around, resources)) bindResource(around, resource);
  if (body !== null) inner(inBlock(around, body, { kind: 'try', exhaustive: true }), body);
  for (const part of partsOf(frame, node)) {
    if (part.type === 'catch_clause') catchClause(inBlock(frame, part, { kind: 'catch', exhaustive: false }), part);
    else if (part.type === 'finally_clause')
      for (const block of partsOf(frame, part)) inner(inBlock(frame, block, { kind: 'plain', exhaustive: true }), block);
  }
}

function bindResource(frame: Frame, resource: SyntaxNode): void {
  const nameNode = resource.childForFieldName('name');
  const valueNode = resource.childForFieldName('value');
  const typeNode = resource.childForFieldName('type');
  if (nameNode === null || valueNode === null) {
    for (const part of partsOf(frame, resource)) visit(frame, part);
    return;
  }
  const type = typeNode === null ? undefined : typeValue(frame, typeNode);
  bindLocal(frame, sourceOf(frame, nameNode), 'other', expression(frame, valueNode), spanOf(frame, resource), type);
}

function catchClause(frame: Frame, node: SyntaxNode): void {
  const parameter = partsOf(frame, node).find(part => part.type === 'catch_formal_parameter');
  const nameNode = parameter?.childForFieldName('name') ?? null;
  if (nameNode !== null) bindUnknown(frame, nameNode, 'it is what was thrown');
  inner(frame, node.childForFieldName('body'));
}
