import { numberIn, textIn, textsIn, timeIn } from '../fields';
import type { UsageFormat } from '../usage-record';

/** Anthropic's usage table. It sums minutes or days without telling how many calls they hold. */
export const format: UsageFormat = {
  id: 'anthropic',
  title: 'Anthropic usage CSV',
  read(row) {
    if (!('usage_input_tokens_no_cache' in row) || !('model_version' in row)) return undefined;
    const model = textIn(row, 'model_version');
    if (model === undefined) return [];
    const cacheReadTokens = numberIn(row, 'usage_input_tokens_cache_read') ?? 0;
    const cacheWriteTokens =
      (numberIn(row, 'usage_input_tokens_cache_write_5m') ?? 0) + (numberIn(row, 'usage_input_tokens_cache_write_1h') ?? 0);
    const at = timeIn(row, 'usage_date_utc');
    return [
      {
        provider: 'anthropic',
        model,
        inputTokens: (numberIn(row, 'usage_input_tokens_no_cache') ?? 0) + cacheReadTokens + cacheWriteTokens,
        cacheReadTokens,
        cacheWriteTokens,
        outputTokens: numberIn(row, 'usage_output_tokens') ?? 0,
        ...(at === undefined ? {} : { at }),
        names: [],
        tags: [...textsIn(row, 'workspace'), ...textsIn(row, 'api_key')],
      },
    ];
  },
};
