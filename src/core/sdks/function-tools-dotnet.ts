import { parsedBody } from '../request/json-body';
import { jsonSource } from '../request/json-source';
import { madeText } from '../source/made-values';
import type { Argument, Entry, Value } from '../source/values';
import type { ArgumentLayer } from './sdk-call';

/** What `ChatTool.CreateFunctionTool` and `ResponseTool.CreateFunctionTool` of OpenAI's package for .NET take, and where. */
const PARAMETERS: readonly (readonly [parameter: string, key: string, inChat: number, inResponses: number])[] = [
  ['functionName', 'name', 0, 0],
  ['functionDescription', 'description', 1, 3],
  ['functionParameters', 'parameters', 2, 1],
];

/** Layers whose tools are records of what is sent of them. */
export function withFunctionTools(layers: readonly ArgumentLayer[]): readonly ArgumentLayer[] {
  return layers.map(layer => ({ ...layer, args: layer.args.map(inOptions) }));
}

/** Options are an object that is handed over: `new ChatCompletionOptions { Tools = { … } }`. */
function inOptions(argument: Argument): Argument {
  const { name, value } = argument;
  if (name === 'Tools') return { ...argument, value: asTools(value) };
  if (value.kind === 'call') return { ...argument, value: { ...value, args: value.args.map(inOptions) } };
  if (value.kind !== 'record') return argument;
  const entries = value.entries.map(entry => (entry.key === 'Tools' ? { ...entry, value: asTools(entry.value) } : entry));
  return { ...argument, value: { ...value, entries } };
}

function asTools(value: Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(asTools) };
  if (value.kind === 'repeat' || value.kind === 'optional') return { ...value, item: asTools(value.item) };
  if (value.kind !== 'call' || value.callee.kind !== 'external' || value.callee.path.at(-1) !== 'CreateFunctionTool') return value;
  const { args, at, callee } = value;
  const ofResponses = callee.path.includes('ResponseTool');
  const entries = PARAMETERS.flatMap(([parameter, key, inChat, inResponses]): readonly Entry[] => {
    const index = ofResponses ? inResponses : inChat;
    const given = args.find(argument => argument.name === parameter) ?? (args[index]?.name === undefined ? args[index] : undefined);
    return given === undefined ? [] : [{ key, value: key === 'parameters' ? jsonOf(given) : given.value, at: given.at }];
  });
  return { kind: 'record', at, entries: [{ key: 'type', value: madeText('function', at), at }, ...entries] };
}

/** `BinaryData.FromString("""{…}""")`: the JSON in it. */
function jsonOf({ value }: Argument): Value {
  const source = jsonSource(value);
  return parsedBody(source) ?? source;
}
