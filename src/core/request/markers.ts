import { entryOf } from '../link/entries';
import { isNull, plainText } from '../link/plain-values';
import type { Value, ValueOf } from '../source/values';
import { asRecord } from './as-record';
import type { CacheMarker } from './request';

const TTLS = ['5m', '1h', '30m', '12h'] as const;

/** Keys whose value is a marker: Anthropic's and OpenAI's own. */
const DIRECT: readonly string[] = ['cache_control', 'prompt_cache_breakpoint'];
/** Where the Vercel AI SDK has them; the second was its first name for it. */
const OPTIONS: readonly string[] = ['providerOptions', 'experimental_providerMetadata'];
const IN_OPTIONS: readonly (readonly [provider: string, key: string])[] = [
  ['anthropic', 'cacheControl'],
  ['anthropic', 'cache_control'],
  ['openai', 'promptCacheBreakpoint'],
  ['bedrock', 'cachePoint'],
];

/** The cache marker on a content block, message or tool, in the notation of any SDK. */
export function markerOf(record: ValueOf<'record'>): CacheMarker | undefined {
  for (const key of DIRECT) {
    const value = stated(record, key);
    if (value !== undefined) return marker(value);
  }
  return optionMarker(record);
}

/** `providerOptions: { anthropic: { cacheControl: … } }` of a part, message, tool or request. */
export function optionMarker(record: ValueOf<'record'>): CacheMarker | undefined {
  for (const options of OPTIONS)
    for (const [provider, key] of IN_OPTIONS) {
      const value = stated(inner(inner(record, options), provider), key);
      if (value !== undefined) return marker(value);
    }
  return undefined;
}

/**
 * Whether code sets markers on what it has put together: `blocks[-1]["cache_control"] = …`, `last.cache_control = …`. Which requests
 * they are in isn't followed: a loop looks for the message that gets one, and a helper does it for all.
 */
export function marksLater(code: string): boolean {
  return SETS_MARKER.test(code);
}

const SETS_MARKER = /(?:\.|\[["'])(?:cache_control|prompt_cache_breakpoint)(?:["']\])? ?=(?!=)/;

/** Bedrock's marker is an item of its own, behind what it covers: `{"cachePoint": {"type": "default"}}`. */
export function cachePointIn(item: Value): CacheMarker | undefined {
  const value = item.kind === 'record' && item.entries.length === 1 ? stated(item, 'cachePoint') : undefined;
  return value === undefined ? undefined : { ...marker(value), at: item.at };
}

/** What of a record is sent: its marker is none of the text. */
export function withoutMarker(record: ValueOf<'record'>): ValueOf<'record'> {
  const isMarker = (key: string | undefined) => key !== undefined && (DIRECT.includes(key) || OPTIONS.includes(key));
  return { ...record, entries: record.entries.filter(({ key }) => !isMarker(key)) };
}

/** The cache marker that is written as this value; a time to live that is not known counts as the default. */
export function marker(value: Value): CacheMarker {
  const ttl = value.kind === 'record' ? entryOf(value, 'ttl').value : undefined;
  const text = ttl === undefined ? undefined : plainText(ttl);
  const record = value.kind === 'record' ? { record: value } : {};
  return { ttl: TTLS.find(each => each === text) ?? 'default', ...record, at: value.at };
}

function stated(record: ValueOf<'record'> | undefined, key: string): Value | undefined {
  const value = record && entryOf(record, key).value;
  return value === undefined || isNull(value) ? undefined : value;
}

function inner(record: ValueOf<'record'> | undefined, key: string): ValueOf<'record'> | undefined {
  const value = stated(record, key);
  return value && asRecord(value);
}
