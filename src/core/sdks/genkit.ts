import { namedArguments } from '../request/arguments';
import type { Value, ValueOf } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { withPromptFile, withUnreadPrompt } from './loaded-prompt';
import type { CallShape, Maker, MethodMaker, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

const request = {
  api: 'genkit',
  model: ['modelId', 'model'],
  messages: ['messages', 'prompt'],
  system: ['system'],
  tools: ['tools'],
  rounds: { by: ['maxTurns'], unlessStated: 'several' },
  cap: ['config.maxOutputTokens', 'config.max_output_tokens', 'config.max_tokens'],
  capRequired: false,
  schema: ['output.schema', 'output_schema'],
  modelForm: '/',
  objects: ['model'],
  positional: ['prompt'],
} as const;

const embedding = {
  ...request,
  ...{ api: 'genkit-embeddings', streams: false, model: ['modelId', 'embedder'], messages: ['content'], objects: ['embedder'] },
  ...{ system: [], tools: [], cap: [], schema: [], positional: [] },
};

const calls: readonly CallShape[] = [
  { ...request, path: 'generate', streams: false },
  { ...request, path: 'generateStream', streams: true },
  { ...request, path: 'generate_stream', streams: true },
  // Older: functions of the package, which take everything by name.
  { ...request, on: 'module', path: 'generate', streams: false },
  { ...request, on: 'prompt', path: '', streams: false, messages: ['messages', 'prompt'], positional: ['input'], objects: [] },
  { ...request, on: 'prompt', path: 'stream', streams: true, messages: ['messages', 'prompt'], positional: ['input'], objects: [] },
  // Older: a prompt of @genkit-ai/dotprompt takes its input by name.
  { ...request, on: 'prompt', path: 'generate', streams: false, objects: ['model'], positional: [] },
  { ...request, on: 'prompt', path: 'generateStream', streams: true, objects: ['model'], positional: [] },
  { ...request, on: 'chat', path: 'send', streams: false, objects: [] },
  { ...request, on: 'chat', path: 'sendStream', streams: true, objects: [] },
  { ...embedding, path: 'embed' },
  { ...embedding, path: 'embedMany' },
];

const methods: readonly MethodMaker[] = [
  ...['model', 'embedder', 'imageModel'].map(path => ({ on: 'plugin', path, makes: 'model', positional: ['modelId'] })),
  { on: 'client', path: 'definePrompt', makes: 'prompt', objects: ['model'], positional: ['options', 'prompt'] },
  { on: 'client', path: 'prompt', makes: 'prompt', positional: ['promptName'] },
  { on: 'client', path: 'chat', makes: 'chat', objects: ['model'] },
];

/** `ai.generate('Hello.')` takes a text as well, and an object of options in the same place. */
function read(call: SdkCall, _objectsOf: unknown, { promptIn }: Surroundings): SdkCall {
  const { layers } = call.object;
  const named = namedArguments(layers);
  const name = call.shape.on === 'prompt' ? named.get(['promptName'])?.value : undefined;
  if (name !== undefined) {
    const folder = named.get(['promptDir'])?.value;
    const document = name.kind === 'text' ? promptIn(inFolder(name, folder)) : undefined;
    if (document === undefined) return withUnreadPrompt(call, name);
    const shape = document.model === undefined ? call.shape : { ...call.shape, model: ['model'] };
    return withPromptFile({ ...call, shape }, document, layers.length - 1);
  }
  const last = layers[layers.length - 1];
  const [first] = last?.args ?? [];
  if (last === undefined || first?.value.kind !== 'record' || call.shape.on === 'prompt') return call;
  return { ...call, object: { ...call.object, layers: [...layers.slice(0, -1), { ...last, positional: [] }] } };
}

/** `ai.prompt('greet')` is `greet.prompt` in the client's `promptDir`, below the folder that the program is started in. */
function inFolder(name: ValueOf<'text'>, folder: Value | undefined): ValueOf<'text'> {
  const path = folder?.kind === 'text' ? folder.text.text.replace(/^\.\//, '') : 'prompts';
  return { ...name, text: { ...name.text, text: `${path}/${name.text.text}.prompt`, runs: [] } };
}

const plugin = (provider: string): Maker => ({ is: 'plugin', provider });
/** A model that has a name of its own: the one it stands for, by the package's source. */
const constant = (defaultModel: string, provider = 'google'): Maker => ({ is: 'model', provider, defaultModel });
/** Those of genkitx-openai and genkitx-anthropic, the latter with the version that is sent for them (their sources, read on 2026-11-22). */
const OF_OTHERS = {
  openai: {
    ...{
      gpt45: 'gpt-4.5',
      gpt4o: 'gpt-4o',
      gpt4oMini: 'gpt-4o-mini',
      gpt4Turbo: 'gpt-4-turbo',
      gpt4: 'gpt-4',
      gpt35Turbo: 'gpt-3.5-turbo',
    },
    ...{ gpt41: 'gpt-4.1', gpt41Mini: 'gpt-4.1-mini', gpt41Nano: 'gpt-4.1-nano', o1: 'o1', o3: 'o3', o3Mini: 'o3-mini', o4Mini: 'o4-mini' },
  },
  anthropic: {
    ...{ claude37Sonnet: 'claude-3-7-sonnet-latest', claude35Sonnet: 'claude-3-5-sonnet-latest', claude35Haiku: 'claude-3-5-haiku-latest' },
    ...{ claude3Opus: 'claude-3-opus-20240229', claude3Sonnet: 'claude-3-sonnet-20240229', claude3Haiku: 'claude-3-haiku-20240307' },
  },
};
const ofOthers = Object.entries(OF_OTHERS).flatMap(([provider, models]) =>
  Object.entries(models).map(([name, model]) => [name, constant(model, provider)] as const),
);
const client: Maker = { makes: 'client', objects: ['model'] };
const prompt: Maker = { makes: 'prompt', positional: ['promptName'] };

export const sdk: Sdk = {
  id: 'genkit',
  modules: [
    'genkit',
    '@genkit-ai/ai',
    '@genkit-ai/dotprompt',
    '@genkit-ai/googleai',
    '@genkit-ai/google-genai',
    '@genkit-ai/vertexai',
    '@genkit-ai/compat-oai',
    '@genkit-ai/anthropic',
    'genkitx-openai',
    'genkitx-anthropic',
    'genkitx-ollama',
  ],
  makers: {
    genkit: client,
    Genkit: client,
    prompt,
    promptRef: prompt,
    defineDotprompt: { makes: 'prompt', objects: ['model'], positional: ['options', 'prompt'] },
    googleAI: plugin('google'),
    vertexAI: plugin('google'),
    openAI: plugin('openai'),
    anthropic: plugin('anthropic'),
    xAI: plugin('x-ai'),
    deepSeek: plugin('deepseek'),
    ollama: plugin('ollama'),
    vertexModelGarden: plugin('google'),
    // Default exports of the package's parts.
    'openai.default': plugin('openai'),
    'xai.default': plugin('x-ai'),
    'deepseek.default': plugin('deepseek'),
    ...Object.fromEntries(ofOthers),
    gemini15Flash: constant('gemini-1.5-flash'),
    gemini15Pro: constant('gemini-1.5-pro'),
    gemini20Flash: constant('gemini-2.0-flash'),
    gemini20FlashLite: constant('gemini-2.0-flash-lite'),
  },
  methods,
  baseUrlArguments: [],
  calls,
  read,
};
