import type { RequestFeature } from '../prices/parameters/parameters';
import { asRecord, entryArgument } from '../request/as-record';
import type { CallSite } from '../request/call-site';
import { asText } from '../request/resolve';
import { lastName } from '../source/last-name';
import type { Value } from '../source/values';
import { type StatedParameter, snakeCase, statedParameters } from './stated-parameters';
import { statedBudget, thinkingType } from './thinking';

/** What a request asks for that a model may refuse. */
export interface FeatureInUse {
  readonly feature: RequestFeature;
  /** As the code names it: `temperature`. */
  readonly name: string;
}

/** What is asked for by a parameter, unless it has the default that every model accepts. */
const BY_PARAMETER: Readonly<Record<string, { readonly feature: RequestFeature; readonly defaults?: readonly (number | boolean)[] }>> = {
  temperature: { feature: 'sampling', defaults: [1] },
  top_p: { feature: 'sampling', defaults: [1] },
  top_k: { feature: 'sampling' },
  presence_penalty: { feature: 'penalties', defaults: [0] },
  frequency_penalty: { feature: 'penalties', defaults: [0] },
  logprobs: { feature: 'logprobs', defaults: [false] },
  top_logprobs: { feature: 'logprobs', defaults: [0] },
  logit_bias: { feature: 'logit-bias' },
  stop: { feature: 'stop' },
  stop_sequences: { feature: 'stop' },
  seed: { feature: 'seed' },
  n: { feature: 'several-answers', defaults: [1] },
};

/** Parameters of the transport, of the account and of the request's parts, which don't depend on the model or are judged otherwise. */
const NEUTRAL = new Set(
  [
    'model modelId model_id model_name modelName deployment azure_deployment deployment_name',
    'messages input prompt contents system instructions system_instruction history uiMessages',
    'tools functions schema output experimental_output response_format responseFormat text text_format output_format format',
    'response_schema response_mime_type response_json_schema',
    'stream stream_options streaming stream_usage user metadata store safety_identifier',
    'cache_control prompt_cache_key prompt_cache_options prompt_cache_retention cached_content',
    'api_key openai_api_key anthropic_api_key google_api_key base_url baseURL organization project api_version azure_endpoint endpoint',
    'api_base openai_api_base azure_deployment_name vertexai location region region_name credentials credentials_profile_name debug_config',
    'organization_id openai_organization openai_proxy azure_ad_token azure_ad_token_provider project_id',
    'http_async_client http_agent http_client_builder rest_client_builder web_client_builder default_query custom_headers rate_limiter transport',
    'listeners observation_registry log_requests log_responses logger return_thinking dangerously_allow_browser safety_settings',
    'timeout request_timeout max_retries http_client http_options default_headers extra_headers extra_query headers abort_signal fetch',
    'max_completion_tokens max_output_tokens max_tokens_to_sample num_predict',
    'callbacks tags labels experimental_telemetry verbose cache name run_name config model_provider max_steps max_iterations retriever stop_when on_finish on_error on_chunk on_step_finish',
    // Of programs that are run as agents.
    'system_prompt cwd add_dirs mcp_servers permission_mode continue_conversation resume disallowed_tools hooks agents setting_sources env cli_path',
    'effort reasoning_effort reasoning thinking thinking_level thinking_budget budget_tokens include_thoughts',
    'tool_choice allowed_tools tool_config',
    // Of prompt files.
    'api api_type service_id',
  ]
    .flatMap(line => line.split(' '))
    .map(snakeCase),
);

/** What a request asks for, and the names of parameters about which nothing is known. */
export function featuresInUse(site: CallSite): { readonly features: readonly FeatureInUse[]; readonly unlisted: readonly string[] } {
  const stated = statedParameters(site);
  const features: FeatureInUse[] = [];
  const unlisted: string[] = [];
  for (const [key, parameter] of stated) {
    const known = Object.hasOwn(BY_PARAMETER, key) ? BY_PARAMETER[key] : undefined;
    if (known !== undefined) {
      if (!hasDefault(parameter, known.defaults ?? [])) features.push({ feature: known.feature, name: lastName(parameter.path) });
    } else if (key === 'max_tokens') {
      // Elsewhere it is the only name, or the library writes the right one.
      if (isOpenAiChat(site)) features.push({ feature: 'max_tokens', name: 'max_tokens' });
    } else if (!NEUTRAL.has(key)) unlisted.push(parameter.path);
  }
  const capName = lastName(site.outputCap.parameter);
  if (site.kind === 'prompt-file' && site.outputCap.state === 'set' && capName === 'max_tokens' && site.provider.value === 'openai')
    features.push({ feature: 'max_tokens', name: 'max_tokens' });
  return { features: [...features, ...thinkingFeatures(stated), ...structural(site, stated)], unlisted };
}

function isOpenAiChat({ api }: CallSite): boolean {
  return api === 'openai-chat';
}

function hasDefault({ value }: StatedParameter, defaults: readonly (number | boolean)[]): boolean {
  const values = value.kind === 'choice' ? value.options : [value];
  return values.every(option => option.kind === 'scalar' && option.value !== null && defaults.includes(option.value));
}

function thinkingFeatures(stated: ReadonlyMap<string, StatedParameter>): readonly FeatureInUse[] {
  const budget = statedBudget(stated);
  const off = thinkingType(stated) === 'disabled' || (budget?.value.kind === 'scalar' && budget.value.value === 0);
  return [
    ...(budget === undefined ? [] : [{ feature: 'thinking-budget', name: lastName(budget.path) } as const]),
    ...(off ? [{ feature: 'thinking-off', name: 'thinking switched off' } as const] : []),
  ];
}

function structural(site: CallSite, stated: ReadonlyMap<string, StatedParameter>): readonly FeatureInUse[] {
  const { segments } = site.request;
  const choice = stated.get('tool_choice');
  const last = segments[segments.length - 1];
  return [
    ...(choice !== undefined && forcesTool(choice.value) ? [{ feature: 'forced-tool', name: choice.path } as const] : []),
    ...(last?.role === 'assistant' && !last.repeats
      ? [{ feature: 'prefill', name: 'an answer that is begun in the request' } as const]
      : []),
    ...(isOpenAiChat(site) && segments.some(({ kind }) => kind === 'tools')
      ? [{ feature: 'tools-in-chat', name: 'tools in a chat completion' } as const]
      : []),
  ];
}

/** `auto` and `none` leave the choice to the model; what can't be read may force one. */
function forcesTool(value: Value): boolean {
  const record = asRecord(value);
  const type = asText(value) ?? (record && asText(entryArgument(record, 'type') ?? record));
  return type !== 'auto' && type !== 'none';
}
