import type { CacheMarker, Piece, Request, Segment } from '../request/request';
import type { Span } from '../source/span';
import type { Hole, Volatility } from '../source/values';
import { type Estimate, exactly, sum } from './basis';
import { sentAtTimes } from './piece-tokens';
import type { SegmentCounter } from './segment-counter';

/** Among which calls a prefix is shared. */
export type ReuseScope = 'allCalls' | 'oneUser' | 'oneConversation';

const STABLE: Readonly<Record<ReuseScope, ReadonlySet<Volatility>>> = {
  allCalls: new Set(['static', 'deploy', 'day']),
  oneUser: new Set(['static', 'deploy', 'day', 'user']),
  oneConversation: new Set(['static', 'deploy', 'day', 'user', 'session']),
};

/** The head of a request that stays the same within a reuse scope. */
export interface PrefixWalk {
  readonly tokens: Estimate;
  readonly at: readonly Span[];
  readonly cut?: { readonly hole: Hole; readonly segment: Segment };
  /** Markers inside it, with the tokens up to each, and how many of them a later call reads. */
  readonly markers: readonly { readonly marker: CacheMarker; readonly tokens: Estimate; readonly read: Estimate }[];
  /** The last marker behind its end, with all tokens up to there: written by each call, never read. */
  readonly brokenMarker?: { readonly marker: CacheMarker; readonly tokens: Estimate };
}

/** Walks the segments in the provider's order up to the first value that changes within the scope. */
export function walkPrefix(request: Request, scope: ReuseScope, counter: SegmentCounter): PrefixWalk {
  const total: Estimate[] = [];
  const at: Span[] = [];
  const markers: { marker: CacheMarker; tokens: Estimate; read: Estimate }[] = [];
  /** Up to where all rounds of a loop are alike. */
  let alike: Estimate | undefined;
  let cut: PrefixWalk['cut'];
  let all: Estimate[] = [];
  let brokenMarker: PrefixWalk['brokenMarker'];
  for (const segment of request.segments) {
    all = [...all, counter.segment(segment)];
    if (cut === undefined) {
      const end = cutIn(segment, scope);
      const head = end === undefined ? segment.pieces : segment.pieces.slice(0, end.index);
      const differs = alike === undefined ? head.findIndex(piece => piece.kind === 'choice' && piece.rounds) : -1;
      if (differs !== -1) alike = sum([exactly(0), ...total, counter.pieces(head.slice(0, differs))]);
      total.push(end === undefined ? counter.segment(segment) : sentAtTimes(segment, counter.pieces(head)));
      if (alike === undefined || differs !== -1) at.push(...spansOf(differs === -1 ? head : head.slice(0, differs)));
      if (end !== undefined) cut = { hole: end.hole, segment };
      else if (segment.marker !== undefined) markers.push({ marker: segment.marker, tokens: sum(total), read: upTo(alike, sum(total)) });
    }
    if (cut !== undefined && segment.marker !== undefined) brokenMarker = { marker: segment.marker, tokens: sum(all) };
  }
  const tokens = upTo(alike, total.length === 0 ? exactly(0) : sum(total));
  return { tokens, at, markers, ...(cut === undefined ? {} : { cut }), ...(brokenMarker === undefined ? {} : { brokenMarker }) };
}

/** What rounds of a loop have in common is read by the next round, and the rest only where the loop runs again soon. */
function upTo(alike: Estimate | undefined, whole: Estimate): Estimate {
  if (alike === undefined) return whole;
  return { ...alike, high: whole.high, basis: 'estimated', why: 'more only where the loop, of which each round differs, runs again soon' };
}

function cutIn(segment: Segment, scope: ReuseScope): { readonly index: number; readonly hole: Hole } | undefined {
  // A history only grows at its end: within one conversation what was sent before stays the same.
  if (segment.repeats && scope !== 'oneConversation') return { index: 0, hole: firstHole(segment.pieces) ?? repeated(segment) };
  for (const [index, piece] of segment.pieces.entries()) {
    const hole = unstable(piece, scope);
    if (hole !== undefined) return { index, hole };
  }
  return undefined;
}

function unstable(piece: Piece, scope: ReuseScope): Hole | undefined {
  if (piece.kind === 'text') return undefined;
  if (piece.kind === 'choice') {
    for (const option of piece.options)
      for (const inner of option) {
        const found = unstable(inner, scope);
        if (found !== undefined) return found;
      }
    return undefined;
  }
  if (piece.growth === 'append' && scope === 'oneConversation') return undefined;
  return STABLE[scope].has(piece.volatility) ? undefined : piece;
}

function firstHole(pieces: readonly Piece[]): Hole | undefined {
  const found = pieces.find(piece => piece.kind === 'hole');
  return found?.kind === 'hole' ? found : undefined;
}

function repeated(segment: Segment): Hole {
  return {
    kind: 'hole',
    at: segment.at,
    label: 'repeated messages',
    volatility: 'turn',
    growth: 'append',
    proven: true,
    reason: 'grow with the conversation',
  };
}

/** Where texts stand, neighbours joined. */
function spansOf(pieces: readonly Piece[]): readonly Span[] {
  return pieces.flatMap(piece => {
    if (piece.kind === 'choice') return [piece.at];
    if (piece.kind === 'hole') return [piece.at];
    const first = piece.text.runs[0];
    const last = piece.text.runs[piece.text.runs.length - 1];
    return first === undefined || last === undefined
      ? []
      : [{ uri: piece.text.uri, start: first.source, end: last.source + last.sourceLength }];
  });
}
