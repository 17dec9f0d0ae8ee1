import { madeText } from '../../made-values';
import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Argument, Entry, Value } from '../../values';
import { argumentsOf, endOf, pushCall } from './calls';
import { hole, parts, type Site, sourceOf, spanOf } from './draft';
import { expression, opaque } from './expressions';
import { itemType, typeValue } from './types';

/** Types of the language that are lists, tables or texts by themselves; a name that only reads so is looked up by who knows its `using`. */
const LISTS: ReadonlySet<string> = new Set([
  'List',
  'Queue',
  'Stack',
  'LinkedList',
  'Collection',
  'ObservableCollection',
  'ConcurrentBag',
  'HashSet',
  'SortedSet',
  'BinaryData',
]);
const TABLES: ReadonlySet<string> = new Set(['Dictionary', 'SortedDictionary', 'ConcurrentDictionary', 'OrderedDictionary']);

/** `new Type(arguments) { … }` */
export function objectCreation(node: SyntaxNode, site: Site): Value {
  const type = node.childForFieldName('type');
  const callee = type === null ? undefined : typeValue(type, site);
  if (type === null || callee === undefined) return opaque(node, site, 'could not be parsed');
  return create(node, callee, node.childForFieldName('arguments'), node.childForFieldName('initializer'), site);
}

/** `new(arguments) { … }` of the type that its place is declared to have. */
export function implicitCreation(node: SyntaxNode, site: Site, target: Value | undefined): Value {
  const list = parts(node, site).find(part => part.type === 'argument_list') ?? null;
  const braces = parts(node, site).find(part => part.type === 'initializer_expression') ?? null;
  if (target !== undefined) return create(node, target, list, braces, site);
  const args = list === null ? [] : argumentsOf(list, site);
  if (args.length === 0)
    return braces === null
      ? { kind: 'record', at: spanOf(node, site), entries: [] }
      : { ...initializer(braces, site), at: spanOf(node, site) };
  return create(node, hole(spanOf(node, site), site, 'of a type that is not written here'), list, braces, site);
}

function create(node: SyntaxNode, callee: Value, list: SyntaxNode | null, braces: SyntaxNode | null, site: Site): Value {
  const at = spanOf(node, site);
  const type = callee.kind === 'index' ? callee.object : callee;
  const name = type.kind === 'name' ? type.name : type.kind === 'member' ? type.key : '';
  const args = list === null ? [] : argumentsOf(list, site);
  const set = braces === null ? undefined : initializer(braces, site, callee);
  if (name === 'StringBuilder') return args[0]?.value.kind === 'scalar' || args[0] === undefined ? emptyText(at, site) : args[0].value;
  if (LISTS.has(name) || TABLES.has(name)) return container(TABLES.has(name), args, set, node, site);
  const argsAt = list === null ? endOf(callee.at) : spanOf(list, site);
  const named = set?.kind === 'record' ? namedOf(set.entries) : [];
  const call = pushCall(site, { kind: 'call', at, callee: type, args: [...args, ...named], argsAt });
  // `new ChatHistory("…") { new Message() }`: what it is made with, and then its items.
  return set?.kind === 'list' && set.items.length > 0
    ? { kind: 'list', at, items: [{ kind: 'spread', at, value: call }, ...set.items] }
    : call;
}

function namedOf(entries: readonly Entry[]): readonly Argument[] {
  return entries.flatMap(({ key, value, at }) => (key === undefined ? [] : [{ name: key, value, at }]));
}

/** Of a copy, what it copies; a number says only how much room there is to be. */
function container(isTable: boolean, args: readonly Argument[], set: Value | undefined, node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site);
  const [first] = args;
  const copied =
    first === undefined || first.value.kind === 'scalar' ? [] : [{ kind: 'spread' as const, at: first.at, value: first.value }];
  if (isTable)
    return {
      kind: 'record',
      at,
      entries: [...copied.map(value => ({ value, at: value.at })), ...(set?.kind === 'record' ? set.entries : pairs(set, site))],
    };
  return { kind: 'list', at, items: [...copied, ...(set?.kind === 'list' ? set.items : [])] };
}

/** `new Dictionary<…> { { "a", b } }` */
function pairs(set: Value | undefined, site: Site): readonly Entry[] {
  if (set?.kind !== 'list') return [];
  return set.items.flatMap((item): readonly Entry[] => {
    const [key, value] = item.kind === 'list' ? item.items : [];
    if (key === undefined || value === undefined) return [];
    return [underKey(key, value, item.at, site)];
  });
}

function emptyText(at: Value['at'], _site: Site): Value {
  return madeText('', at);
}

/** What stands in braces behind `new`: settings of the object (a record), or items (a list). */
export function initializer(node: SyntaxNode, site: Site, target?: Value): Value {
  const at = spanOf(node, site);
  const inner = parts(node, site);
  const isRecord = inner.some(part => part.type === 'assignment_expression');
  if (!isRecord) return { kind: 'list', at, items: inner.map(part => expression(part, site, itemType(target))) };
  return { kind: 'record', at, entries: inner.flatMap(part => setting(part, site)) };
}

/** `Name = value`, `["key"] = value` */
function setting(node: SyntaxNode, site: Site): readonly Entry[] {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const at = spanOf(node, site);
  if (node.type !== 'assignment_expression' || left === null || right === null) {
    expression(node, site);
    return [];
  }
  const value = expression(right, site);
  if (left.type === 'identifier') return [{ key: sourceOf(left, site), keyAt: spanOf(left, site), value, at }];
  return [underKey(keyIn(left, site), value, at, site)];
}

function underKey(key: Value, value: Value, at: Span, site: Site): Entry {
  if (key.kind === 'text') return { key: key.text.text, keyAt: key.at, value, at };
  return { value: { kind: 'spread', at, value: hole(key.at, site, 'a computed key') }, computed: { key, value }, at };
}

function keyIn(left: SyntaxNode, site: Site): Value {
  const [argument] = parts(left, site);
  const inner = argument?.type === 'argument' ? parts(argument, site)[0] : argument;
  return inner === undefined ? hole(spanOf(left, site), site, 'a computed key') : expression(inner, site);
}

/** `new { role = "user", content }` */
export function anonymousObject(node: SyntaxNode, site: Site): Value {
  const entries: Entry[] = [];
  const inner = parts(node, site);
  inner.forEach((part, index) => {
    const next = inner[index + 1];
    const isName = next !== undefined && /^\s*=[^=>]*$/.test(site.file.text.slice(part.endIndex, next.startIndex));
    const before = inner[index - 1];
    const named = before !== undefined && /^\s*=\s*$/.test(site.file.text.slice(before.endIndex, part.startIndex)) ? before : undefined;
    if (isName && part.type === 'identifier') return;
    const value = expression(part, site);
    const own = named ?? (part.type === 'member_access_expression' ? (part.childForFieldName('name') ?? part) : part);
    entries.push({
      key: sourceOf(own, site),
      keyAt: spanOf(own, site),
      value,
      at: { ...spanOf(part, site), start: own === named ? own.startIndex : part.startIndex },
    });
  });
  return { kind: 'record', at: spanOf(node, site), entries };
}

/** `new string[] { "a" }`, `new[] { "a" }` */
export function arrayCreation(node: SyntaxNode, site: Site, target?: Value): Value {
  const at = spanOf(node, site);
  const braces = parts(node, site).find(part => part.type === 'initializer_expression');
  if (braces === undefined) return hole(at, site, 'an array that is filled later');
  const type = node.childForFieldName('type');
  return { ...initializer(braces, site, type === null ? target : typeValue(type, site)), at };
}
