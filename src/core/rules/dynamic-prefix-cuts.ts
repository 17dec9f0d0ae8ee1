import { walkPrefix } from '../quote/prefix-walk';
import { UNCOUNTED } from '../quote/segment-counter';
import type { CallSite } from '../request/call-site';
import { holesIn } from '../request/holes-in';
import type { Piece, Segment } from '../request/request';
import type { Hole } from '../source/values';

/** More are not looked into. */
const MOST_VARIANTS = 8;

/** The value that ends the prefix, and those after it in the same part that would end it next. */
export interface Cut {
  /** The request as the calls send it that have this cut: of conditional texts, the variants with the value. */
  readonly site: CallSite;
  readonly segment: Segment;
  readonly holes: readonly Hole[];
  /** Some calls send a variant without the value. */
  readonly sometimes: boolean;
  /** Texts that are sent instead. */
  readonly instead: readonly Piece[];
}

export function isUnstable(hole: Hole): boolean {
  return hole.growth !== 'append' && !['static', 'deploy', 'day'].includes(hole.volatility);
}

/** None where nothing changes that could stand elsewhere; several where a conditional text has variants that change. */
export function cutsOf(site: CallSite): readonly Cut[] {
  return cutsIn(site, false, []).slice(0, MOST_VARIANTS);
}

function cutsIn(site: CallSite, sometimes: boolean, instead: readonly Piece[]): readonly Cut[] {
  const { cut } = walkPrefix(site.request, 'allCalls', UNCOUNTED);
  if (cut === undefined || cut.segment.repeats || cut.hole.growth === 'append') return [];
  const { segment, hole } = cut;
  if (segment.kind === 'tools' || segment.kind === 'schema') return [];
  const start = segment.pieces.findIndex(piece => holesIn(piece).includes(hole));
  const first = segment.pieces[start];
  if (first?.kind === 'choice') return cutsInVariants(site, segment, first, sometimes, instead);
  const holes = segment.pieces.slice(start).flatMap(piece => (piece.kind === 'hole' && isUnstable(piece) ? [piece] : []));
  return first === undefined ? [] : [{ site, segment, holes, sometimes: sometimes || segment.optional, instead }];
}

/** What a variant sends first that changes must be known to change: an argument with a default mostly is an option of the program. */
function cutsInVariants(
  site: CallSite,
  segment: Segment,
  choice: Extract<Piece, { kind: 'choice' }>,
  sometimes: boolean,
  instead: readonly Piece[],
): readonly Cut[] {
  const changing = choice.options.map(option => option.flatMap(holesIn).find(isUnstable));
  return choice.options.slice(0, MOST_VARIANTS).flatMap((option, index) => {
    const hole = changing[index];
    if (hole === undefined || hole.volatility === 'unknown') return [];
    const always = changing.every(other => other !== undefined && isSamePlace(other, hole));
    const others = choice.options.filter(other => other !== option).flat();
    return cutsIn(withVariant(site, segment, choice, option), sometimes || !always, [...instead, ...others]);
  });
}

function isSamePlace({ at: a }: Hole, { at: b }: Hole): boolean {
  return a.uri === b.uri && a.start === b.start && a.end === b.end;
}

/** What is put into a variant is put where the conditional text is put. */
function withVariant(site: CallSite, segment: Segment, choice: Piece, variant: readonly Piece[]): CallSite {
  const inPlace = variant.map(piece => ({ ...piece, slots: [...(choice.slots ?? []), ...(piece.slots ?? [])] }));
  const taken = { ...segment, pieces: segment.pieces.flatMap(piece => (piece === choice ? inPlace : [piece])) };
  const segments = site.request.segments.map(other => (other === segment ? taken : other));
  return { ...site, request: { ...site.request, segments } };
}
