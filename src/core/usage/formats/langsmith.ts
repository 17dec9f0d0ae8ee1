import { numberIn, textIn, textsIn, timeIn } from '../fields';
import type { UsageFormat } from '../usage-record';

/** Runs of LangSmith. */
export const format: UsageFormat = {
  id: 'langsmith',
  title: 'LangSmith runs',
  read(row) {
    if (!('run_type' in row)) return undefined;
    const model = textIn(row, 'extra.metadata.ls_model_name', 'metadata.ls_model_name', 'extra.invocation_params.model');
    if (textIn(row, 'run_type') !== 'llm' || model === undefined) return [];
    const provider = textIn(row, 'extra.metadata.ls_provider', 'metadata.ls_provider');
    const usd = numberIn(row, 'total_cost');
    const at = timeIn(row, 'start_time');
    return [
      {
        requests: 1,
        ...(provider === undefined ? {} : { provider }),
        model,
        inputTokens: numberIn(row, 'prompt_tokens', 'input_tokens') ?? 0,
        cacheReadTokens: numberIn(row, 'prompt_token_details.cache_read', 'input_token_details.cache_read') ?? 0,
        cacheWriteTokens: numberIn(row, 'prompt_token_details.cache_creation', 'input_token_details.cache_creation') ?? 0,
        outputTokens: numberIn(row, 'completion_tokens', 'output_tokens') ?? 0,
        ...(usd === undefined ? {} : { usd }),
        ...(at === undefined ? {} : { at }),
        names: textsIn(row, 'name'),
        tags: textsIn(row, 'tags'),
      },
    ];
  },
};
