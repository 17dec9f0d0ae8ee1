import { choose } from '../../link/choose';
import { entryOf } from '../../link/entries';
import { plainText } from '../../link/plain-values';
import { asRecord } from '../../request/as-record';
import { madeMessage } from '../../source/made-values';
import type { Argument, Value } from '../../source/values';
import type { Surroundings } from '../call-surroundings';
import { argumentIn } from '../handed';
import { type AskedCaching, constantName, toldIn, withCachedSystem } from '../java/cached-system';
import { withToolObjects } from '../java/tool-objects';
import { withOwnCap } from '../own-cap';
import { filled, type Given } from '../placeholders';
import type { ArgumentLayer, SdkCall, SdkObject } from '../sdk-call';
import { brings, providerOfOptions, STARTERS } from './models';

/** The request that a chain of `prompt()`, `system(…)`, `user(…)` and `options(…)` makes, with the client's own defaults. */
export function read(call: SdkCall, _: (value: Value) => readonly SdkObject[], surroundings: Surroundings): SdkCall {
  const said =
    call.object.kind === 'request' ? withEntity(withSpec(call), surroundings) : call.object.kind === 'embeddings' ? call : withPrompt(call);
  const layers = withToolObjects(said.object.layers, ['tools', 'defaultTools'], surroundings);
  const sent = withSettings(withOptionsProvider({ ...said, object: { ...said.object, layers } }), surroundings);
  return withCachedSystem({ ...sent, object: withOwnCap(sent.object) }, askedCaching(said));
}

/** `AnthropicChatOptions.builder().cacheOptions(AnthropicCacheOptions.builder().strategy(AnthropicCacheStrategy.SYSTEM_ONLY).build())` */
function askedCaching({ object }: SdkCall): AskedCaching | undefined {
  const options = object.layers.flatMap(layer =>
    ['options', 'defaultOptions', 'chatOptions'].flatMap(name => argumentIn(layer, name) ?? []),
  );
  const asked = toldIn(options.flatMap(value => toldIn(value, 'cacheOptions') ?? []).at(-1), 'strategy');
  const strategy = constantName(asked);
  if (asked === undefined || !/^(?:SYSTEM_ONLY|SYSTEM_AND_TOOLS|CONVERSATION_HISTORY)$/.test(strategy ?? '')) return undefined;
  return { at: asked.at, conversation: strategy === 'CONVERSATION_HISTORY' };
}

function withSpec(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const system = textOf(last(layers, 'system') ?? last(layers, 'defaultSystem'));
  const user = textOf(last(layers, 'user') ?? last(layers, 'defaultUser'));
  const prompt = last(layers, 'prompt');
  const sent = all(layers, 'messages').flatMap(itemsOf);
  const handed = prompt === undefined ? [] : itemsOf(promptOf(prompt));
  const items = [
    ...(system === undefined ? [] : [madeMessage('system', system)]),
    ...handed.map(each => (isText(each) ? madeMessage('user', each) : each)),
    ...sent,
    ...(user === undefined ? [] : [madeMessage('user', user)]),
  ];
  return withMessages(call, items);
}

/** `.call().entity(Book.class)`, `.entity(new ParameterizedTypeReference<List<Book>>() {})`: the schema of the class goes with the message. */
function withEntity(call: SdkCall, { thenHanded }: Surroundings): SdkCall {
  const [type] = thenHanded(['entity', 'responseEntity']) ?? [];
  const item = type?.value.kind === 'list' ? type.value.items[0] : type?.value;
  if (type === undefined || item?.kind !== 'class') return call;
  const { layers } = call.object;
  return { ...call, object: { ...call.object, layers: [{ args: [{ ...type, name: 'entity' }], positional: [] }, ...layers] } };
}

