import type { Param } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { bindPattern, fieldOf } from './bindings';
import { decoratorOf } from './decorators';
import { lowerValue, visit } from './expressions';
import { type Frame, sourceOf, spanOf } from './frame';
import { hole, nameValue } from './holes';
import { isClosed, modifiersOf } from './modifiers';
import { typeValue } from './types';

type Field = NonNullable<Param['fields']>[number];

/** Reads a function's parameters into its scope; `frame` is the function's own. */
export function lowerParameters(frame: Frame, node: SyntaxNode): void {
  const single = node.childForFieldName('parameter');
  if (single !== null) frame.scope.params.push({ name: sourceOf(frame, single), at: spanOf(frame, single) });
  for (const child of node.childForFieldName('parameters')?.namedChildren ?? []) if (child !== null) lowerParameter(frame, child);
}

function lowerParameter(frame: Frame, node: SyntaxNode): void {
  // TypeScript's grammar wraps every parameter, JavaScript's only those with a default.
  const typed = node.type === 'required_parameter' || node.type === 'optional_parameter';
  const assigned = node.type === 'assignment_pattern';
  if (!typed && !assigned && !isPattern(node)) {
    visitOthers(frame, node);
    return;
  }
  const decorators = (typed ? node.childrenForFieldName('decorator') : []).flatMap(each => (each === null ? [] : decoratorOf(frame, each)));
  const pattern = typed ? node.childForFieldName('pattern') : assigned ? node.childForFieldName('left') : node;
  if (pattern === null || pattern.type === 'this') return;
  const typeNode = typed ? node.childForFieldName('type') : null;
  const fallbackNode = typed ? node.childForFieldName('value') : assigned ? node.childForFieldName('right') : null;
  const type = typeNode === null ? undefined : typeValue(frame, typeNode);
  const fallback = fallbackNode === null ? undefined : lowerValue(frame, fallbackNode);
  const details = {
    at: spanOf(frame, node),
    ...(type === undefined ? {} : { type }),
    ...(fallback === undefined ? {} : { fallback }),
    ...(decorators.length === 0 ? {} : { decorators }),
  };
  frame.scope.params.push(paramOf(frame, pattern, details));
  if (typed && frame.scope.name === 'constructor' && pattern.type === 'identifier') bindProperty(frame, node, pattern, type);
}

function isPattern(node: SyntaxNode): boolean {
  return node.type === 'identifier' || node.type.endsWith('_pattern');
}

function visitOthers(frame: Frame, node: SyntaxNode): void {
  if (node.type !== 'comment') visit(frame, node);
}

function paramOf(frame: Frame, pattern: SyntaxNode, details: Omit<Param, 'name'>): Param {
  if (pattern.type === 'identifier') return { name: sourceOf(frame, pattern), ...details };
  const hasRest = pattern.namedChildren.some(child => child?.type === 'rest_pattern');
  if (pattern.type === 'object_pattern' && !hasRest) return { name: '', ...details, fields: lowerFields(frame, pattern) };
  if (pattern.type === 'rest_pattern') {
    const inner = pattern.firstNamedChild;
    const name = inner === null ? '' : takeApart(frame, inner);
    return { name, ...details, collects: 'rest' };
  }
  return { name: takeApart(frame, pattern), ...details };
}

/** A pattern that fields can't tell gets its own source as its name, which no variable can have, and is taken apart in the body. */
function takeApart(frame: Frame, pattern: SyntaxNode): string {
  const name = sourceOf(frame, pattern);
  if (pattern.type !== 'identifier')
    bindPattern(frame, pattern, nameValue(frame, pattern, name), { at: spanOf(frame, pattern), declares: true });
  return name;
}

function lowerFields(frame: Frame, pattern: SyntaxNode): readonly Field[] {
  const fields: Field[] = [];
  for (const child of pattern.namedChildren) {
    if (child === null || child.type === 'comment') continue;
    const field = fieldOf(frame, child);
    if (field?.key === undefined) bindUnknown(frame, field?.pattern ?? child);
    else fields.push(lowerField(frame, field.key, field.pattern));
  }
  return fields;
}

function lowerField(frame: Frame, key: string, pattern: SyntaxNode): Field {
  const withDefault = pattern.type === 'assignment_pattern' || pattern.type === 'object_assignment_pattern';
  const target = withDefault ? pattern.childForFieldName('left') : pattern;
  const right = withDefault ? pattern.childForFieldName('right') : null;
  const fallback = right === null ? undefined : lowerValue(frame, right);
  const simple = target === null || target.type === 'identifier' || target.type === 'shorthand_property_identifier_pattern';
  const name = target === null ? key : simple ? sourceOf(frame, target) : takeApart(frame, target);
  return { key, name, ...(fallback === undefined ? {} : { fallback }) };
}

/** Computed keys: bound all the same, so that the name doesn't mean something further out. */
function bindUnknown(frame: Frame, pattern: SyntaxNode): void {
  bindPattern(frame, pattern, hole(frame, pattern, 'its key is computed'), { at: spanOf(frame, pattern), declares: true });
}

/** `constructor(private readonly client: OpenAI)` is a field too. */
function bindProperty(frame: Frame, node: SyntaxNode, pattern: SyntaxNode, type: Value | undefined): void {
  const modifiers = modifiersOf(node);
  if (!['accessibility_modifier', 'readonly', 'override_modifier'].some(word => modifiers.has(word))) return;
  const name = sourceOf(frame, pattern);
  const target = { root: 'self' as const, path: [name] };
  const value = nameValue(frame, pattern, name);
  const at = spanOf(frame, node);
  const owner = frame.scope.parent === undefined ? undefined : frame.file.scopes[frame.scope.parent];
  if (isClosed(node, name)) owner?.closedFields.push(name);
  frame.scope.effects.push({ kind: 'assign', at, block: -1, target, value, declares: false, ...(type === undefined ? {} : { type }) });
}
