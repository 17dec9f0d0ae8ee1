import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { stepsOn } from './builders';
import { expression } from './expressions';
import { bodyFrame, type Frame, hole, type Kind, openScope, partsOf, sourceOf, spanOf } from './frame';
import { recordMutation } from './mutations';
import { isClassName } from './names';
import { parameter } from './parameters';
import { statements } from './statements';
import { classValue } from './types';

export function lambda(frame: Frame, node: SyntaxNode): Value {
  const { file } = frame;
  const at = spanOf(frame, node);
  const list = node.childForFieldName('parameters');
  const body = node.childForFieldName('body');
  const scope = openScope(file, { kind: 'function', name: '', at, parent: frame.scope.id });
  const inner = bodyFrame(frame, scope);
  const named = list === null ? [] : list.type === 'identifier' ? [list] : partsOf(inner, list);
  const configured = body?.type === 'block' && named.length === 1 && named[0] !== undefined ? configures(inner, body, named[0]) : undefined;
  for (const each of named) {
    if (each.type !== 'identifier') parameter(inner, each);
    else {
      const kind: Kind = configured === undefined ? 'other' : 'builder';
      inner.locals.names.set(sourceOf(inner, each), kind);
      scope.params.push({ name: sourceOf(inner, each), at: spanOf(inner, each) });
    }
  }
  if (body?.type === 'block') statements(inner, body);
  else if (body !== null) {
    const value = expression(inner, body);
    if (value.kind === 'call') recordMutation(inner, value, false);
    scope.effects.push({ kind: 'return', at: spanOf(inner, body), block: -1, value });
  }
  if (configured !== undefined && body !== null) {
    const end = { uri: file.uri, start: body.endIndex - 1, end: body.endIndex };
    scope.effects.push({ kind: 'return', at: end, block: -1, value: { kind: 'name', at: end, name: configured, scope: scope.id } });
  }
  return { kind: 'function', at, scope: scope.id };
}

/** `b -> { b.model(m); b.maxTokens(5); }`: a lambda that does nothing but tell its parameter things. */
function configures(frame: Frame, body: SyntaxNode, param: SyntaxNode): string | undefined {
  const name = sourceOf(frame, param);
  const all = partsOf(frame, body);
  const tells = all.every(each => {
    const [call] = each.type === 'expression_statement' ? partsOf(frame, each) : [];
    const found = call === undefined ? undefined : stepsOn(frame, call);
    return found !== undefined && sourceOf(frame, found.root) === name;
  });
  return param.type === 'identifier' && tells && all.length > 0 ? name : undefined;
}

/** `this::ask`, `Message::of`: the method; `X::new` is the class. */
export function methodReference(frame: Frame, node: SyntaxNode): Value {
  const [objectNode, nameNode] = partsOf(frame, node);
  const at = spanOf(frame, node);
  if (objectNode === undefined) return hole(frame, node, 'it could not be parsed');
  const isType = objectNode.type.includes('type') || isClassName(sourceOf(frame, objectNode));
  const object = (isType ? classValue(frame, objectNode) : undefined) ?? expression(frame, objectNode);
  return nameNode === undefined ? object : { kind: 'member', at, object, key: sourceOf(frame, nameNode) };
}
