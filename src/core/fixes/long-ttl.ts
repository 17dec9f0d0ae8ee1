import type { CallSite } from '../request/call-site';
import type { CacheMarker, Segment } from '../request/request';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { Writers } from './writers';

/** The longer of the two that Claude's API takes. Checked against @anthropic-ai/sdk 1.11.0, `CacheControlEphemeral`. */
export const LONG_TTL = '1h';

/** The request with the longer time to live at each of its breakpoints: a longer one may not stand behind a shorter one. */
export function withLongTtl(site: CallSite): CallSite {
  const segments = site.request.segments.map(
    (segment): Segment => (segment.marker === undefined ? segment : { ...segment, marker: { ...segment.marker, ttl: LONG_TTL } }),
  );
  return { ...site, request: { ...site.request, segments } };
}

/** Writes the longer time to live into breakpoints that stand in the call's own file. `others`: further requests, whose breakpoints they may be, too. */
export function writeLongTtl(
  site: CallSite,
  markers: readonly CacheMarker[],
  others: readonly CallSite[],
  writers: Writers,
): readonly Edit[] | Refusal {
  const text = writers.textOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  if (text === undefined || printer === undefined) return { refused: 'This file can’t be edited.' };
  const edits: Edit[] = [];
  for (const { at, record } of markers) {
    if (at.uri !== site.at.uri) return { refused: `The breakpoint is set in another file. Write \`"ttl": "${LONG_TTL}"\` there.` };
    if (others.some(({ request }) => request.segments.some(segment => segment.marker?.at.start === at.start)))
      return { refused: `Another call has this breakpoint, too. Write \`"ttl": "${LONG_TTL}"\` by hand where it suits both.` };
    if (record === undefined)
      return { refused: `The breakpoint is not written as a record here. Give it \`"ttl": "${LONG_TTL}"\` by hand.` };
    const written = record.entries.find(({ key }) => key === 'ttl');
    const change =
      written === undefined ? printer.insertEntry(text, record, 'ttl', LONG_TTL) : printer.replaceLiteral(text, written.value, LONG_TTL);
    if (isRefusal(change)) return change;
    edits.push(...change);
  }
  return edits;
}
