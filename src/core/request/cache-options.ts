import { entryOf } from '../link/entries';
import { isNull } from '../link/plain-values';
import type { Value, ValueOf } from '../source/values';
import type { NamedArguments } from './arguments';
import { asRecord, entryArgument } from './as-record';
import type { Api } from './call-site';
import { marker, optionMarker } from './markers';
import type { CacheMarker, Segment } from './request';
import { asText } from './resolve';

/** Anthropic's top-level `cache_control`, which places the breakpoint at the request's end. */
export function automaticMarker(api: Api, named: NamedArguments): CacheMarker | undefined {
  const options = named.get(['providerOptions']);
  if (options !== undefined)
    return optionMarker({ kind: 'record', at: options.at, entries: [{ key: 'providerOptions', value: options.value, at: options.at }] });
  const value = api === 'anthropic-messages' || api.startsWith('langchain') ? named.get(['cache_control'])?.value : undefined;
  return value === undefined || isNull(value) ? undefined : marker(value);
}

/** OpenAI's `prompt_cache_options: {mode: 'explicit'}`, in the notation of any SDK. */
export function isExplicitOnly(named: NamedArguments): boolean {
  const options = named.get(['prompt_cache_options', 'promptCacheOptions', 'providerOptions.openai.promptCacheOptions'])?.value;
  const mode = entryArgument(options, 'mode');
  return mode !== undefined && asText(mode) === 'explicit';
}

/** LiteLLM's `cache_control_injection_points: [{location: 'message', role: 'system'}]`: markers at the ends of messages. */
export function withInjectedMarkers(segments: readonly Segment[], named: NamedArguments): readonly Segment[] {
  const points = named.get(['cache_control_injection_points'])?.value;
  if (points?.kind !== 'list') return segments;
  return points.items.reduce<readonly Segment[]>((result, point) => {
    const record = asRecord(point);
    return record === undefined ? result : withPoint(result, record, point);
  }, segments);
}

function withPoint(segments: readonly Segment[], point: ValueOf<'record'>, at: Value): readonly Segment[] {
  const role = textAt(point, 'role');
  const index = entryOf(point, 'index').value;
  const messages = segments.flatMap((segment, place) =>
    segment.kind !== 'tools' && segment.kind !== 'schema' && segment.startsMessage ? [place] : [],
  );
  const chosen =
    index?.kind === 'scalar' && typeof index.value === 'number'
      ? [messages.at(index.value)]
      : messages.filter(place => segments[place]?.role === role);
  const ends = new Set(chosen.flatMap(place => (place === undefined ? [] : [endOf(segments, place)])));
  return segments.map((segment, place) => (ends.has(place) ? { ...segment, marker: { ttl: 'default' as const, at: at.at } } : segment));
}

/** The last part of the message that begins at `from`. */
function endOf(segments: readonly Segment[], from: number): number {
  const next = segments.findIndex((segment, place) => place > from && segment.startsMessage);
  return next < 0 ? segments.length - 1 : next - 1;
}

function textAt(record: ValueOf<'record'>, key: string): string | undefined {
  const value = entryOf(record, key).value;
  return value && asText(value);
}
