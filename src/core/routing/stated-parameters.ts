import { asRecord } from '../request/arguments';
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

/** What a request sets, by name in snake case (`topP` is `top_p`). Of parameters that are set twice the later. */
export function statedParameters({ parameters, api }: Pick<CallSite, 'parameters' | 'api'>): ReadonlyMap<string, StatedParameter> {
  const stated = new Map<string, StatedParameter>();
  const add = (name: string, path: string, value: Value, depth: number): void => {
    if (isAbsent(value)) return;
    const key = ownName(snakeCase(name));
    const record = CONTAINERS.has(key) || (key === GOOGLE_CONTAINER && !api.startsWith('langchain')) ? asRecord(value) : undefined;
    if (record === undefined || depth >= MOST_DEPTH) {
      stated.set(key, { path, value });
      return;
    }
    for (const entry of record.entries)
      if (entry.key !== undefined) add(entry.key, `${path}.${entry.key}`, entry.value, depth + 1);
      else stated.set(`${key}.*`, { path, value: entry.value });
  };
  for (const [name, argument] of Object.entries(parameters)) if (!name.includes('.')) add(name, name, argument.value, 0);
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
