import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import { isRefusal } from '../source/edit';
import type { Span } from '../source/span';
import type { Hole } from '../source/values';
import { type Immovable, joinedUnits, type MovableUnit, movableUnit } from './movable-unit';
import { type MovePlan, refusal } from './move-plan';
import { splitPieces } from './split-pieces';
import type { Writers } from './writers';

/** In a prompt file whole lines move, to the end of their message. */
export function planMove(site: CallSite, segment: Segment, holes: readonly Hole[], writers: Writers): MovePlan | Immovable {
  if (holes.some(hole => hole.at.uri !== site.at.uri)) return { because: 'the text stands in another file. Move its line there by hand' };
  const prompt = writers.promptOf(site);
  const text = writers.textOf(site.at.uri);
  if (prompt === undefined || text === undefined) return { because: 'the prompt file can’t be edited' };
  const start = contentStart(segment);
  const message = text.slice(start, segment.at.end).replace(/\r/g, ' ');
  const units: MovableUnit[] = [];
  for (const hole of holes) {
    const unit = movableUnit(message, hole.at.start - start);
    if ('because' in unit) return unit;
    if (unit.kind === 'sentence') return { because: 'it shares its line with other text. Give it a line of its own' };
    units.push(unit);
  }
  const [unit, ...others] = joinedUnits(message, units);
  if (unit === undefined || others.length > 0)
    return { because: 'the values stand in several places. Move their lines to the end by hand' };
  const at: Span = { uri: site.at.uri, start: start + unit.from, end: start + unit.to };
  const edits = prompt.format.moveToEndOfMessage(text, prompt.summary, at);
  if (isRefusal(edits)) return refusal(edits);
  const { kept, taken } = splitPieces(segment.pieces, { ranges: [at] });
  const segments = site.request.segments.map(other => (other === segment ? { ...segment, pieces: [...kept, ...taken] } : other));
  return { site: { ...site, request: { ...site.request, segments } }, target: 'to the end of its message', taken, at, edits };
}

/** Behind the role marker. */
function contentStart({ pieces: [first], at }: Segment): number {
  return first?.kind === 'text' ? (first.text.runs[0]?.source ?? at.start) : (first?.at.start ?? at.start);
}
