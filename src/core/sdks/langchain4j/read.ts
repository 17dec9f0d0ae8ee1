import { choose } from '../../link/choose';
import { entryOf } from '../../link/entries';
import { asRecord } from '../../request/as-record';
import type { Argument, Value } from '../../source/values';
import type { Surroundings } from '../call-surroundings';
import { argumentIn } from '../handed';
import { type AskedCaching, withCachedSystem } from '../java/cached-system';
import { withToolObjects } from '../java/tool-objects';
import { withOwnCap } from '../own-cap';
import { filled } from '../placeholders';
import type { ArgumentPaths } from '../sdk';
import type { ArgumentLayer, SdkCall, SdkObject } from '../sdk-call';
import { withDeclared } from './service';
import { modelsBySettings } from './starters';

/** How the models' builders call the output cap; the first is what fixes write. */
const CAPS: Readonly<Record<string, ArgumentPaths>> = {
  google: ['maxOutputTokens'],
  ollama: ['numPredict'],
};
export const ALL_CAPS: ArgumentPaths = [
  ...['maxTokens', 'maxCompletionTokens', 'maxOutputTokens', 'numPredict'],
  ...['parameters.maxOutputTokens', 'defaultRequestParameters.maxOutputTokens', 'defaultRequestParameters.maxCompletionTokens'],
];

export function read(call: SdkCall, _: (value: Value) => readonly SdkObject[], surroundings: Surroundings): SdkCall | undefined {
  // What embeds where none is handed over is found on the classpath, and runs within the program.
  if (call.object.kind === 'ingestor' && call.object.name === 'EmbeddingStoreIngestor') return undefined;
  const own = CAPS[call.object.provider ?? ''] ?? [];
  const shaped = { ...call, shape: { ...call.shape, cap: call.shape.cap.length === 0 ? [] : [...new Set([...own, ...ALL_CAPS])] } };
  const said =
    call.shape.path === '*'
      ? withDeclared(shaped, { methodOf: surroundings.methodOf, promptAt: surroundings.resourceText })
      : withMessages(shaped);
  if (said === undefined) return undefined;
  const settled = withoutType(ofRequest(withSettings(withTools(said, surroundings), surroundings)));
  return withCachedSystem({ ...settled, object: withOwnCap(settled.object) }, askedCaching(said));
}

/** `AnthropicChatModel.builder().cacheSystemMessages(true)` */
function askedCaching({ object }: SdkCall): AskedCaching | undefined {
  const asked = object.layers.flatMap(layer => argumentIn(layer, 'cacheSystemMessages') ?? []).at(-1);
  return asked?.kind === 'scalar' && asked.value === true ? { at: asked.at, conversation: false } : undefined;
}

function withTools(call: SdkCall, surroundings: Surroundings): SdkCall {
  return { ...call, object: { ...call.object, layers: withToolObjects(call.object.layers, ['tools'], surroundings) } };
}

/** What a request says itself (`ChatRequest.builder().maxOutputTokens(20)`) replaces what its model was made with. */
function ofRequest(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const request = layers.filter(layer => layer.args.some(argument => argument.name === 'messages')).at(-1);
  const says = (name: string) =>
    request?.args.some(argument => argument.name === name || (argument.name === 'parameters' && hasEntry(argument.value, name))) ?? false;
  const replaced = [
    ...(says('maxOutputTokens') || says('maxCompletionTokens') ? ALL_CAPS : []),
    ...(says('modelName') ? ['modelName', 'model', 'modelId', 'deploymentName'] : []),
  ];
  if (replaced.length === 0) return call;
  const others = layers.map(layer =>
    layer === request ? layer : { ...layer, args: layer.args.filter(({ name }) => name === undefined || !replaced.includes(name)) },
  );
  return { ...call, object: { ...call.object, layers: others } };
}

function hasEntry(value: Value, name: string): boolean {
  const record = asRecord(value);
  return record !== undefined && entryOf(record, name).value !== undefined;
}

