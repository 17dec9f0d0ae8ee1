import { numberIn, textIn, textsIn, timeIn } from '../fields';
import type { UsageFormat } from '../usage-record';

/** Observations of Langfuse, from its pages (`usageDetails`) or its export to a bucket (`usage_details`). */
export const format: UsageFormat = {
  id: 'langfuse',
  title: 'Langfuse observations',
  read(row) {
    const isObservation =
      ('traceId' in row && 'type' in row) || ('trace_id' in row && ('usage_details' in row || 'provided_model_name' in row));
    if (!isObservation) return undefined;
    const model = textIn(row, 'providedModelName', 'provided_model_name', 'model', 'internalModelId');
    if (model === undefined || !/^(?:generation|embedding)$/i.test(textIn(row, 'type') ?? '')) return [];
    const at = timeIn(row, 'startTime', 'start_time');
    const usd = numberIn(row, 'totalCost', 'total_cost', 'calculatedTotalCost', 'costDetails.total', 'cost_details.total');
    const read = numberIn(
      row,
      'usageDetails.input_cached_tokens',
      'usage_details.input_cached_tokens',
      ...cached('cache_read_input_tokens'),
    );
    const written = numberIn(row, ...cached('cache_creation_input_tokens')) ?? 0;
    const uncached = numberIn(row, 'usageDetails.input', 'usage_details.input', 'promptTokens', 'usage.input', 'inputUsage') ?? 0;
    return [
      {
        requests: 1,
        model,
        // Langfuse keeps what is cached apart from the rest of the input.
        inputTokens: uncached + (read ?? 0) + written,
        cacheReadTokens: read ?? 0,
        cacheWriteTokens: written,
        outputTokens: numberIn(row, 'usageDetails.output', 'usage_details.output', 'completionTokens', 'usage.output', 'outputUsage') ?? 0,
        ...(usd === undefined ? {} : { usd }),
        ...(at === undefined ? {} : { at }),
        names: ['promptName', 'prompt_name', 'name', 'traceName', 'trace_name'].flatMap(name => textIn(row, name) ?? []),
        tags: textsIn(row, 'tags', 'traceTags', 'trace_tags'),
      },
    ];
  },
};

function cached(name: string): readonly string[] {
  return [`usageDetails.${name}`, `usage_details.${name}`];
}
