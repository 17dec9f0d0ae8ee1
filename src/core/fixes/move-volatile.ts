import type { CallSite, Piece, Segment } from '../request/request';
import type { Edit, Refusal } from '../source/edit';
import { isRefusal } from '../source/edit';
import type { Span } from '../source/span';
import type { Hole, Value } from '../source/values';
import { type LiteralLayout, layoutOf } from './literal-layout';
import { type MovableUnit, movableUnit } from './movable-unit';
import { newBlockEdit } from './new-block';
import { splitPieces } from './split-pieces';
import type { Writers } from './writers';

/** A change of order: what the request would then be, and the edits that make it so. */
export interface MovePlan {
  readonly site: CallSite;
  /** Where the moved text goes, for titles. */
  readonly target: string;
  edits(): readonly Edit[] | Refusal;
}

/** Moves values that change behind the static text of their part; `because` says why that can't be done safely. */
export function planMove(site: CallSite, segment: Segment, holes: readonly Hole[], writers: Writers): MovePlan | { readonly because: string } {
  const [first] = holes;
  if (first === undefined) return { because: 'nothing changes here' };
  if (site.kind === 'prompt-file') return planInPromptFile(site, segment, holes, writers);
  const literal = literalOf(first, segment);
  if (literal === undefined) return { because: 'the text is put together from several expressions; write the static text first' };
  const text = writers.textOf(literal.at.uri);
  const printer = writers.printerOf(literal.at.uri);
  const body = text === undefined ? undefined : printer?.bodyOf(text, literal);
  const layout = body === undefined ? undefined : layoutOf(literal, body);
  if (text === undefined || printer === undefined || body === undefined || layout === undefined) return { because: 'the literal it stands in can’t be edited' };
  const units = unitsOf(holes, layout);
  if ('because' in units) return units;
  const stretches = units.map(unit => layout.source(unit.from, unit.to));
  if (segment.marker !== undefined) return planBlock(site, segment, { literal, layout, units, stretches, text }, writers);
  return {
    site: withSegment(site, segment, reordered(segment, stretches)),
    target: 'behind the static text',
    edits() {
      const edits: Edit[] = [];
      for (const unit of units) {
        const result = printer.moveToEndOfLiteral(text, literal, layout.source(unit.from, unit.to), separatorFor(unit, layout.text));
        if (isRefusal(result)) return result;
        edits.push(...result, ...removeBreaks(unit, layout));
      }
      return merged(edits);
    },
  };
}

interface InLiteral {
  readonly literal: Value;
  readonly layout: LiteralLayout;
  readonly units: readonly MovableUnit[];
  readonly stretches: readonly Span[];
  readonly text: string;
}

/** A breakpoint covers its whole block, so what changes needs a block of its own behind it. */
function planBlock(site: CallSite, segment: Segment, inside: InLiteral, writers: Writers): MovePlan | { readonly because: string } {
  const { block } = segment;
  const { literal, layout, units, stretches, text } = inside;
  const direct = block !== undefined && block.at.uri === literal.at.uri && block.at.start <= literal.at.start && literal.at.end <= block.at.end;
  if (block === undefined || !direct) {
    return { because: 'the cached block’s text is built elsewhere; return the static text alone and put what changes into a block of its own behind the breakpoint' };
  }
  const printer = writers.printerOf(literal.at.uri);
  const body = printer?.bodyOf(text, literal);
  if (body === undefined) return { because: 'the literal it stands in can’t be edited' };
  const { kept, taken } = splitPieces(segment.pieces, stretches);
  const { marker: _, ...unmarked } = segment;
  return {
    site: withSegment(site, segment, [
      { ...segment, pieces: kept },
      { ...unmarked, pieces: taken, startsMessage: false },
    ]),
    target: 'into a block of its own behind the cache breakpoint',
    edits: () => [...units.flatMap(unit => [removal(layout.source(unit.from, unit.to)), ...removeBreaks(unit, layout)]), newBlockEdit(text, { block, literal, body, stretches })],
  };
}

