import { numberIn, objectIn, textIn, textsIn, timeIn } from '../fields';
import type { Row, UsageFormat, UsageRecord } from '../usage-record';

/** OpenAI's usage export: rows of its table, results of the usage API, or that API's buckets with their results. */
export const format: UsageFormat = {
  id: 'openai',
  title: 'OpenAI usage export',
  read(row) {
    if (Array.isArray(row.results) && row.object === 'bucket')
      return row.results.flatMap(result => {
        const inner = objectIn(result);
        return inner === undefined ? [] : recordsOf({ start_time: row.start_time, ...inner });
      });
    return 'num_model_requests' in row ? recordsOf(row) : undefined;
  },
};

function recordsOf(row: Row): readonly UsageRecord[] {
  const requests = numberIn(row, 'num_model_requests');
  const model = textIn(row, 'model');
  if (requests === undefined || requests === 0 || model === undefined) return [];
  const at = timeIn(row, 'start_time_iso', 'start_time');
  return [
    {
      requests,
      provider: 'openai',
      model,
      inputTokens: numberIn(row, 'input_tokens') ?? 0,
      cacheReadTokens: numberIn(row, 'input_cached_tokens') ?? 0,
      cacheWriteTokens: 0,
      outputTokens: numberIn(row, 'output_tokens') ?? 0,
      ...(at === undefined ? {} : { at }),
      names: [],
      tags: textsIn(row, 'project_name', 'project_id'),
    },
  ];
}
