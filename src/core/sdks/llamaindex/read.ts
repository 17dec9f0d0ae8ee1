import { hole } from '../../link/evaluation';
import { type NamedArguments, namedArguments } from '../../request/arguments';
import type { Argument, Value } from '../../source/values';
import { filled } from '../placeholders';
import type { ArgumentLayer, SdkCall, SdkObject, Surroundings } from '../sdk';
import { conversation } from './messages';
import { modelsOf } from './models-of';

type ObjectsOf = (value: Value) => readonly SdkObject[];

const NOTHING: ArgumentLayer = { args: [], positional: [] };

const MESSAGES = ['messages', 'prompt', 'input', 'user_msg', 'userMsg', 'message', 'query', 'query_str', 'chat_history', 'chatHistory'];

/** A call of a model with its prompt filled in, or of an engine or an agent as a call of the model it runs. */
export function read(call: SdkCall, objectsOf: ObjectsOf, surroundings: Surroundings): SdkCall | readonly SdkCall[] {
  const { object } = call;
  const own = object.layers[object.layers.length - 1] ?? NOTHING;
  const passed = namedArguments([own, NOTHING]);
  const made = { ...object, layers: object.layers.slice(0, -1) };
  if (object.kind === 'embeddings')
    return object.name === 'Settings.embed_model' || object.name === 'Settings.embedModel' ? unset(call, object) : call;
  const prompt = object.kind === 'program' ? templateOf(made, passed) : passed.get(MESSAGES)?.value;
  const messages = prompt && conversation(prompt, own.args, objectsOf);
  if (object.kind === 'llm')
    return withRequest(call, made, [
      ...asArguments(passed, ['max_tokens', 'model', 'stream', 'tools', 'output_cls', 'responseFormat']),
      ...asArgument('messages', messages),
    ]);
  const named = namedArguments([...made.layers, NOTHING]);
  const told = asArguments(named, ['system_prompt', 'systemPrompt', 'tools', 'output_cls']);
  const sends = object.kind === 'engine' ? engineSends(messages, call) : messages;
  return modelsOf(made, objectsOf, surroundings).map(model => withRequest(call, model, [...told, ...asArgument('messages', sends)]));
}

/** A model that some other file sets. */
function unset(call: SdkCall, object: SdkObject): SdkCall {
  const [own] = object.layers;
  const at = own?.args[0]?.at ?? { uri: '', start: 0, end: 0 };
  const model = asArgument('model', hole(at, object.name ?? 'model', 'is set elsewhere'));
  return { ...call, object: { ...object, layers: [{ args: model, positional: [] }, ...object.layers] } };
}

/** `LLMTextCompletionProgram.from_defaults(prompt_template_str="… {topic} …")`, called with its variables. */
function templateOf(program: SdkObject, passed: NamedArguments): Value | undefined {
  const template = namedArguments([...program.layers, NOTHING]).get(['prompt_template_str', 'prompt'])?.value;
  return template && filled(template, 'f-string', name => passed.get([name])?.value);
}

/** Engines write the question into a prompt of their own, together with what they have found. */
function engineSends(question: Value | undefined, { object }: SdkCall): Value | undefined {
  const at = question?.at ?? object.layers[0]?.args[0]?.at;
  if (at === undefined) return question;
  const prompt = hole(at, 'the prompt of the engine', 'a prompt of the package, which is not counted', {
    volatility: 'static',
    proven: true,
  });
  const found = hole(at, 'what was retrieved', 'read from the index and not counted', { volatility: 'call', proven: true });
  return { kind: 'list', at, items: [prompt, found, ...(question === undefined ? [] : [question])] };
}

function withRequest(call: SdkCall, model: SdkObject, args: readonly Argument[]): SdkCall {
  const isSet = model.name?.startsWith('Settings.') === true && model.layers.length === 0;
  const base = isSet
    ? unset(call, { ...model, layers: [{ args, positional: [] }] }).object
    : { ...model, layers: [...model.layers, { args, positional: [] }] };
  return { ...call, object: base };
}

function asArguments(named: NamedArguments, names: readonly string[]): readonly Argument[] {
  return names.flatMap(name => asArgument(name, named.get([name])?.value));
}

function asArgument(name: string, value: Value | undefined): readonly Argument[] {
  return value === undefined ? [] : [{ name, value, at: value.at }];
}
