import { entryOf } from '../link/entries';
import { hole } from '../link/hole';
import { isNull } from '../link/plain-values';
import { asText } from '../request/resolve';
import { madeText } from '../source/made-values';
import type { Argument, Value } from '../source/values';
import { argumentIn, FREE } from './handed';
import { CHAT, EMBEDDINGS } from './openai-requests';
import type { CallShape, Maker, Sdk } from './sdk';
import type { ArgumentLayer, SdkObject } from './sdk-call';

const chat = {
  ...CHAT,
  on: 'model',
  cap: ['max_tokens', 'max_completion_tokens'],
  schema: ['output_type'],
  modelForm: '/',
  positional: ['messages', 'callbacks', 'name', 'output_type', 'tools'],
} as const;

const embedding = (path: string, messages: string): CallShape => {
  return { ...EMBEDDINGS, on: 'embeddings', path, streams: false, modelForm: '/', messages: [messages], positional: [messages] };
};

const MODEL: Maker = { makes: 'model', fixesModel: 'if stated', gives: configured };
const EMBEDDING: Maker = { makes: 'embeddings', fixesModel: 'if stated', gives: embeddingsNamed };

/** What its names have stood for in all versions that have them. */
const NAMES: Readonly<Record<string, string>> = {
  GPT_5: 'gpt-5-2025-08-07',
  GPT_5_MINI: 'gpt-5-mini-2025-08-07',
  GPT_41: 'gpt-4.1-2025-04-14',
  GPT_4O: 'gpt-4o-2024-11-20',
  GPT_35_TURBO: 'gpt-3.5-turbo-0125',
  CLAUDE_35_SONNET: 'claude-3-5-sonnet-20241022',
  CLAUDE_37_SONNET: 'claude-3-7-sonnet-20250219',
  CLAUDE_45_HAIKU: 'claude-haiku-4-5-20251001',
  CLAUDE_45_SONNET: 'claude-sonnet-4-5-20250929',
  CLAUDE_46_SONNET: 'claude-sonnet-4-6',
  CLAUDE_45_OPUS: 'claude-opus-4-5-20251101',
  CLAUDE_46_OPUS: 'claude-opus-4-6',
  OPENAI_BASELINE: 'gpt-4o-2024-11-20',
  OPENAI_TEST: 'gpt-4o-mini-2024-07-18',
};

/** Language model interface: LiteLLM behind objects that bear a name. */
export const sdk: Sdk = {
  id: 'lmi',
  modules: ['lmi', 'llmclient', 'aviary.core', 'aviary.message'],
  makers: {
    LLMModel: MODEL,
    LiteLLMModel: { ...MODEL, defaultModel: 'gpt-4o-2024-11-20' },
    EmbeddingModel: EMBEDDING,
    LiteLLMEmbeddingModel: { ...EMBEDDING, defaultModel: 'text-embedding-3-small' },
    embedding_model_factory: { makes: 'embeddings', positional: ['name'], gives: embeddingsNamed },
    SparseEmbeddingModel: { makes: FREE },
    SentenceTransformerEmbeddingModel: { makes: FREE },
  },
  modelsStateCaps: true,
  baseUrlArguments: [],
  calls: [
    { ...chat, path: 'call', streams: false },
    { ...chat, path: 'call_single', streams: false },
    { ...chat, path: 'acompletion', streams: false },
    { ...chat, path: 'acompletion_iter', streams: true },
    embedding('embed_documents', 'texts'),
    embedding('embed_document', 'text'),
  ],
  messages: { Message: { positional: ['role', 'content'] } },
  constants: Object.fromEntries(
    Object.entries(NAMES).flatMap(([name, model]) => [
      [`CommonLLMNames.${name}`, model],
      [`CommonLLMNames.${name}.value`, model],
    ]),
  ),
};

/** Its name is the model's, unless its configuration lists what such names stand for; requests have a `name` that is something else. */
function configured(made: SdkObject): SdkObject {
  const [own, ...others] = made.layers;
  const name = own && argumentIn(own, 'name');
  const config = own && argumentIn(own, 'config');
  if (own === undefined) return made;
  const layer = (args: readonly Argument[]): SdkObject => ({ ...made, layers: [{ args, positional: [] }, ...others] });
  const stated = name === undefined ? [] : [{ name: 'model', value: name, at: name.at }];
  const [only, ...more] = config === undefined ? [] : ways(config);
  if (only === undefined) return layer(stated);
  if (more.length === 0 && only.kind === 'record') {
    const list = entryOf(only, 'model_list');
    if (list.value === undefined && list.open === undefined) return layer([...stated, spread(only)]);
    const [parameters, ...others] = list.value?.kind === 'list' ? parametersIn(list.value.items, name) : [];
    if (parameters !== undefined && others.length === 0) return layer([spread(parameters)]);
  }
  return layer([spread(hole(only.at, 'the configuration of the model', 'is not in sight'))]);
}

/** `self.llm_config or default_config(self.llm)`: what holds where neither a caller nor the environment says otherwise. */
function ways(config: Value): readonly Value[] {
  if (config.kind === 'param' && config.fallback !== undefined) return ways(config.fallback);
  if (config.kind !== 'choice') return isNull(config) ? [] : [config];
  const each = config.options.flatMap(ways);
  const inSight = each.filter(({ kind }) => kind === 'record');
  return inSight.length === 0 ? each : inSight;
}

/** What models are asked with by a name; a list of one has no other. */
function parametersIn(list: readonly Value[], name: Value | undefined): readonly Value[] {
  const meant = list.length === 1 ? list : list.filter(item => name !== undefined && isCalled(item, name));
  return meant.flatMap(item => (item.kind === 'record' ? (entryOf(item, 'litellm_params').value ?? []) : []));
}

function isCalled(item: Value, name: Value): boolean {
  const alias = item.kind === 'record' ? entryOf(item, 'model_name').value : undefined;
  return alias !== undefined && asText(alias) !== undefined && asText(alias) === asText(name);
}

function spread(value: Value): Argument {
  return { value: { kind: 'spread', at: value.at, value }, at: value.at };
}

/** What runs without a provider says so by its name: `sparse`, `st-…`. */
function embeddingsNamed(made: SdkObject): SdkObject {
  const [own, ...others] = made.layers;
  const name = own && argumentIn(own, 'name');
  if (name === undefined) return made;
  const text = asText(name);
  if (text === 'sparse' || text?.startsWith('st-') === true) return { ...made, kind: FREE };
  const [, behind] = /^(?:litellm|hybrid)-(.+)/.exec(text ?? '') ?? [];
  const value = behind === undefined ? name : madeText(behind, name.at);
  const layer: ArgumentLayer = { args: [{ name: 'model', value, at: name.at }], positional: [] };
  return { ...made, layers: [layer, ...others] };
}
