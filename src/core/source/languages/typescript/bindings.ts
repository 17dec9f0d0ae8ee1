import { placeOf } from '../../place-of';
import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import { underName } from '../../under-name';
import type { Entry, Value } from '../../values';
import { lowerValue, visit } from './expressions';
import { deepest, type Frame, sourceOf, spanOf } from './frame';
import { hole, scalar } from './holes';
import { keyOf } from './objects';

export interface Binding {
  readonly at: Span;
  readonly declares: boolean;
  readonly type?: Value | undefined;
}

/** Binds a value to what stands on the left: a name, a place, or a pattern that takes it apart. */
export function bindPattern(frame: Frame, pattern: SyntaxNode, value: Value, binding: Binding): void {
  const { file } = frame;
  if (file.depth >= deepest) return;
  file.depth++;
  bindPart(frame, pattern, value, binding);
  file.depth--;
}

function bindPart(frame: Frame, pattern: SyntaxNode, value: Value, binding: Binding): void {
  switch (pattern.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      bindName(frame, sourceOf(frame, pattern), value, binding);
      return;
    case 'object_pattern':
      bindFields(frame, pattern, value, binding);
      return;
    case 'array_pattern':
      bindItems(frame, pattern, value, binding);
      return;
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      bindWithDefault(frame, pattern, value, binding);
      return;
    case 'undefined':
    case 'this':
      return;
    default:
      bindPlace(frame, pattern, value, binding);
      return;
  }
}

export function bindName(frame: Frame, name: string, value: Value, { at, declares, type }: Binding): void {
  if (name === '') return;
  const target = { root: { name }, path: [] };
  frame.scope.effects.push({ kind: 'assign', at, block: frame.block, target, value, declares, ...(type === undefined ? {} : { type }) });
}

function bindPlace(frame: Frame, node: SyntaxNode, value: Value, { at }: Binding): void {
  const written = lowerValue(frame, node);
  const found = placeOf(written);
  if (found === undefined) return;
  const { place, exact } = found;
  const base = { at, block: frame.block };
  const { effects } = frame.scope;
  if (!exact && place.root === 'self' && place.path.length === 0)
    effects.push({ ...base, kind: 'fill', target: place, value: underName(written.kind === 'index' ? written.key : written, value, at) });
  else if (!exact) {
    const item = written.kind === 'index' ? { item: { key: written.key, value } } : {};
    effects.push({ ...base, kind: 'disturb', target: place, how: 'one of its items is set', ...item });
  } else if (place.path.at(-1) !== 'length') effects.push({ ...base, kind: 'assign', target: place, value, declares: false });
  else effects.push({ ...base, kind: 'disturb', target: { root: place.root, path: place.path.slice(0, -1) }, how: 'its length is set' });
}

/** `{ a, b: c, d = 1, ...rest } = value`. */
function bindFields(frame: Frame, pattern: SyntaxNode, value: Value, binding: Binding): void {
  const taken: Entry[] = [];
  for (const child of pattern.namedChildren) {
    if (child === null || child.type === 'comment') continue;
    if (child.type === 'rest_pattern') {
      bindRest(frame, child, othersOf(frame, child, value, taken), binding);
      continue;
    }
    const field = fieldOf(frame, child);
    if (field === undefined) {
      visit(frame, child);
      continue;
    }
    const at = spanOf(frame, child);
    if (field.key !== undefined) taken.push({ key: field.key, value: scalar(frame, child, null), removed: true, at });
    const part = partOf(frame, child, value, object => field.key !== undefined && { kind: 'member', at, object, key: field.key });
    bindPattern(frame, field.pattern, part, { at: binding.at, declares: binding.declares });
  }
}

/** A part of a value that is taken apart; the parts of an unknown are unknown for the same reason. */
function partOf(frame: Frame, node: SyntaxNode, whole: Value, take: (object: Value) => Value | false): Value {
  if (whole.kind === 'hole') return hole(frame, node, whole.reason);
  const part = take(whole);
  if (whole.kind !== 'element' || part === false) return part || hole(frame, node, 'its key is computed');
  const key = part.kind === 'member' ? part.key : part.kind === 'index' && part.key.kind === 'scalar' ? Number(part.key.value) : '';
  return { ...whole, at: part.at, part: [...whole.part, key], label: sourceOf(frame, node) };
}

/** A property of an object pattern: its key (undefined when computed) and what it binds. */
export function fieldOf(frame: Frame, node: SyntaxNode): { readonly key: string | undefined; readonly pattern: SyntaxNode } | undefined {
  if (node.type === 'shorthand_property_identifier_pattern') return { key: sourceOf(frame, node), pattern: node };
  if (node.type === 'object_assignment_pattern') {
    const left = node.childForFieldName('left');
    return left === null ? undefined : { key: sourceOf(frame, left), pattern: node };
  }
  const key = node.type === 'pair_pattern' ? node.childForFieldName('key') : null;
  const pattern = key === null ? null : node.childForFieldName('value');
  return key === null || pattern === null ? undefined : { key: keyOf(frame, key), pattern };
}

/** What `...rest` holds: the whole without the properties taken out of it. */
function othersOf(frame: Frame, node: SyntaxNode, value: Value, taken: readonly Entry[]): Value {
  const at = spanOf(frame, node);
  return { kind: 'record', at, entries: [{ value: { kind: 'spread', at, value }, at }, ...taken] };
}

function bindRest(frame: Frame, rest: SyntaxNode, value: Value, binding: Binding): void {
  const inner = rest.firstNamedChild;
  if (inner !== null) bindPattern(frame, inner, value, { at: binding.at, declares: binding.declares });
}

/** `[a, , b = 1, ...rest] = value`: holes between commas count, so positions are told by the commas. */
function bindItems(frame: Frame, pattern: SyntaxNode, value: Value, binding: Binding): void {
  let position = 0;
  for (const child of pattern.children) {
    if (child === null) continue;
    if (child.type === ',') position++;
    if (!child.isNamed || child.type === 'comment') continue;
    const at = spanOf(frame, child);
    if (child.type === 'rest_pattern') bindRest(frame, child, itemsFrom(position, value, at), binding);
    else {
      const key: Value = { kind: 'scalar', at, value: position };
      const part = partOf(frame, child, value, object => ({ kind: 'index', at, object, key }));
      bindPattern(frame, child, part, { at: binding.at, declares: binding.declares });
    }
  }
}

/** `list.slice(1)` */
function itemsFrom(position: number, object: Value, at: Span): Value {
  const callee: Value = { kind: 'member', at, object, key: 'slice' };
  const args = [{ value: { kind: 'scalar', at, value: position } as const, at }];
  return { kind: 'call', at, callee, args, argsAt: { ...at, start: at.end } };
}

function bindWithDefault(frame: Frame, node: SyntaxNode, value: Value, binding: Binding): void {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left === null || right === null) return;
  const fallback = lowerValue(frame, right, left.type === 'identifier' ? sourceOf(frame, left) : '');
  bindPattern(frame, left, { kind: 'operation', at: spanOf(frame, node), operator: 'default', left: value, right: fallback }, binding);
}
