import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Argument, Call, Value } from '../../values';
import { builderChain } from './builders';
import { anonymousClass } from './classes';
import { collectionOf, newCollection } from './collections';
import { expression } from './expressions';
import { type Frame, hole, partsOf, sourceOf, spanOf } from './frame';
import { madeNode } from './json-nodes';
import { isClassName, methodKey, methodValue } from './names';
import { builtText } from './string-building';
import { classValue, typeReference } from './types';

/** `a.b(c)`, `b(c)`. */
export function invocation(frame: Frame, node: SyntaxNode): Value {
  const nameNode = node.childForFieldName('name');
  const list = node.childForFieldName('arguments');
  if (nameNode === null || list === null) return hole(frame, node, 'it could not be parsed');
  const known = builderChain(frame, node) ?? builtText(frame, node) ?? collectionOf(frame, node) ?? madeNode(frame, node);
  if (known !== undefined) return known;
  const objectNode = node.childForFieldName('object');
  const callee: Value =
    objectNode === null
      ? methodValue(frame, nameNode)
      : {
          ...{ kind: 'member', object: expression(frame, objectNode), key: calledKey(frame, objectNode, sourceOf(frame, nameNode)) },
          at: { uri: frame.file.uri, start: objectNode.startIndex, end: nameNode.endIndex },
        };
  return recorded(frame, { kind: 'call', at: spanOf(frame, node), callee, args: lowerArguments(frame, list), argsAt: spanOf(frame, list) });
}

/** `this.ask(a)` calls a method, also where a field has its name. */
function calledKey(frame: Frame, object: SyntaxNode, name: string): string {
  return object.type === 'this' && frame.type?.methods.has(name) ? methodKey(frame.type, name) : name;
}

/** `new X(a)`, with a body or without. */
export function newObject(frame: Frame, node: SyntaxNode): Value {
  const type = node.childForFieldName('type');
  const known = newCollection(frame, node) ?? (type === null ? undefined : typeReference(frame, type));
  if (known !== undefined) return known;
  const list = node.childForFieldName('arguments');
  const body = partsOf(frame, node).find(child => child.type === 'class_body');
  const made = type === null ? undefined : classValue(frame, type);
  if (made === undefined || list === null) return hole(frame, node, 'it could not be parsed');
  const callee = body === undefined ? made : anonymousClass(frame, node, made, body);
  return recorded(frame, { kind: 'call', at: spanOf(frame, node), callee, args: lowerArguments(frame, list), argsAt: spanOf(frame, list) });
}

export function recorded(frame: Frame, call: Call): Call {
  frame.file.calls.push({ call, scope: frame.scope.id, block: frame.block });
  passItems(frame, call);
  return call;
}

export function lowerArguments(frame: Frame, list: SyntaxNode): readonly Argument[] {
  return partsOf(frame, list).map(child => ({ value: expression(frame, child), at: spanOf(frame, child) }));
}

/** The span of a call's name with its arguments. */
export function stepSpan(frame: Frame, name: SyntaxNode, node: SyntaxNode): Span {
  return { uri: frame.file.uri, start: name.startIndex, end: node.endIndex };
}

/** Methods that call a function with each item. */
const ITERATING: ReadonlySet<string> = new Set([
  'map',
  'forEach',
  'flatMap',
  'filter',
  'mapToObj',
  'anyMatch',
  'allMatch',
  'peek',
  'removeIf',
]);

/** `models.stream().map(model -> …)`: the lambda's parameter is an item of the list. */
function passItems(frame: Frame, { callee, args }: Call): void {
  const callback = args[0]?.value;
  if (callee.kind !== 'member' || !ITERATING.has(callee.key) || callback?.kind !== 'function') return;
  const params = frame.file.scopes[callback.scope]?.params;
  const [first] = params ?? [];
  if (params === undefined || first === undefined || params.length > 1 || first.type !== undefined) return;
  params[0] = { ...first, passed: { kind: 'element', at: first.at, of: callee.object, part: [], label: first.name } };
}

/** Whether a node is written like a class. */
export function looksLikeClass(frame: Frame, node: SyntaxNode): boolean {
  const written = sourceOf(frame, node);
  const last = written.slice(written.lastIndexOf('.') + 1);
  return (node.type === 'identifier' || node.type === 'field_access' || node.type === 'scoped_identifier') && isClassName(last);
}
