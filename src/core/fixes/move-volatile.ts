import type { CallSite } from '../request/call-site';
import { computed } from '../request/pieces';
import type { Segment } from '../request/request';
import { type Edit, isRefusal } from '../source/edit';
import type { Span } from '../source/span';
import type { Hole } from '../source/values';
import { type InLiteral, literalsAround, openLiteral } from './in-literal';
import type { Immovable, MovableUnit } from './movable-unit';
import { planMove } from './move-in-prompt-file';
import { type MovePlan, refusal } from './move-plan';
import { newBlockEdit } from './new-block';
import { splitPieces } from './split-pieces';
import type { Writers } from './writers';

/** Ways to move values that change behind the static text of their part, the smallest first; `because` says why there is none. */
export function planMoves(site: CallSite, segment: Segment, holes: readonly Hole[], writers: Writers): readonly MovePlan[] | Immovable {
  if (site.kind === 'prompt-file') {
    const plan = planMove(site, segment, holes, writers);
    return 'because' in plan ? plan : [plan];
  }
  const literals = literalsAround(segment, holes);
  if (literals.length === 0)
    return { because: 'the text is put together from several expressions. Put the static ones first and this value last' };
  const plans: MovePlan[] = [];
  let because = '';
  for (const { literal, parts } of literals) {
    const inside = openLiteral(site, literal, parts, writers, segment.marker === undefined ? 'end' : 'new block');
    const plan =
      'because' in inside ? inside : segment.marker === undefined ? planInLiteral(site, segment, inside) : planBlock(site, segment, inside);
    if (!('because' in plan)) plans.push(plan);
    // The innermost literal is where the author wrote it.
    else because ||= plan.because;
  }
  return plans.length > 0 ? plans : { because };
}

function planInLiteral(site: CallSite, segment: Segment, inside: InLiteral): MovePlan | Immovable {
  const { literal, layout, units, text, printer } = inside;
  const edits: Edit[] = [];
  let separator = units[0] === undefined ? '\n' : separatorFor(units[0], layout.text);
  const separating = computed(separator, literal.at);
  for (const unit of units) {
    const moved = printer.moveToEndOfLiteral(text, literal, layout.source(unit.from, unit.to), separator);
    if (isRefusal(moved)) return refusal(moved);
    edits.push(...moved, ...removeBreaks(unit, inside));
    separator = '\n';
  }
  const { kept, taken } = split(segment, inside);
  const last = kept.reduce((found, piece, index) => (inside.owns(piece) ? index : found), -1);
  const pieces = [...kept.slice(0, last + 1), separating, ...taken, ...kept.slice(last + 1)];
  return {
    site: withSegment(site, segment, [{ ...segment, pieces }]),
    target: 'behind the static text',
    taken,
    at: firstOf(inside),
    edits: merged(edits),
  };
}

/** A breakpoint covers its whole block, so what changes needs a block of its own behind it. */
function planBlock(site: CallSite, segment: Segment, inside: InLiteral): MovePlan | Immovable {
  const { block } = segment;
  const { literal, units, stretches, text, body, printer } = inside;
  const direct =
    block !== undefined && block.at.uri === literal.at.uri && block.at.start <= literal.at.start && literal.at.end <= block.at.end;
  if (block === undefined || !direct) {
    return {
      because:
        'the text of the cached block is built elsewhere. Keep the static text alone there, and send what changes in a block of its own behind the breakpoint',
    };
  }
  const lineBreakInLiteral = printer.lineBreakIn(text, literal) ?? '';
  if (lineBreakInLiteral === '' && stretches.length > 1)
    return { because: 'the values stand in a raw string, which can’t hold a line break' };
  const { kept, taken } = split(segment, inside);
  const { marker: _, ...unmarked } = segment;
  const blocks = [
    { ...segment, pieces: kept },
    { ...unmarked, pieces: taken, startsMessage: false },
  ];
  const removals = units.flatMap((unit, index) => [
    ...(stretches[index] === undefined ? [] : [removal(stretches[index])]),
    ...removeBreaks(unit, inside),
  ]);
  return {
    site: withSegment(site, segment, blocks),
    target: 'into a block of its own behind the cache breakpoint',
    taken,
    at: firstOf(inside),
    edits: merged([...removals, newBlockEdit(text, { block, literal, body, stretches, lineBreakInLiteral })]),
  };
}

/** What stays, without the white space that the stretches leave behind, and what moves. */
function split(segment: Segment, inside: InLiteral): ReturnType<typeof splitPieces> {
  const breaks = inside.units.flatMap(unit => removeBreaks(unit, inside));
  const { kept } = splitPieces(segment.pieces, { ...inside.out, ranges: [...inside.out.ranges, ...breaks] });
  return { kept, taken: splitPieces(segment.pieces, inside.out).taken };
}

function firstOf({ stretches, body }: InLiteral): Span {
  return stretches[0] ?? body;
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
function removeBreaks(unit: MovableUnit, { layout }: InLiteral): readonly Edit[] {
  const after = (unit.kind === 'line' ? /^\n(?:[ \t]*\n)?/ : /^[ \t]+|^\n/).exec(layout.text.slice(unit.to))?.[0] ?? '';
  if (after !== '') return [removal(layout.between(unit.to, unit.to + after.length))];
  const before = /(?<!\s)\s+$/.exec(layout.text.slice(0, unit.from))?.[0] ?? '';
  return before === '' ? [] : [removal(layout.between(unit.from - before.length, unit.from))];
}

function removal(span: Span): Edit {
  return { ...span, newText: '' };
}

/** Removals that touch become one, and so do insertions at one place, in order. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  const removals = edits.filter(edit => edit.newText === '').sort((a, b) => a.start - b.start);
  const result: Edit[] = [];
  for (const edit of removals) {
    const last = result[result.length - 1];
    if (last !== undefined && last.uri === edit.uri && edit.start <= last.end)
      result[result.length - 1] = { ...last, end: Math.max(last.end, edit.end) };
    else result.push(edit);
  }
  for (const edit of edits.filter(each => each.newText !== '')) {
    const same = result.findIndex(other => other.uri === edit.uri && other.start === edit.start && other.end === edit.end);
    const other = result[same];
    if (other === undefined) result.push(edit);
    else result[same] = { ...other, newText: other.newText + edit.newText };
  }
  return result;
}
