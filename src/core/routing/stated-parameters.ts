import { asRecord } from '../request/as-record';
import type { CallSite } from '../request/call-site';
import { isAbsent } from '../request/hidden-options';
import type { Value } from '../source/values';

/** A parameter that a request sets, wherever in its options it stands. */
export interface StatedParameter {
  /** As written, with the path to it: `config.temperature`. */
  readonly path: string;
  readonly value: Value;
}

/** Options that hold parameters of the request and are none themselves, by the name that all languages' spellings share. */
const CONTAINERS = new Set(['generation_config', 'inference_config', 'model_kwargs', 'thinking_config', 'reasoning', 'output_config']);
/** LangChain calls what belongs to one run by the same name. */
const GOOGLE_CONTAINER = 'config';
/** Deeper options are none that are known. */
const MOST_DEPTH = 3;

/** Packages that send what they are told to an address: under one of these names stands what the API itself is told, and beside it what it never sees. */
const PLAIN_REQUESTS = /^http(?:-|$)/;
const BODIES = new Set(['body', 'json', 'data', 'content']);
const OF_SENDING = new Set(
  [
    'url method headers params query signal timeout auth authorization cookies proxies proxy verify cert allow_redirects redirect follow_redirects',
    'mode cache credentials with_credentials keepalive dispatcher agent http_agent https_agent retry throw throw_http_errors fetch ssl duplex',
    'base_url prefix_url response_type validate_status cancel_token max_body_length max_content_length',
    'openWhenHidden onopen onmessage onclose onerror onload on_download_progress next',
  ]
    .flatMap(line => line.split(' '))
    .map(snakeCase),
);

/** What a request sets, by name in snake case (`topP` is `top_p`). Of parameters that are set twice the later. */
export function statedParameters({
  parameters,
  api,
  sdk,
}: Pick<CallSite, 'parameters' | 'api' | 'sdk'>): ReadonlyMap<string, StatedParameter> {
  const isPlain = PLAIN_REQUESTS.test(sdk);
  const stated = new Map<string, StatedParameter>();
  const add = (name: string, path: string, value: Value, depth: number): void => {
    if (isAbsent(value)) return;
    const key = ownName(snakeCase(name));
    const isContainer = CONTAINERS.has(key) || (key === GOOGLE_CONTAINER && !api.startsWith('langchain'));
    const record = isContainer || (isPlain && depth === 0 && BODIES.has(key)) ? asRecord(value) : undefined;
    if (record === undefined || depth >= MOST_DEPTH) {
      stated.set(key, { path, value });
      return;
    }
    for (const entry of record.entries)
      if (entry.key !== undefined) add(entry.key, `${path}.${entry.key}`, entry.value, depth + 1);
      else stated.set(`${key}.*`, { path, value: entry.value });
  };
  for (const [name, argument] of Object.entries(parameters)) {
    // A name that begins with a space is what the address says.
    const isOfSending = isPlain && (name.startsWith(' ') || OF_SENDING.has(snakeCase(name)));
    if (!name.includes('.') && !isOfSending) add(name, name, argument.value, 0);
  }
  return stated;
}

/** What packages for .NET call otherwise than the API and all other packages. */
const OTHERWISE: Readonly<Record<string, string>> = {
  ...{ max_output_token_count: 'max_output_tokens', end_user_id: 'user', stored_output_enabled: 'store', logit_biases: 'logit_bias' },
  ...{ top_log_probability_count: 'top_logprobs', include_log_probabilities: 'logprobs', text_options: 'text' },
  ...{ reasoning_effort_level: 'reasoning_effort', reasoning_options: 'reasoning', chat_system_prompt: 'system' },
  ...{ credential: 'api_key', credentials: 'api_key', api_keys: 'api_key', options: 'http_options', client: 'http_client' },
  ...{ input_items: 'input', user_input_text: 'input', chat_message: 'messages', inner_client: 'http_client', default_model_id: 'model' },
  ...{ additional_properties: 'extra_body', raw_representation_factory: 'extra_body' },
  // Semantic Kernel's, whose settings stand beside them.
  ...{
    kernel: 'name',
    function: 'name',
    arguments: 'name',
    settings: 'name',
    tool_call_behavior: 'tools',
    function_choice_behavior: 'tools',
  },
};

function ownName(name: string): string {
  return (Object.hasOwn(OTHERWISE, name) ? OTHERWISE[name] : undefined) ?? name;
}

export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
