import { mapGiven } from '../../link/set-in-branches';
import { mapItems } from '../../link/value-parts';
import { madeText } from '../../source/made-values';
import type { Argument, Entry, Value, ValueOf } from '../../source/values';
import type { Constants } from './model-constants';

/** How a Go package's structs and functions say what its API is sent. */
export interface GoApi {
  readonly keys: 'snake_case' | 'camelCase';
  /** Fields whose name on the wire follows from no rule. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly constants?: Constants;
  /** What functions and structs of the package stand for, by their last name; their arguments are converted already. */
  readonly made?: Readonly<Record<string, (args: readonly Argument[], at: Value['at']) => Value | undefined>>;
}

/** Functions of many packages that only wrap a value: an optional parameter's, or a pointer's. */
const WRAPPERS =
  /^(?:String|Int|Int32|Int64|Float|Float32|Float64|Bool|F|Opt|Ptr|Raw|NewOpt|StringPtr|IntPtr|FloatPtr|BoolPtr|ToPtr|To|Pointer|Null|ChatModel|Model|EmbeddingModel|ResponsesModel)$/;
/** Deeper than anybody nests parameters. */
const DEEPEST = 24;

/** An evaluated value with the names that are sent, its structs as records. */
export function toWire(value: Value, api: GoApi, depth = 0): Value {
  const inner = (each: Value) => (depth > DEEPEST ? each : toWire(each, api, depth + 1));
  switch (value.kind) {
    case 'call':
      return ofCall(value, api, inner);
    case 'external':
      return constant(value, api) ?? value;
    case 'record':
      return ofRecord(value, api, inner);
    default:
      return mapItems(value, inner);
  }
}

function constant({ path, at }: ValueOf<'external'>, { constants }: GoApi): Value | undefined {
  const text = constants?.get(path[path.length - 1] ?? '');
  return text === undefined ? undefined : madeText(text, at);
}

function ofCall(call: ValueOf<'call'>, api: GoApi, inner: (value: Value) => Value): Value {
  const { callee, args } = call;
  if (callee.kind !== 'external') return call;
  const name = callee.path[callee.path.length - 1] ?? '';
  const [only] = args;
  if (only !== undefined && args.length === 1 && only.name === undefined && WRAPPERS.test(name)) return inner(only.value);
  const converted = args.map(argument => ({ ...argument, value: inner(argument.value) }));
  const made = api.made?.[name]?.(converted, call.at);
  if (made !== undefined) return made;
  if (call.literal !== true) return call;
  const entries = converted.flatMap(({ name: key, value, at }): readonly Entry[] =>
    key === undefined ? [] : [entry(key, value, at, api)],
  );
  return union(entries) ?? { kind: 'record', at: call.at, entries };
}

/** A struct that was changed after it was made: `params.MaxTokens = openai.Int(60)`. Keys of a map stay as they are. */
function ofRecord(record: ValueOf<'record'>, api: GoApi, inner: (value: Value) => Value, isStruct = isChangedStruct(record)): Value {
  const entries = record.entries.map(each => {
    if (!isStruct) return { ...each, value: inner(each.value) };
    if (each.key !== undefined) return entry(each.key, inner(each.value), each.at, api);
    return { ...each, value: mapGiven(each.value, fields => ofRecord(fields, api, inner, true), inner) };
  });
  return { ...record, entries };
}

function isChangedStruct({ entries: [first] }: ValueOf<'record'>): boolean {
  const base = first?.key === undefined && first?.value.kind === 'spread' ? first.value.value : undefined;
  if (base?.kind === 'record') return isChangedStruct(base);
  return base?.kind === 'call' && base.literal === true;
}

function entry(key: string, value: Value, at: Value['at'], api: GoApi): Entry {
  return { key: api.fields?.[key] ?? (UNION.test(key) ? key : named(key, api)), value, at };
}

const UNION = /^Of[A-Z]\w*$/;
const ROLES: Readonly<Record<string, string>> = {
  OfSystem: 'system',
  OfDeveloper: 'developer',
  OfUser: 'user',
  OfAssistant: 'assistant',
  OfTool: 'tool',
  OfFunction: 'function',
};

/** `{OfUser: &UserMessageParam{…}}`: a struct of which one field is set is that field. */
function union(entries: readonly Entry[]): Value | undefined {
  const [only] = entries;
  if (only?.key === undefined || entries.length !== 1 || !UNION.test(only.key)) return undefined;
  const { key, value } = only;
  if (value.kind !== 'record') return value;
  const role = ROLES[key];
  const isMessage = role !== undefined && value.entries.some(each => each.key === 'content');
  if (isMessage) return { ...value, entries: [textEntry('role', role, value.at), ...value.entries] };
  const type = key === 'OfText' || key === 'OfInputText' ? 'text' : undefined;
  return type === undefined || value.entries.some(each => each.key === 'type')
    ? value
    : { ...value, entries: [textEntry('type', type, value.at), ...value.entries] };
}

/** An entry that a struct or function stands for, and that no edit may go into. */
export function textEntry(key: string, text: string, at: Value['at']): Entry {
  return { key, value: madeText(text, at), at };
}

/** `MaxCompletionTokens`: `max_completion_tokens`; `ModelId`: `modelId`. */
function named(field: string, { keys }: GoApi): string {
  if (keys === 'camelCase') return field.slice(0, 1).toLowerCase() + field.slice(1);
  const words = field.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [field];
  return words.join('_').toLowerCase();
}
