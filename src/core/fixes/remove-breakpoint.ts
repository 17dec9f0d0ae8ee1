import type { CallSite } from '../request/call-site';
import type { CacheMarker, Segment } from '../request/request';
import type { Edit, Refusal } from '../source/edit';
import { contains, isSameSpan, type Span } from '../source/span';
import type { Entry, Value, ValueOf } from '../source/values';
import type { Writers } from './writers';

/** The request without one of its breakpoints. */
export function withoutBreakpoint(site: CallSite, marker: CacheMarker): CallSite {
  const segments = site.request.segments.map((segment): Segment => {
    if (segment.marker !== marker) return segment;
    const { marker: _, ...unmarked } = segment;
    return unmarked;
  });
  const { automaticBreakpoint, ...request } = site.request;
  const kept = automaticBreakpoint === undefined || automaticBreakpoint === marker ? {} : { automaticBreakpoint };
  return { ...site, request: { ...request, ...kept, segments } };
}

/** Takes a breakpoint out of the block, message, tool or call that holds it. `others`: further requests, whose breakpoint it may be, too. */
export function removeBreakpoint(
  site: CallSite,
  marker: CacheMarker,
  others: readonly CallSite[],
  writers: Writers,
): readonly Edit[] | Refusal {
  const text = writers.textOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  if (text === undefined || printer === undefined || marker.at.uri !== site.at.uri)
    return { refused: 'The breakpoint is set in another file. Take it out there.' };
  if (others.some(({ request }) => request.segments.some(segment => segment.marker?.at.start === marker.at.start)))
    return { refused: 'Another call has this breakpoint, too. Take it out by hand where this one doesn’t need it.' };
  const list = listWith(site, marker);
  if (list !== undefined) return printer.remove(text, list, marker.at);
  const holder = holderOf(site, marker);
  if (holder === undefined) return { refused: 'The breakpoint is not an entry of its own here. Take it out by hand.' };
  return printer.remove(text, holder.whole, holder.entry.at);
}

/** The list of which the marker is an item: Bedrock's cache point. */
function listWith({ parameters }: CallSite, marker: CacheMarker): Span | undefined {
  const find = (value: Value): Span | undefined => {
    if (value.kind === 'list')
      return value.items.some(item => isSameSpan(item.at, marker.at)) ? value.at : value.items.map(find).find(found => found !== undefined);
    return value.kind === 'record' ? value.entries.map(entry => find(entry.value)).find(found => found !== undefined) : undefined;
  };
  return Object.values(parameters)
    .map(({ value }) => find(value))
    .find(found => found !== undefined);
}

function holderOf({ call, request }: CallSite, marker: CacheMarker) {
  for (const segment of request.segments) {
    if (segment.marker !== marker) continue;
    for (const record of [segment.block, segment.message]) {
      const entry = record && entryWith(record, marker);
      if (record !== undefined && entry !== undefined) return { whole: record.at, entry };
    }
  }
  const argument = call?.args.find(({ name, at }) => name === 'cache_control' && contains(at, marker.at));
  if (call !== undefined && argument !== undefined) return { whole: call.argsAt, entry: argument };
  const options = call?.args.map(({ value }) => value).find(value => value.kind === 'record');
  const entry = options?.kind === 'record' ? entryWith(options, marker) : undefined;
  return options === undefined || entry === undefined ? undefined : { whole: options.at, entry };
}

/** The entry that is the marker and nothing else: other options may stand beside it. */
function entryWith(record: ValueOf<'record'>, marker: CacheMarker): Entry | undefined {
  const entry = record.entries.find(({ key, at }) => key !== undefined && contains(at, marker.at) && contains(record.at, at));
  return entry !== undefined && isOnly(entry, marker) ? entry : undefined;
}

function isOnly({ key, value }: Entry, marker: CacheMarker): boolean {
  if (key !== 'providerOptions') return true;
  const [provider, ...otherProviders] = value.kind === 'record' ? value.entries : [];
  const [option, ...otherOptions] = provider?.value.kind === 'record' ? provider.value.entries : [];
  return option !== undefined && otherProviders.length === 0 && otherOptions.length === 0 && contains(option.at, marker.at);
}