function withPrompt(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const own = layers[layers.length - 1];
  const values = (own?.args ?? []).filter(argument => argument.name === undefined).map(argument => promptOf(argument.value));
  const listed = last(layers, 'messages');
  const items = values.length > 0 ? values : listed === undefined ? [] : [promptOf(listed)];
  // What is passed by itself is one text or prompt, whatever it holds.
  const sent = items.flatMap(value => (value.kind === 'list' ? itemsOf(value) : [value]));
  return withMessages(
    call,
    sent.map(each => (isText(each) ? madeMessage('user', each) : each)),
  );
}

function withMessages(call: SdkCall, items: readonly Value[]): SdkCall {
  const [first] = items;
  const { layers } = call.object;
  if (first === undefined) return call;
  const options = layers
    .flatMap(layer => layer.args.map(argument => optionsOf(argument.value) ?? []))
    .flat()
    .map(value => ({ name: 'options', value, at: value.at }));
  const messages: Argument = { name: 'messages', value: { kind: 'list', at: first.at, items }, at: first.at };
  const others = layers.map(layer => ({ ...layer, args: layer.args.filter(argument => argument.name !== 'messages') }));
  const kept = others.map((layer, index) =>
    index === others.length - 1 && call.object.kind !== 'request' ? { ...layer, args: [] } : layer,
  );
  return { ...call, object: { ...call.object, layers: [...kept, { args: [...options, messages], positional: [] }] } };
}

function last(layers: readonly ArgumentLayer[], name: string): Value | undefined {
  return all(layers, name).at(-1);
}

function all(layers: readonly ArgumentLayer[], name: string): readonly Value[] {
  return layers.flatMap(layer => {
    const named = layer.args.filter(argument => argument.name === name).map(argument => argument.value);
    const placed =
      layer.positional[0] === name ? layer.args.filter(argument => argument.name === undefined).map(argument => argument.value) : [];
    return [...named, ...placed];
  });
}

/** `user(u -> u.text("… {topic} …").param("topic", topic))` */
function textOf(value: Value | undefined): Value | undefined {
  const record = value?.kind === 'call' ? asRecord(value) : undefined;
  if (value === undefined || record === undefined) return value;
  const text = entryOf(record, 'text').value;
  if (text === undefined) return value;
  const params = value.kind === 'call' ? value.args.filter(argument => argument.name === 'param' || argument.name === 'params') : [];
  return filled(firstOf(text), 'f-string', given(params.map(argument => argument.value)));
}

/** A text, or a resource together with its character set. */
function firstOf(value: Value): Value {
  return value.kind === 'list' ? (value.items[0] ?? value) : value;
}

function given(params: readonly Value[]): Given {
  return name => {
    for (const param of params) {
      if (param.kind === 'record') {
        const found = entryOf(param, name).value;
        if (found !== undefined) return found;
      }
      const [key, value] = param.kind === 'list' ? param.items : [];
      if (key !== undefined && value !== undefined && plainText(key) === name) return value;
    }
    return undefined;
  };
}

/** `new Prompt(messages, options)`, `new PromptTemplate("… {x} …").create(Map.of("x", x))`, `template.createMessage(…)`. */
function promptOf(value: Value): Value {
  if (value.kind !== 'call') return value;
  const { callee, args } = value;
  if (callee.kind === 'external' && callee.path[0] === 'Prompt')
    return args.find(argument => argument.name === 'messages' || argument.name === 'content')?.value ?? args[0]?.value ?? value;
  if (callee.kind !== 'member' || !/^(?:create|createMessage|render)$/.test(callee.key) || callee.object.kind !== 'call') return value;
  const { object } = callee;
  const type = object.callee.kind === 'external' ? (object.callee.path[0] ?? '') : '';
  if (!/^(?:System|Assistant)?PromptTemplate$/.test(type)) return value;
  const template = object.args.find(argument => argument.name === 'template')?.value ?? object.args[0]?.value;
  const variables = object.args.filter(argument => argument.name === 'variables').map(argument => argument.value);
  if (template === undefined) return value;
  const text = filled(template, 'f-string', given([...args.map(argument => argument.value), ...variables]));
  const role = type.startsWith('System') ? 'system' : type.startsWith('Assistant') ? 'assistant' : 'user';
  return callee.key === 'render' ? text : madeMessage(role, text);
}

function itemsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items.map(promptOf);
  return [value.kind === 'param' || value.kind === 'hole' ? { kind: 'spread', at: value.at, value } : value];
}

function isText({ kind }: Value): boolean {
  return kind === 'text' || kind === 'template' || kind === 'operation' || kind === 'choice';
}

/** Options of one maker's models say whose model it is. */
function withOptionsProvider(call: SdkCall): SdkCall {
  if (call.object.provider !== undefined) return call;
  const options = call.object.layers.flatMap(layer =>
    ['options', 'defaultOptions', 'chatOptions'].flatMap(name => argumentIn(layer, name) ?? []),
  );
  const named = options.flatMap(value => {
    const type = value.kind === 'call' && value.callee.kind === 'external' ? value.callee.path[0] : undefined;
    return (type && providerOfOptions(type)) ?? [];
  });
  const provider = named[named.length - 1];
  return provider === undefined ? call : { ...call, object: { ...call.object, provider } };
}

function optionsOf(value: Value): Value | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'external' || value.callee.path[0] !== 'Prompt') return undefined;
  return value.args.find(argument => argument.name === 'chatOptions')?.value ?? value.args[1]?.value;
}

/** What no code says, the starter's settings do: `spring.ai.openai.chat.options.model`. */
function withSettings(call: SdkCall, { settingOf, libraries, isPassed }: Surroundings): SdkCall {
  const { object, shape } = call;
  if (object.layers.some(layer => layer.args.some(({ name, value }) => name === 'model' && isPassed(value)))) return call;
  const part = object.kind === 'embeddings' ? 'embedding' : 'chat';
  const setting = (prefix: string, key: string) => settingOf(`${prefix}.${part}.options.${key}`) ?? settingOf(`${prefix}.${part}.${key}`);
  const known = STARTERS.filter(({ provider }) => object.provider === undefined || provider === object.provider);
  const found = [...new Map(known.map(starter => [starter.prefix, starter])).values()].flatMap(starter => {
    const model = setting(starter.prefix, 'model') ?? setting(starter.prefix, 'deployment-name');
    return model === undefined ? [] : [{ ...starter, model, stated: setting(starter.prefix, starter.cap) }];
  });
  const chosen = settingOf(`spring.ai.model.${part}`);
  const asked = found.length > 1 && chosen?.kind === 'text' ? found.filter(({ prefix }) => prefix.endsWith(chosen.text.text)) : found;
  // A section of the settings may stand there for a starter that this build doesn't take.
  const built = asked.length > 1 ? asked.filter(({ library }) => [...libraries()].some(named => brings(library, named))) : [];
  const [only, ...others] = built.length > 0 ? built : asked;
  if (only === undefined) return call;
  const model = choose(
    only.model.at,
    [only, ...others].map(each => each.model),
  );
  const { cap } = only;
  const stated = others.length === 0 ? only.stated : undefined;
  const provider = others.length === 0 ? only.provider : object.provider;
  const args = [
    { name: 'model', value: model, at: model.at },
    ...(stated === undefined || shape.cap.length === 0 ? [] : [{ name: cap, value: stated, at: stated.at }]),
  ];
  return {
    ...call,
    object: { ...object, provider, unseen: others.length > 0, layers: [{ args, positional: [] }, ...object.layers.map(withoutPassed)] },
  };
}

/** Where the framework makes the object, what was passed in is that. */
function withoutPassed(layer: ArgumentLayer): ArgumentLayer {
  const args = layer.args.filter(({ name, value }) => {
    const passed = value.kind === 'spread' ? value.value : value;
    return passed.kind !== 'param' || (name === undefined ? value.kind !== 'spread' : name !== 'model');
  });
  return args.length === layer.args.length ? layer : { ...layer, args };
}
