import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { parts, type Site, sourceOf, spanOf } from './draft';

/** Generic types that only say how their content arrives. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'Task',
  'ValueTask',
  'Lazy',
  'Nullable',
  'IOptions',
  'IOptionsSnapshot',
  'IOptionsMonitor',
  'Func',
]);

/** Lists of one type of items, which is what `new(…)` makes inside of them. */
const LISTS: ReadonlySet<string> = new Set([
  ...['List', 'IList', 'IReadOnlyList', 'ICollection', 'IReadOnlyCollection', 'IEnumerable', 'Collection', 'Queue', 'Stack', 'HashSet'],
  ...['ObservableCollection', 'ConcurrentBag', 'LinkedList', 'Span', 'ReadOnlySpan', 'ImmutableArray', 'ImmutableList'],
]);

/** What the items of a list are; undefined for any other type. */
export function itemType(type: Value | undefined): Value | undefined {
  return type?.kind === 'index' ? type.key : undefined;
}

/** A type as a value; undefined for those that say nothing of where a value comes from (`string`, `var`, arrays). */
export function typeValue(node: SyntaxNode, site: Site): Value | undefined {
  const at = spanOf(node, site);
  switch (node.type) {
    case 'identifier':
      return { kind: 'name', at, name: sourceOf(node, site), scope: 0 };
    case 'qualified_name':
    case 'alias_qualified_name': {
      const name = node.childForFieldName('name');
      const outer = node.childForFieldName('qualifier');
      if (name === null || outer === null) return name === null ? undefined : typeValue(name, site);
      const object = typeValue(outer, site);
      return (
        object && { kind: 'member', at, object, key: sourceOf(name.type === 'generic_name' ? (name.firstNamedChild ?? name) : name, site) }
      );
    }
    case 'generic_name': {
      const [name, list] = parts(node, site);
      if (name === undefined) return undefined;
      const [argument] = list === undefined ? [] : parts(list, site);
      if (TRANSPARENT.has(sourceOf(name, site))) return argument === undefined ? undefined : typeValue(argument, site);
      const generic: Value = { kind: 'name', at: spanOf(name, site), name: sourceOf(name, site), scope: 0 };
      const item = argument !== undefined && LISTS.has(sourceOf(name, site)) ? typeValue(argument, site) : undefined;
      return item === undefined ? generic : { kind: 'index', at, object: generic, key: item };
    }
    case 'array_type': {
      const inner = node.childForFieldName('type');
      const item = inner === null ? undefined : typeValue(inner, site);
      return item && { kind: 'index', at, object: { kind: 'name', at, name: 'Array', scope: 0 }, key: item };
    }
    case 'nullable_type':
    case 'ref_type':
    case 'scoped_type': {
      const inner = node.childForFieldName('type') ?? node.firstNamedChild;
      return inner === null ? undefined : typeValue(inner, site);
    }
    default:
      return undefined;
  }
}

/** `F<A, B>`: what stands between the angle brackets, those that say nothing left out. */
export function typeArguments(name: SyntaxNode, site: Site): readonly Value[] {
  if (name.type !== 'generic_name') return [];
  const list = parts(name, site).find(part => part.type === 'type_argument_list');
  return list === undefined ? [] : parts(list, site).flatMap(part => typeValue(part, site) ?? []);
}