function planInPromptFile(site: CallSite, segment: Segment, holes: readonly Hole[], writers: Writers): MovePlan | { readonly because: string } {
  const prompt = writers.promptOf(site.at.uri);
  const text = writers.textOf(site.at.uri);
  if (prompt === undefined || text === undefined) return { because: 'the prompt file can’t be edited' };
  const stretches: Span[] = [];
  for (const hole of holes) {
    const unit = movableUnit(text.slice(segment.at.start, segment.at.end).replace(/\r/g, ' '), hole.at.start - segment.at.start);
    if ('because' in unit) return unit;
    if (unit.kind === 'sentence') return { because: 'it shares its line with other text; give it a line of its own' };
    const stretch = { uri: site.at.uri, start: segment.at.start + unit.from, end: segment.at.start + unit.to };
    if (!stretches.some(other => other.start === stretch.start)) stretches.push(stretch);
  }
  return {
    site: withSegment(site, segment, reordered(segment, stretches)),
    target: 'to the end of its message',
    edits() {
      const [stretch] = stretches;
      if (stretch === undefined || stretches.length > 1) return { refused: 'Move the lines one at a time.' };
      return prompt.format.moveToEndOfMessage(text, prompt.summary, stretch);
    },
  };
}

function unitsOf(holes: readonly Hole[], layout: LiteralLayout): readonly MovableUnit[] | { readonly because: string } {
  const units: MovableUnit[] = [];
  for (const hole of holes) {
    const offset = layout.opaqueAt(hole.at.start);
    if (offset === undefined) return { because: 'it is not written in this literal itself' };
    const unit = movableUnit(layout.text, offset);
    if ('because' in unit) return unit;
    if (!units.some(other => other.from === unit.from)) units.push(unit);
  }
  return units;
}

/** The literal that a hole is interpolated in. */
function literalOf(hole: Hole, segment: Segment): Value | undefined {
  for (const piece of segment.pieces) {
    if (piece.kind === 'hole' && sameSpan(piece.at, hole.at)) return piece.literal;
  }
  return undefined;
}

function reordered(segment: Segment, stretches: readonly Span[]): readonly Segment[] {
  const { kept, taken } = splitPieces(segment.pieces, stretches);
  const pieces: readonly Piece[] = [...kept, ...taken];
  return [{ ...segment, pieces }];
}

function withSegment(site: CallSite, old: Segment, now: readonly Segment[]): CallSite {
  return { ...site, request: { ...site.request, segments: site.request.segments.flatMap(segment => (segment === old ? now : [segment])) } };
}

/** Paragraphs stay paragraphs, lines lines, sentences sentences. */
function separatorFor(unit: MovableUnit, text: string): string {
  if (unit.kind === 'sentence') return text.includes('\n') ? '\n\n' : ' ';
  return /^\n[ \t]*\n/.test(text.slice(unit.to)) || /\n[ \t]*\n$/.test(text.slice(0, unit.from)) ? '\n\n' : '\n';
}

/** What separated the stretch from its neighbours goes with it, once. */
function removeBreaks(unit: MovableUnit, layout: LiteralLayout): readonly Edit[] {
  const after = (unit.kind === 'line' ? /^\n(?:[ \t]*\n)?/ : /^[ \t]+|^\n/).exec(layout.text.slice(unit.to))?.[0] ?? '';
  if (after !== '') return [removal(layout.source(unit.to, unit.to + after.length))];
  const before = /\s+$/.exec(layout.text.slice(0, unit.from))?.[0] ?? '';
  return before === '' ? [] : [removal(layout.source(unit.from - before.length, unit.from))];
}

function removal(span: Span): Edit {
  return { ...span, newText: '' };
}

/** Insertions at one place become one, in order. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const same = result.findIndex(other => other.uri === edit.uri && other.start === edit.start && other.end === edit.end && edit.start === edit.end);
    const other = result[same];
    if (other === undefined) result.push(edit);
    else result[same] = { ...other, newText: other.newText + edit.newText };
  }
  return result;
}

function sameSpan(a: Span, b: Span): boolean {
  return a.uri === b.uri && a.start === b.start && a.end === b.end;
}
