import type { CallShape, Maker, Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

/** https://github.com/strands-agents/sdk-python; `index.d.ts` of @strands-agents/sdk 1.16. */
const request = {
  api: 'strands',
  model: ['model_id', 'modelId', 'model'],
  messages: ['prompt'],
  system: ['system_prompt', 'systemPrompt'],
  tools: ['tools'],
  rounds: { by: [], unlessStated: 'several' },
  cap: [
    'max_tokens',
    'maxTokens',
    'params.max_tokens',
    'params.max_completion_tokens',
    'params.max_output_tokens',
    'params.maxOutputTokens',
  ],
  capRequired: false,
  schema: ['structured_output_model', 'output_model', 'structuredOutputSchema'],
  on: 'agent',
} as const;

const calls: readonly CallShape[] = [
  ...['', 'invoke_async', 'invoke'].map(path => ({ ...request, path, streams: false, positional: ['prompt'] })),
  ...['stream_async', 'stream'].map(path => ({ ...request, path, streams: true, positional: ['prompt'] })),
  ...['structured_output', 'structured_output_async'].map(path => {
    return { ...request, path, streams: false, positional: ['output_model', 'prompt'] };
  }),
];

function model(provider?: string, more: Partial<Maker> = {}): Maker {
  return { makes: 'model', fixesModel: 'if stated', ...(provider === undefined ? {} : { provider }), ...more };
}

/** Each version has a cap of its own for models that state none. */
function capsItself(made: SdkObject): SdkObject {
  return { ...made, capsItself: true };
}

/** A model's name alone is one of Bedrock's. */
function ofBedrock(made: SdkObject): SdkObject {
  const named = made.layers.some(({ args, positional }) => {
    return args.some(
      ({ name, value }, index) => (name ?? positional[index]) === 'model' && (value.kind === 'text' || value.kind === 'template'),
    );
  });
  return named && made.provider === undefined ? { ...made, provider: 'aws' } : made;
}

const MODELS = {
  BedrockModel: model('aws'),
  AnthropicModel: model('anthropic', { gives: capsItself }),
  OpenAIModel: model('openai'),
  OpenAIResponsesModel: model('openai'),
  GeminiModel: model('google'),
  GoogleModel: model('google'),
  MistralModel: model('mistral'),
  OllamaModel: model('ollama'),
  LiteLLMModel: model(),
} as const;
const FILES = ['bedrock', 'anthropic', 'openai', 'openai_responses', 'gemini', 'mistral', 'ollama', 'litellm'];

export const sdk: Sdk = {
  id: 'strands',
  modules: ['strands', '@strands-agents/sdk'],
  makers: {
    Agent: {
      makes: 'agent',
      fixesModel: 'if stated',
      objects: ['model'],
      positional: ['model', 'messages', 'tools', 'system_prompt'],
      gives: ofBedrock,
    },
    ...MODELS,
    ...Object.fromEntries(
      ['models', ...FILES.map(file => `models.${file}`)].flatMap(folder =>
        Object.entries(MODELS).map(([name, maker]) => [`${folder}.${name}`, maker]),
      ),
    ),
  },
  modelsStateCaps: true,
  baseUrlArguments: ['client_args.base_url', 'host'],
  calls,
};
