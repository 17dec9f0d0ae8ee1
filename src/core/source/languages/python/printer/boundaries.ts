import type { MappedText } from '../../../text-map';
import type { Value } from '../../../values';
import type { LiteralShape } from '../literal-shape';

/** Whether a literal's body can be cut at a source offset: not inside of an escape or an interpolation. */
export function isBoundary(text: string, literal: Value, shape: LiteralShape, offset: number): boolean {
  if (offset === shape.bodyStart || offset === shape.bodyEnd) return true;
  if (backslashesBefore(text, shape, offset) % 2 === 1) return false;
  const parts = literal.kind === 'template' ? literal.parts : [literal];
  let from = shape.bodyStart;
  for (const part of parts) {
    if (part.kind !== 'text' || isInside(text, part, shape)) continue;
    const first = part.text.runs[0];
    const last = part.text.runs.at(-1);
    if (first === undefined || last === undefined) continue;
    if (offset < first.source) return isBetweenInterpolations(text, from, first.source, offset);
    if (offset <= last.source + last.sourceLength) return !cuts(part.text, offset);
    from = last.source + last.sourceLength;
  }
  return isBetweenInterpolations(text, from, shape.bodyEnd, offset);
}

/** `{value=}` writes its own source: text inside of an interpolation. */
function isInside(text: string, part: Value, shape: LiteralShape): boolean {
  return part.at.start > shape.bodyStart && text[part.at.start - 1] === '{';
}

function cuts(mapped: MappedText, offset: number): boolean {
  // A gap between runs is a line break that a backslash takes away.
  const around = mapped.runs.find(run => run.source <= offset && offset <= run.source + run.sourceLength);
  if (around === undefined) return true;
  return around.length !== around.sourceLength && around.source < offset && offset < around.source + around.sourceLength;
}

function isBetweenInterpolations(text: string, from: number, to: number, offset: number): boolean {
  let depth = 0;
  for (let index = from; index < offset; index++) depth += text[index] === '{' ? 1 : text[index] === '}' ? -1 : 0;
  return depth === 0 && (offset === from || offset === to || text[offset] === '{');
}

function backslashesBefore(text: string, shape: LiteralShape, offset: number): number {
  let count = 0;
  while (offset - count > shape.bodyStart && text[offset - count - 1] === '\\') count++;
  return count;
}
