import type { CallSite } from '../request/call-site';
import type { Piece, Segment, Slot } from '../request/request';
import type { Printer } from '../source/language';
import type { Span } from '../source/span';
import type { Hole } from '../source/values';
import { type LiteralLayout, layoutOf } from './literal-layout';
import { type Immovable, joinedUnits, type MovableUnit, movableUnit } from './movable-unit';
import type { Taken } from './split-pieces';
import type { Writers } from './writers';

type Literal = Slot['literal'];

/** Values in one string literal, with the stretches of it that can move. */
export interface InLiteral {
  readonly literal: Literal;
  readonly text: string;
  readonly printer: Printer;
  /** Between the quotes. */
  readonly body: Span;
  readonly layout: LiteralLayout;
  readonly units: readonly MovableUnit[];
  /** The units in the source. */
  readonly stretches: readonly Span[];
  /** The units in the request. */
  readonly out: Taken;
  /** Whether a piece of the request comes from this literal. */
  owns(piece: Piece): boolean;
}

/** The literals that all these values are put into, innermost first, and into which parts of them. */
export function literalsAround(
  segment: Segment,
  holes: readonly Hole[],
): readonly { readonly literal: Literal; readonly parts: ReadonlySet<number> }[] {
  const chains = holes.map(hole => segment.pieces.find(piece => piece.kind === 'hole' && sameHole(piece, hole))?.slots ?? []);
  const [first = [], ...others] = chains;
  return [...first].reverse().flatMap(({ literal, part }) => {
    const slots = others.map(chain => chain.find(slot => slot.literal === literal));
    return slots.includes(undefined)
      ? []
      : [{ literal, parts: new Set([part, ...slots.flatMap(slot => (slot === undefined ? [] : [slot.part]))]) }];
  });
}

function sameHole(a: Hole, b: Hole): boolean {
  return a === b || (a.at.uri === b.at.uri && a.at.start === b.at.start && a.at.end === b.at.end && a.label === b.label);
}

/** `target`: where the values are to go; what stands at the end already need not go there. */
export function openLiteral(
  site: CallSite,
  literal: Literal,
  parts: ReadonlySet<number>,
  writers: Writers,
  target: 'end' | 'new block',
): InLiteral | Immovable {
  const text = writers.textOf(literal.at.uri);
  const printer = writers.printerOf(literal.at.uri);
  const body = text === undefined ? undefined : printer?.bodyOf(text, literal);
  if (text === undefined || printer === undefined || body === undefined) return { because: 'the text it stands in can’t be edited' };
  if (isUsedTwice(site, literal)) return { because: 'the text it stands in is used more than once in this request' };
  const layout = layoutOf(text, literal, body);
  const units: MovableUnit[] = [];
  for (const part of parts) {
    const offset = layout.opaqueOf(part);
    const unit = offset === undefined ? { because: 'it is not written in this text itself' } : movableUnit(layout.text, offset);
    if ('because' in unit) return unit;
    units.push(unit);
  }
  const joined = joinedUnits(layout.text, units).filter(unit => target === 'new block' || layout.text.slice(unit.to).trim() !== '');
  if (joined.length === 0) return { because: 'it already stands at the end of its text' };
  const stretches = joined.map(unit => layout.source(unit.from, unit.to));
  const moving = literal.parts.flatMap((_, part) => {
    const offset = layout.opaqueOf(part);
    return offset !== undefined && joined.some(unit => unit.from <= offset && offset < unit.to) ? [part] : [];
  });
  const isOwnText = (piece: Piece) =>
    piece.kind === 'text' && piece.text.uri === body.uri && piece.text.runs.every(run => body.start <= run.source && run.source < body.end);
  return {
    literal,
    text,
    printer,
    body,
    layout,
    units: joined,
    stretches,
    out: { ranges: stretches, literal, parts: new Set(moving) },
    owns: piece => isOwnText(piece) || (piece.slots ?? []).some(slot => slot.literal === literal),
  };
}

/** One literal, evaluated more than once: an edit would change all of its uses. */
function isUsedTwice({ request }: CallSite, literal: Literal): boolean {
  const slots = request.segments.flatMap(segment => segment.pieces.flatMap(piece => piece.slots ?? []));
  return slots.some(
    slot => slot.literal !== literal && slot.literal.at.uri === literal.at.uri && slot.literal.at.start === literal.at.start,
  );
}
