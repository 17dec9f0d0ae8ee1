import { entryOf } from '../link/entries';
import { isNull, plainText } from '../link/evaluation';
import type { Value, ValueOf } from '../source/values';
import type { CacheMarker } from './request';

const TTLS = ['5m', '1h', '30m', '12h'] as const;

/** The cache marker on a content block, message or tool: Anthropic's `cache_control`, OpenAI's `prompt_cache_breakpoint`. */
export function markerOf(record: ValueOf<'record'>): CacheMarker | undefined {
  for (const key of ['cache_control', 'prompt_cache_breakpoint']) {
    const value = entryOf(record, key).value;
    if (value !== undefined && !isNull(value)) return marker(value);
  }
  return undefined;
}

export function marker(value: Value): CacheMarker {
  const stated = value.kind === 'record' ? entryOf(value, 'ttl').value : undefined;
  const text = stated === undefined ? undefined : plainText(stated);
  return { ttl: TTLS.find(ttl => ttl === text) ?? 'default', at: value.at };
}
