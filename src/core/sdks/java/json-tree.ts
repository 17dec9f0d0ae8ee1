import { plainText } from '../../link/plain-values';
import { parsedBody } from '../../request/json-body';
import { jsonSource } from '../../request/json-source';
import type { Entry, Value, ValueOf } from '../../source/values';

/** Objects inside of each other; deeper ones stay what they are. */
const DEEPEST = 16;
const OBJECTS = /^(?:JSONObject|JsonObject)$/;
const ARRAYS = /^(?:JSONArray|JsonArray)$/;

/** What a body is that Java's JSON libraries build or write (Jackson, Gson, org.json), or that is written as text: records and lists. */
export function jsonTree(value: Value): Value {
  const source = jsonSource(value);
  const tree = treeOf(source, 0);
  return parsedBody(tree) ?? tree;
}

function treeOf(value: Value, depth: number): Value {
  const inner = (each: Value) => treeOf(each, depth + 1);
  if (depth > DEEPEST) return value;
  switch (value.kind) {
    case 'choice':
      return { ...value, options: value.options.map(inner) };
    case 'list':
      return { ...value, items: value.items.map(inner) };
    case 'repeat':
    case 'optional':
      return { ...value, item: inner(value.item) };
    case 'record':
      return { ...value, entries: value.entries.flatMap(entry => withoutSpread({ ...entry, value: ofEntry(entry.value, inner) })) };
    case 'call':
      return ofCall(value, inner);
    default:
      return value;
  }
}

function ofEntry(value: Value, inner: (value: Value) => Value): Value {
  return value.kind === 'spread' ? { ...value, value: inner(value.value) } : inner(value);
}

/** `new JSONObject()` that is put into later begins with nothing. */
function withoutSpread(entry: Entry): readonly Entry[] {
  const { value } = entry;
  return entry.key === undefined && value.kind === 'spread' && value.value.kind === 'record' ? value.value.entries : [entry];
}

function ofCall(call: ValueOf<'call'>, inner: (value: Value) => Value): Value {
  const { callee, args, at } = call;
  const given = args.filter(({ name }) => name === undefined).map(argument => argument.value);
  const [first, second] = given;
  if (callee.kind === 'external') {
    const name = callee.path[callee.path.length - 1] ?? '';
    if (!OBJECTS.test(name) && !ARRAYS.test(name)) return call;
    if (first !== undefined) return inner(first);
    return OBJECTS.test(name) ? { kind: 'record', at, entries: [] } : { kind: 'list', at, items: [] };
  }
  if (callee.kind !== 'member') return call;
  const { key, object } = callee;
  if (given.length === 0 && (key === 'toString' || key === 'toJSONString')) return inner(object);
  if (first === undefined || !/^(?:put|set|add|addProperty)$/.test(key)) return call;
  const before = inner(object);
  if (second === undefined) return before.kind === 'list' ? { ...before, items: [...before.items, inner(first)] } : call;
  const field = plainText(first);
  if (before.kind !== 'record' || field === undefined) return call;
  return { ...before, entries: [...before.entries, { key: field, value: inner(second), at: second.at }] };
}
