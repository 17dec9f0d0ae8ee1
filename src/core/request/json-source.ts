import type { Value, ValueOf } from '../source/values';

/** Functions that write their first argument as JSON, turn a text into bytes, or give it to be read like a file. */
const WRITERS: ReadonlySet<string> = new Set([
  'json.dumps',
  'orjson.dumps',
  'ujson.dumps',
  'simplejson.dumps',
  'global.JSON.stringify',
  'global.JsonSerializer.Serialize',
  'global.System.Text.Json.JsonSerializer.Serialize',
  'global.JsonSerializer.SerializeToUtf8Bytes',
  'global.JsonConvert.SerializeObject',
  'global.BinaryData.FromObjectAsJson',
  'global.BinaryData.FromString',
  'global.BinaryData.FromBytes',
  'global.bytes',
  'io.BytesIO',
  'io.StringIO',
  'global.Buffer.from',
  'buffer.Buffer.from',
  'encoding/json.Marshal',
  'encoding/json.MarshalIndent',
]);

/** Methods of Java's Jackson and Gson that do. */
const MAPPERS: ReadonlySet<string> = new Set(['writeValueAsString', 'writeValueAsBytes', 'toJson']);

/** What a request's body is written from: `json.dumps(body).encode()` is `body`; everything else is itself. */
export function jsonSource(value: Value): Value {
  if (value.kind === 'choice') return { ...value, options: value.options.map(jsonSource) };
  const inner = value.kind === 'call' ? written(value) : undefined;
  return inner === undefined ? value : jsonSource(inner);
}

function written({ callee, args }: ValueOf<'call'>): Value | undefined {
  const [first] = args;
  if (callee.kind === 'external') {
    return first?.name === undefined && WRITERS.has([callee.module, ...callee.path].join('.')) ? first?.value : undefined;
  }
  if (callee.kind === 'member' && MAPPERS.has(callee.key)) return first?.value;
  // `"""…"""u8.ToArray()`
  if (callee.kind === 'member' && callee.key === 'ToArray' && callee.object.kind === 'text') return callee.object;
  if (callee.kind !== 'member' || callee.key !== 'encode') return undefined;
  return isTextEncoder(callee.object) ? first?.value : callee.object;
}

/** `new TextEncoder()` takes what Python's texts do by themselves. */
function isTextEncoder(object: Value): boolean {
  const maker = object.kind === 'call' && object.callee.kind === 'external' ? object.callee : undefined;
  return maker?.path[maker.path.length - 1] === 'TextEncoder';
}