/** `chat(SystemMessage.from(…), UserMessage.from(…))`: all that is passed by its place is a message. */
function withMessages(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const own = layers[layers.length - 1];
  if (own === undefined || own.args.some(argument => argument.name !== undefined)) return call;
  // Behind all of them stands what a stream hands its answer to.
  const given = call.shape.streams && own.args.length > 1 ? own.args.slice(0, -1) : own.args;
  const values = given.map(argument => asSent(argument.value)).filter(value => value.kind !== 'spread');
  const [first, ...others] = values;
  if (first === undefined) return call;
  const value: Value = others.length === 0 ? first : { kind: 'list', at: first.at, items: values };
  const args: readonly Argument[] = [{ name: 'messages', value, at: first.at }];
  return { ...call, object: { ...call.object, layers: [...layers.slice(0, -1), { args, positional: [] }] } };
}

/** `PromptTemplate.from("… {{name}} …").apply(Map.of("name", name)).text()` */
function asSent(value: Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(asSent) };
  if (value.kind !== 'call' || value.callee.kind !== 'member') return value;
  const { object, key } = value.callee;
  if (/^(?:text|toUserMessage|toSystemMessage|toAiMessage)$/.test(key) && value.args.length === 0) return asSent(object);
  const template = key === 'apply' && object.kind === 'call' ? object.args[0]?.value : undefined;
  const made = object.kind === 'call' && object.callee.kind === 'external' ? object.callee.path : [];
  if (template === undefined || made[0] !== 'PromptTemplate') return value;
  const [variables] = value.args;
  const given = (name: string) =>
    variables?.value.kind === 'record' ? entryOf(variables.value, name).value : name === 'it' ? variables?.value : undefined;
  return filled(template, 'mustache', given);
}

/** Annotations of interfaces whose objects a framework makes. */
const MADE_BY_FRAMEWORK: ReadonlySet<string> = new Set(['AiService', 'RegisterAiService', 'Agent']);

/** Where the model's object is made by the framework, its settings say which it is. */
function withSettings(call: SdkCall, surroundings: Surroundings): SdkCall {
  const { object } = call;
  if (!object.unseen && !MADE_BY_FRAMEWORK.has(object.name ?? '')) return call;
  if (object.layers.some(layer => layer.args.some(({ name, value }) => name === 'model' && surroundings.isPassed(value)))) return call;
  const found = modelsBySettings(object, call.shape.streams, surroundings);
  const [only, ...others] = found;
  // A framework made it of what no file here says.
  const stated = object.layers.map(layer => ({ ...layer, args: layer.args.filter(each => !isFrameworks(each, ofService(layer))) }));
  if (only === undefined) return object.unseen ? call : { ...call, object: { ...object, layers: stated, unseen: true } };
  const model = choose(
    only.model.at,
    found.map(each => each.model),
  );
  const cap = others.length === 0 && call.shape.cap.length > 0 ? only.cap : undefined;
  const args = [
    { name: 'modelName', value: model, at: model.at },
    ...(cap === undefined ? [] : [{ name: call.shape.cap[0] ?? 'maxTokens', value: cap, at: cap.at }]),
  ];
  const provider = others.length === 0 ? only.provider : object.provider;
  return { ...call, object: { ...object, provider, unseen: others.length > 0, layers: [{ args, positional: [] }, ...stated] } };
}

/** A model that is passed in, or the name that the framework has for one (`@RegisterAiService(modelName = "small")`). */
function isFrameworks({ name, value }: Argument, ofService: boolean): boolean {
  return name === 'model' ? value.kind === 'param' : name === 'modelName' && ofService;
}

/** The interface that a service implements is nothing that is sent. */
function withoutType(call: SdkCall): SdkCall {
  const isService = call.shape.path === '*';
  const layers = call.object.layers.map(layer => {
    if (!isService && !ofService(layer)) return layer;
    const place = layer.args[0]?.name === undefined ? layer.positional.indexOf('type') : -1;
    const args = layer.args.filter(({ name }, index) => name !== 'type' && (name !== undefined || index !== place));
    return { ...layer, args, positional: layer.positional.filter((_, index) => index !== place) };
  });
  return { ...call, object: { ...call.object, layers } };
}

function ofService({ args }: ArgumentLayer): boolean {
  return args.some(({ name, value }) => name === 'type' && value.kind === 'class');
}
