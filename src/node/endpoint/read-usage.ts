import type { RealUsage } from '../../core/verify/call-cost';
import { property } from './property';

/** The usage of OpenAI's wires and of those who speak like them. Undefined: none is reported. */
export function openAiUsage(usage: unknown): RealUsage | undefined {
  const input = count(usage, 'prompt_tokens') ?? count(usage, 'input_tokens');
  const output = count(usage, 'completion_tokens') ?? count(usage, 'output_tokens');
  if (input === undefined || output === undefined) return undefined;
  const details = property(usage, 'prompt_tokens_details') ?? property(usage, 'input_tokens_details');
  const written = count(details, 'cache_write_tokens') ?? 0;
  const writtenLong = count(property(details, 'cache_write_tokens_details'), 'ttl_12h_tokens') ?? 0;
  // DeepSeek has a field of its own. Google's compatible endpoint leaves thinking out of the completion, but not out of the total.
  const read = count(details, 'cached_tokens') ?? count(usage, 'prompt_cache_hit_tokens') ?? 0;
  const total = count(usage, 'total_tokens') ?? 0;
  return {
    inputTokens: input,
    cacheReadTokens: read,
    cacheWriteTokens: Math.max(0, written - writtenLong),
    cacheWriteLongTokens: writtenLong,
    outputTokens: Math.max(output, total - input),
  };
}

/** Anthropic's input leaves out what is read from the cache and written to it. */
export function anthropicUsage(usage: unknown): RealUsage | undefined {
  const input = count(usage, 'input_tokens');
  const output = count(usage, 'output_tokens');
  if (input === undefined || output === undefined) return undefined;
  const cacheReadTokens = count(usage, 'cache_read_input_tokens') ?? 0;
  const written = count(usage, 'cache_creation_input_tokens') ?? 0;
  const cacheWriteLongTokens = Math.min(written, count(property(usage, 'cache_creation'), 'ephemeral_1h_input_tokens') ?? 0);
  return {
    inputTokens: input + cacheReadTokens + written,
    cacheReadTokens,
    cacheWriteTokens: written - cacheWriteLongTokens,
    cacheWriteLongTokens,
    outputTokens: output,
  };
}

function count(value: unknown, name: string): number | undefined {
  const found = property(value, name);
  return typeof found === 'number' && Number.isFinite(found) && found >= 0 ? found : undefined;
}
