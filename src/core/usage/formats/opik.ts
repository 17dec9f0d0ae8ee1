import { numberIn, textIn, textsIn, timeIn } from '../fields';
import type { UsageFormat } from '../usage-record';

/** Spans of Opik. */
export const format: UsageFormat = {
  id: 'opik',
  title: 'Opik spans',
  read(row) {
    if (!('trace_id' in row) || !('usage' in row || 'total_estimated_cost' in row)) return undefined;
    const model = textIn(row, 'model');
    if (textIn(row, 'type') !== 'llm' || model === undefined) return [];
    const provider = textIn(row, 'provider');
    const usd = numberIn(row, 'total_estimated_cost');
    const at = timeIn(row, 'start_time');
    return [
      {
        requests: 1,
        ...(provider === undefined ? {} : { provider }),
        model,
        inputTokens: numberIn(row, 'usage.prompt_tokens', 'usage.input_tokens') ?? 0,
        cacheReadTokens:
          numberIn(row, 'usage.original_usage.prompt_tokens_details.cached_tokens', 'usage.original_usage.cache_read_input_tokens') ?? 0,
        cacheWriteTokens: numberIn(row, 'usage.original_usage.cache_creation_input_tokens') ?? 0,
        outputTokens: numberIn(row, 'usage.completion_tokens', 'usage.output_tokens') ?? 0,
        ...(usd === undefined ? {} : { usd }),
        ...(at === undefined ? {} : { at }),
        names: textsIn(row, 'name'),
        tags: textsIn(row, 'tags'),
      },
    ];
  },
};
