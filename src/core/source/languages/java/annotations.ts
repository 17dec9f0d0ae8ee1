import type { SyntaxNode } from '../../syntax';
import type { Argument, Value } from '../../values';
import { expression } from './expressions';
import { type Frame, partsOf, sourceOf, spanOf } from './frame';
import { qualifiedType, typeName } from './names';

/** The annotations of a declaration or parameter, as calls of their types; a marker is the type itself. */
export function annotationsOf(frame: Frame, node: SyntaxNode): readonly Value[] {
  return annotationNodes(frame, node).flatMap(each => annotation(frame, each) ?? []);
}

function annotationNodes(frame: Frame, node: SyntaxNode): readonly SyntaxNode[] {
  const modifiers = partsOf(frame, node).find(child => child.type === 'modifiers');
  return modifiers === undefined
    ? []
    : partsOf(frame, modifiers).filter(child => child.type === 'annotation' || child.type === 'marker_annotation');
}

/** The simple names of a declaration's annotations. */
export function annotationNames(frame: Frame, node: SyntaxNode): readonly string[] {
  return annotationNodes(frame, node).map(each => {
    const name = each.childForFieldName('name');
    return name === null ? '' : (sourceOf(frame, name).split('.').at(-1) ?? '');
  });
}

function annotation(frame: Frame, node: SyntaxNode): Value | undefined {
  const nameNode = node.childForFieldName('name');
  if (nameNode === null) return undefined;
  const written = sourceOf(frame, nameNode);
  const at = spanOf(frame, nameNode);
  const [head = '', ...keys] = written.split('.');
  const type =
    qualifiedType(frame, written, at) ??
    keys.reduce<Value>((object, key) => ({ kind: 'member', at, object, key }), typeName(frame, head, at));
  const list = node.childForFieldName('arguments');
  if (list === null) return type;
  return {
    kind: 'call',
    at: spanOf(frame, node),
    callee: type,
    args: partsOf(frame, list).flatMap(each => given(frame, each)),
    argsAt: spanOf(frame, list),
  };
}

function given(frame: Frame, node: SyntaxNode): readonly Argument[] {
  const at = spanOf(frame, node);
  if (node.type !== 'element_value_pair') return [{ value: expression(frame, node), at }];
  const key = node.childForFieldName('key');
  const value = node.childForFieldName('value');
  return key === null || value === null ? [] : [{ name: sourceOf(frame, key), value: expression(frame, value), at }];
}

/** What `@Value("${app.model}")` or `@ConfigProperty(name = "app.model")` puts into a field or parameter: the call of that annotation. */
export function settingIn(frame: Frame, node: SyntaxNode): Value | undefined {
  return annotationNodes(frame, node).flatMap(each => {
    const name = each.childForFieldName('name');
    return name !== null && /^(?:[\w.]*\.)?(?:Value|ConfigProperty)$/.test(sourceOf(frame, name)) ? (annotation(frame, each) ?? []) : [];
  })[0];
}
