import type { SyntaxNode } from '../../syntax';
import type { Entry, Value } from '../../values';
import { expression } from './expressions';
import { type Frame, hole, localKind, partsOf, sourceOf, spanOf } from './frame';
import { isNewText, newText } from './string-building';

const LISTS =
  /^(?:List|Set|Stream|ImmutableList|ImmutableSet|Seq)\.of$|^Arrays\.asList$|^Arrays\.stream$|^Collections\.(?:singletonList|singleton|emptyList)$|^Lists\.newArrayList$/;
const COPIES = /^(?:List|Set|ImmutableList)\.copyOf$|^Collections\.(?:unmodifiable\w+|synchronized\w+)$/;
const TABLES = /^(?:Map|ImmutableMap)\.of$|^Collections\.(?:singletonMap|emptyMap)$/;

/** `List.of(a, b)` and `Map.of("k", v)` are the list and the table that they make. Undefined: another method. */
export function collectionOf(frame: Frame, node: SyntaxNode): Value | undefined {
  const object = node.childForFieldName('object');
  const name = node.childForFieldName('name');
  const list = node.childForFieldName('arguments');
  if (object?.type !== 'identifier' || name === null || list === null || localKind(frame, sourceOf(frame, object)) !== undefined)
    return undefined;
  const method = `${sourceOf(frame, object)}.${sourceOf(frame, name)}`;
  const at = spanOf(frame, node);
  if (LISTS.test(method)) return listOf(frame, node, list);
  if (COPIES.test(method)) {
    const [only] = partsOf(frame, list);
    return only && expression(frame, only);
  }
  if (TABLES.test(method)) return { kind: 'record', at, entries: pairsOf(frame, partsOf(frame, list)) };
  if (/^(?:Map|ImmutableMap)\.ofEntries$/.test(method))
    return { kind: 'record', at, entries: partsOf(frame, list).flatMap(entry => pairsOf(frame, entryParts(frame, entry))) };
  return undefined;
}

/** A list of one thing that is an array or a list itself may be that: `Arrays.asList(names)`. */
function listOf(frame: Frame, node: SyntaxNode, list: SyntaxNode): Value {
  return { kind: 'list', at: spanOf(frame, node), items: partsOf(frame, list).map(item => expression(frame, item)) };
}

function entryParts(frame: Frame, node: SyntaxNode): readonly SyntaxNode[] {
  const list = node.type === 'method_invocation' ? node.childForFieldName('arguments') : null;
  return list === null ? [] : partsOf(frame, list);
}

function pairsOf(frame: Frame, parts: readonly SyntaxNode[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const [keyNode, valueNode] = [parts[index], parts[index + 1]];
    if (keyNode === undefined || valueNode === undefined) continue;
    const key = expression(frame, keyNode);
    const value = expression(frame, valueNode);
    const at = { uri: frame.file.uri, start: keyNode.startIndex, end: valueNode.endIndex };
    if (key.kind === 'text') entries.push({ key: key.text.text, keyAt: key.at, value, at });
    else entries.push({ value: { kind: 'spread', at, value: hole(frame, keyNode, 'a computed key') }, computed: { key, value }, at });
  }
  return entries;
}

const NEW_LISTS = /^(?:ArrayList|LinkedList|ArrayDeque|CopyOnWriteArrayList|Vector|HashSet|LinkedHashSet|TreeSet)$/;
const NEW_TABLES = /^(?:HashMap|LinkedHashMap|TreeMap|ConcurrentHashMap|EnumMap)$/;

/** `new ArrayList<>(items)`, `new HashMap<>()`, `new StringBuilder("x")`. */
export function newCollection(frame: Frame, node: SyntaxNode): Value | undefined {
  const type = node.childForFieldName('type');
  const list = node.childForFieldName('arguments');
  const hasBody = partsOf(frame, node).some(child => child.type === 'class_body');
  if (type === null || list === null || hasBody) return undefined;
  if (isNewText(frame, node)) return newText(frame, node);
  const name = sourceOf(frame, type).replace(/<.*/s, '').split('.').at(-1) ?? '';
  const isList = NEW_LISTS.test(name);
  if (!isList && !NEW_TABLES.test(name)) return undefined;
  const at = spanOf(frame, node);
  const [first] = partsOf(frame, list).map(each => expression(frame, each));
  const copied = first === undefined || first.kind === 'scalar' ? [] : [first];
  const spread = copied.map(value => ({ kind: 'spread' as const, at: value.at, value }));
  return isList ? { kind: 'list', at, items: spread } : { kind: 'record', at, entries: spread.map(value => ({ value, at: value.at })) };
}
