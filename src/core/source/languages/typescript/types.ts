import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { deepest, type Frame, sourceOf, spanOf } from './frame';
import { nameValue } from './holes';

/** Generic types that say of their argument only how it arrives. */
const wrappers: ReadonlySet<string> = new Set(['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'Required', 'NonNullable']);

/** A type annotation as a value: the name or member of one class; undefined for types that name none. */
export function typeValue(frame: Frame, node: SyntaxNode): Value | undefined {
  const { file } = frame;
  if (file.depth >= deepest) return undefined;
  file.depth++;
  const value = lowerType(frame, node);
  file.depth--;
  return value;
}

function lowerType(frame: Frame, node: SyntaxNode): Value | undefined {
  switch (node.type) {
    case 'type_annotation':
    case 'parenthesized_type':
    case 'readonly_type':
      return node.firstNamedChild === null ? undefined : typeValue(frame, node.firstNamedChild);
    case 'type_identifier':
    case 'identifier':
      return nameValue(frame, node, sourceOf(frame, node));
    case 'nested_type_identifier':
      return memberOf(frame, node, node.childForFieldName('module'), node.childForFieldName('name'));
    case 'nested_identifier':
      return memberOf(frame, node, node.childForFieldName('object'), node.childForFieldName('property'));
    case 'generic_type':
      return genericOf(frame, node);
    case 'union_type':
      return onlyType(frame, alternativesOf(node));
    default:
      return undefined;
  }
}

function memberOf(frame: Frame, node: SyntaxNode, object: SyntaxNode | null, key: SyntaxNode | null): Value | undefined {
  const value = object === null ? undefined : typeValue(frame, object);
  return value === undefined || key === null
    ? undefined
    : { kind: 'member', at: spanOf(frame, node), object: value, key: sourceOf(frame, key) };
}

function genericOf(frame: Frame, node: SyntaxNode): Value | undefined {
  const name = node.childForFieldName('name');
  const argument = node.childForFieldName('type_arguments')?.firstNamedChild ?? null;
  if (name === null) return undefined;
  const written = sourceOf(frame, name);
  if (argument !== null && wrappers.has(written)) return typeValue(frame, argument);
  // `InstanceType<typeof OpenAI>` is OpenAI.
  if (argument?.type === 'type_query' && written === 'InstanceType')
    return argument.firstNamedChild === null ? undefined : typeValue(frame, argument.firstNamedChild);
  return typeValue(frame, name);
}

/** The members of `A | B | undefined`, without those that say it may be absent; in a loop, as generated unions are long. */
function alternativesOf(union: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const open: SyntaxNode[] = [union];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'union_type') for (const child of node.namedChildren) if (child !== null) open.push(child);
    if (node.type !== 'union_type' && node.type !== 'comment' && !isAbsence(node)) found.push(node);
  }
  return found;
}

function isAbsence(node: SyntaxNode): boolean {
  const literal = node.type === 'literal_type' ? node.firstNamedChild?.type : undefined;
  return literal === 'undefined' || literal === 'null';
}

function onlyType(frame: Frame, alternatives: readonly SyntaxNode[]): Value | undefined {
  const [only, ...others] = alternatives;
  return only === undefined || others.length > 0 ? undefined : typeValue(frame, only);
}
