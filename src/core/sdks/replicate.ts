import type { CallShape, Sdk } from './sdk';

const own = { makes: 'client', provider: 'replicate' } as const;

/** Every model has an input of its own; language models share these names. */
const run: Omit<CallShape, 'path' | 'streams'> = {
  api: 'replicate',
  provider: 'replicate',
  model: ['ref'],
  messages: ['input.prompt', 'input.messages'],
  system: ['input.system_prompt'],
  tools: [],
  cap: ['input.max_tokens', 'input.max_new_tokens', 'input.max_completion_tokens'],
  capRequired: false,
  schema: [],
  positional: ['ref'],
  chargedBy: 'the time or the tokens of the model, as its page says',
};

const paths = ['run', 'async_run', 'stream', 'async_stream'];
/** What runs on without being waited for: `predictions.create({ model, input })`, where a version may stand for the model. */
const started = { ...run, model: ['model', 'ref', 'version'], streams: false } as const;
const calls = [
  ...paths.map(path => ({ ...run, path, streams: path.endsWith('stream') })),
  ...['predictions.create', 'predictions.async_create'].map(path => ({ ...started, path, positional: [] })),
  ...['models.predictions.create', 'models.predictions.async_create'].map(path => ({ ...started, path, positional: ['model', 'input'] })),
];

export const sdk: Sdk = {
  id: 'replicate',
  modules: ['replicate'],
  makers: { default: own, Replicate: own, Client: own },
  baseUrlArguments: ['base_url', 'baseUrl'],
  calls: [...calls, ...calls.map(call => ({ ...call, on: 'module' }))],
};
