import type { Segment } from '../request/request';
import type { Hole, ValueOf } from '../source/values';
import { layoutOf } from './literal-layout';
import type { Taken } from './split-pieces';
import type { Writers } from './writers';

/** Longer beginnings of a line belong to the static text. */
const LONGEST_LEAD = 200;

/** Where one literal of a text is cut so that what changes stands behind it. */
export interface SplitPlace {
  readonly literal: ValueOf<'template'>;
  /** Into the source. */
  readonly offset: number;
  /** All that stands behind it. */
  readonly behind: Taken;
}

/** Before the line, or else the sentence, in which the value stands, or before the value; undefined where it stands in no literal, or nothing before it. */
export function splitPlace(segment: Segment, hole: Hole, writers: Writers): SplitPlace | undefined {
  const [slot] = segment.pieces.find(piece => piece === hole)?.slots ?? [];
  if (slot === undefined) return undefined;
  const { literal, part } = slot;
  const text = writers.textOf(literal.at.uri);
  const body = text === undefined ? undefined : writers.printerOf(literal.at.uri)?.bodyOf(text, literal);
  if (text === undefined || body === undefined) return undefined;
  const layout = layoutOf(text, literal, body);
  const opaque = layout.opaqueOf(part);
  if (opaque === undefined) return undefined;
  const at = leadOf(layout.text, opaque);
  if (at === 0) return undefined;
  const offset = layout.source(at, at + 1).start;
  const parts = new Set(
    literal.parts.flatMap((_, index) => {
      const place = layout.opaqueOf(index);
      return place !== undefined && place >= at ? [index] : [];
    }),
  );
  return { literal, offset, behind: { ranges: [{ uri: body.uri, start: offset, end: body.end }], literal, parts } };
}

function leadOf(text: string, offset: number): number {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  if (offset - line <= LONGEST_LEAD) return line === 0 ? offset : line;
  const sentence = Math.max(...['. ', '! ', '? '].map(end => text.lastIndexOf(end, offset - 1)));
  return sentence > line ? sentence + 2 : offset;
}
