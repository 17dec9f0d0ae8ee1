import type { SyntaxNode } from '../../syntax';
import type { Entry, Value, ValueOf } from '../../values';
import { lowerValue, visit } from './expressions';
import { type Frame, inBranch, isComment, sourceOf, spanOf } from './frame';
import { lowerFunction, spanEndingIn } from './functions';
import { hole, nameValue } from './holes';
import { modifiersOf } from './modifiers';
import { lowerString, lowerTemplate } from './templates';
import { lowerCondition } from './tests';

export function lowerArray(frame: Frame, node: SyntaxNode): Value {
  const items: Value[] = [];
  for (const child of node.namedChildren) if (child !== null && !isComment(frame, child)) items.push(lowerItem(frame, child));
  return { kind: 'list', at: spanOf(frame, node), items };
}

/** An element of a list or of arguments. */
export function lowerItem(frame: Frame, node: SyntaxNode): Value {
  if (!frame.file.text.startsWith('...', node.startIndex)) return lowerValue(frame, node);
  const inner = node.firstNamedChild;
  const value = inner === null ? hole(frame, node, 'nothing stands here') : lowerValue(frame, inner);
  return { kind: 'spread', at: spanOf(frame, node), value };
}

/** `holder`: the variable that is set to it, which its methods know as `this`. */
export function lowerObject(frame: Frame, node: SyntaxNode, holder?: ValueOf<'name'>): Value {
  const entries: Entry[] = [];
  for (const child of node.namedChildren) {
    const entry = child === null ? undefined : lowerEntry(frame, child, holder);
    if (entry !== undefined) entries.push(entry);
  }
  return { kind: 'record', at: spanOf(frame, node), entries };
}

function lowerEntry(frame: Frame, node: SyntaxNode, holder: ValueOf<'name'> | undefined): Entry | undefined {
  const at = spanOf(frame, node);
  switch (node.type) {
    case 'comment':
      return undefined;
    case 'shorthand_property_identifier': {
      const key = sourceOf(frame, node);
      return { key, keyAt: at, value: nameValue(frame, node, key), at };
    }
    case 'pair':
      return lowerPair(frame, node);
    case 'method_definition':
      return lowerMethodEntry(frame, node, holder);
    case 'spread_element':
      return { value: { kind: 'spread', at, value: lowerSpreadRecord(frame, node) }, at };
    default:
      visit(frame, node);
      return { value: { kind: 'spread', at, value: hole(frame, node, 'it could not be parsed') }, at };
  }
}

function lowerPair(frame: Frame, node: SyntaxNode): Entry | undefined {
  const at = spanOf(frame, node);
  const keyNode = node.childForFieldName('key');
  const valueNode = node.childForFieldName('value');
  if (keyNode === null || valueNode === null) return undefined;
  const inner = computedKey(keyNode);
  if (inner !== undefined) {
    const computed = { key: lowerValue(frame, inner), value: lowerValue(frame, valueNode) };
    return { value: { kind: 'spread', at, value: hole(frame, node, 'its key is computed') }, computed, at };
  }
  const key = keyOf(frame, keyNode);
  const value = lowerValue(frame, valueNode, key);
  if (key === undefined) return { value: { kind: 'spread', at, value: hole(frame, node, 'its key is computed') }, at };
  return { key, keyAt: spanOf(frame, keyNode), value, at: spanEndingIn(frame, node, valueNode, value) };
}

function lowerMethodEntry(frame: Frame, node: SyntaxNode, holder: ValueOf<'name'> | undefined): Entry | undefined {
  const name = node.childForFieldName('name');
  const key = name === null ? undefined : keyOf(frame, name);
  const modifiers = modifiersOf(node);
  const method = lowerFunction(frame, node, key ?? '', holder);
  const { at } = method;
  if (name === null || modifiers.has('set')) return undefined;
  if (key === undefined) return { value: { kind: 'spread', at, value: hole(frame, node, 'its key is computed') }, at };
  return { key, keyAt: spanOf(frame, name), value: modifiers.has('get') ? hole(frame, node, 'a getter computes it') : method, at };
}

/** The key that a property name stands for; undefined when it is computed at run time. */
export function keyOf(frame: Frame, node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'string': {
      const value = lowerString(frame, node);
      return value.kind === 'text' ? value.text.text : undefined;
    }
    case 'number':
      return String(Number(sourceOf(frame, node).replace(/_/g, '')));
    case 'template_string': {
      const { parts } = lowerTemplate(frame, node);
      const [only] = parts;
      if (only === undefined) return '';
      return parts.length === 1 && only.kind === 'text' ? only.text.text : undefined;
    }
    case 'computed_property_name': {
      const inner = node.firstNamedChild;
      if (inner === null) return undefined;
      if (isLiteralKey(inner)) return keyOf(frame, inner);
      visit(frame, inner);
      return undefined;
    }
    default:
      return sourceOf(frame, node);
  }
}

function isLiteralKey({ type }: SyntaxNode): boolean {
  return type === 'string' || type === 'number' || type === 'template_string';
}

/** What is written between the brackets of `[MODELS.main]: value`, unless it is a literal. */
function computedKey(key: SyntaxNode): SyntaxNode | undefined {
  const inner = key.type === 'computed_property_name' ? key.firstNamedChild : null;
  return inner === null || isLiteralKey(inner) ? undefined : inner;
}

/** `...x` in an object. Spreading what doesn't hold adds nothing, so `...(a && b)` is b or an empty record. */
function lowerSpreadRecord(frame: Frame, node: SyntaxNode): Value {
  let inner = node.firstNamedChild;
  while (inner?.type === 'parenthesized_expression') inner = inner.firstNamedChild;
  if (inner === null) return hole(frame, node, 'nothing stands here');
  const operator = inner.type === 'binary_expression' ? inner.childForFieldName('operator') : null;
  const left = operator?.type === '&&' ? inner.childForFieldName('left') : null;
  const right = inner.childForFieldName('right');
  if (left === null || right === null) return lowerValue(frame, inner);
  const condition = lowerCondition(frame, left);
  const value = inBranch(frame, right, { kind: 'then', exhaustive: false }, branch => lowerValue(branch, right));
  const at = spanOf(frame, inner);
  return { kind: 'choice', at, options: [value, { kind: 'record', at, entries: [] }], condition };
}
