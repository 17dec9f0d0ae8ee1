import { entryOf } from '../link/entries';
import { hole } from '../link/hole';
import { namedArguments } from '../request/arguments';
import { asText } from '../request/resolve';
import type { Argument, Value } from '../source/values';
import { argumentIn } from './handed';
import { CHAT, COMPLETIONS, EMBEDDINGS, IMAGES, RESPONSES, TRANSCRIPTION } from './openai-requests';
import type { CallShape, Sdk } from './sdk';
import type { ArgumentLayer, SdkCall } from './sdk-call';

const PROXY = ['api_base', 'base_url'];
const chat = { ...CHAT, cap: ['max_tokens', 'max_completion_tokens'], modelForm: '/', positional: ['model', 'messages'] } as const;

type Request = Omit<CallShape, 'path' | 'streams' | 'on'>;

/** Each request is a function of the package, and a method of its router. */
function both(request: Request, ...paths: readonly string[]): readonly CallShape[] {
  return paths.flatMap(path => [
    { ...request, path, on: 'module', streams: false },
    { ...request, path, on: 'router', streams: false },
  ]);
}

export const sdk: Sdk = {
  id: 'litellm',
  modules: ['litellm'],
  makers: { Router: { makes: 'router', positional: ['model_list'] } },
  baseUrlArguments: PROXY,
  calls: [
    ...both(chat, 'completion', 'acompletion', 'batch_completion', 'abatch_completion', 'completion_with_retries'),
    ...both({ ...COMPLETIONS, modelForm: '/', positional: ['prompt', 'model'] }, 'text_completion', 'atext_completion'),
    ...both({ ...EMBEDDINGS, modelForm: '/', positional: ['model', 'input'] }, 'embedding', 'aembedding'),
    ...both({ ...RESPONSES, modelForm: '/', positional: ['input', 'model'] }, 'responses', 'aresponses'),
    ...both({ ...IMAGES, modelForm: '/', positional: ['prompt', 'model'] }, 'image_generation', 'aimage_generation'),
    ...both({ ...TRANSCRIPTION, modelForm: '/', positional: ['model', 'file'] }, 'transcription', 'atranscription'),
  ],
  read: routed,
};

/** A router knows models by names of its own: those of its list that bear the name are what may be called. */
function routed(call: SdkCall): SdkCall | readonly SdkCall[] {
  const { object, shape } = call;
  if (object.kind !== 'router') return call;
  const [made, ...others] = object.layers;
  const list = made && argumentIn(made, 'model_list');
  const asked = namedArguments(others).get(shape.model)?.value;
  const names = asked === undefined ? [] : asked.kind === 'choice' ? asked.options.map(asText) : [asText(asked)];
  const meant = names.map(name =>
    list?.kind === 'list' && name !== undefined ? list.items.flatMap(item => parametersOf(item, name)) : [],
  );
  const own = meant.flat();
  if (own.length === 0 || meant.some(parameters => parameters.length === 0)) {
    const isNoneOfIts = isInSight(list) && names.every(name => name !== undefined);
    const layers = asked === undefined || isNoneOfIts ? others : [...withoutModel(others, shape), unknownModel(asked)];
    return { ...call, object: { ...object, layers } };
  }
  return own.map(parameters => ({ ...call, object: { ...object, layers: [...withoutModel(others, shape), layerOf(parameters)] } }));
}

/** Every model of the list says what it is called, so that another name is none of its own. */
function isInSight(list: Value | undefined): boolean {
  const isNamed = (item: Value) => {
    const alias = item.kind === 'record' ? entryOf(item, 'model_name') : undefined;
    return alias?.value !== undefined && alias.open === undefined && asText(alias.value) !== undefined;
  };
  return list?.kind === 'list' && list.items.every(isNamed);
}

/** What a router calls so, its list says, which may come from elsewhere (`Router(model_list=config["models"])`), and its cap. */
function unknownModel(asked: Value): ArgumentLayer {
  const { at } = asked;
  const parameters: Argument = { value: { kind: 'spread', at, value: hole(at, 'the list of the router', 'is not in sight') }, at };
  return { args: asked.kind === 'param' ? [{ name: 'model', value: asked, at }, parameters] : [parameters], positional: [] };
}

/** `{"model_name": "fast", "litellm_params": {"model": "azure/gpt-5.4-mini"}}` */
function parametersOf(item: Value, name: string): readonly Value[] {
  if (item.kind !== 'record') return [];
  const alias = entryOf(item, 'model_name').value;
  const parameters = entryOf(item, 'litellm_params').value;
  return alias !== undefined && asText(alias) === name && parameters?.kind === 'record' ? [parameters] : [];
}

/** The alias is no model. */
function withoutModel(layers: readonly ArgumentLayer[], { model }: CallShape): readonly ArgumentLayer[] {
  return layers.map(layer => ({
    ...layer,
    args: layer.args.filter((argument, index) => !model.includes(argument.name ?? layer.positional[index] ?? '')),
    positional: layer.positional.filter(name => !model.includes(name)),
  }));
}

function layerOf(parameters: Value): ArgumentLayer {
  return { args: [{ value: { kind: 'spread', at: parameters.at, value: parameters }, at: parameters.at }], positional: [] };
}
