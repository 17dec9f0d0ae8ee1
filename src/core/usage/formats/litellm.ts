import { field, numberIn, textIn, textsIn, timeIn } from '../fields';
import type { UsageFormat } from '../usage-record';

/** Rows of LiteLLM's spend logs. */
export const format: UsageFormat = {
  id: 'litellm',
  title: 'LiteLLM spend logs',
  read(row) {
    if (!('request_id' in row) || !('spend' in row) || !('call_type' in row || 'model_group' in row)) return undefined;
    const model = textIn(row, 'model');
    if (model === undefined) return [];
    const usd = numberIn(row, 'spend');
    const at = timeIn(row, 'startTime', 'start_time');
    const provider = textIn(row, 'custom_llm_provider');
    const usage = 'metadata.usage_object';
    return [
      {
        requests: 1,
        ...(provider === undefined ? {} : { provider }),
        model,
        inputTokens: numberIn(row, 'prompt_tokens') ?? 0,
        cacheReadTokens: numberIn(row, `${usage}.prompt_tokens_details.cached_tokens`, `${usage}.cache_read_input_tokens`) ?? 0,
        cacheWriteTokens: numberIn(row, `${usage}.cache_creation_input_tokens`) ?? 0,
        outputTokens: numberIn(row, 'completion_tokens') ?? 0,
        ...(usd === undefined || field(row, 'cache_hit') === 'True' ? {} : { usd }),
        ...(at === undefined ? {} : { at }),
        names: textsIn(row, 'model_group'),
        tags: textsIn(row, 'request_tags'),
      },
    ];
  },
};
