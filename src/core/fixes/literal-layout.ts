import type { Span } from '../source/span';
import type { ValueOf } from '../source/values';

/** Stands for an interpolated value in decoded text. */
const OPAQUE = '\uFFFC';

/** One string literal as the model sees it, every character with its source. Interpolations are one opaque character each. */
export interface LiteralLayout {
  readonly text: string;
  /** Source range of decoded [from, to). */
  source(from: number, to: number): Span;
  /** Source between the characters around decoded [from, to): indentation that a dedent left out is part of it. */
  between(from: number, to: number): Span;
  /** Offset of the opaque character that stands for a part; undefined when the part is text of this literal. */
  opaqueOf(part: number): number | undefined;
}

/** `body`: the source between the quotes, `source` the whole file. Interpolations that touch count as one. */
export function layoutOf(source: string, literal: ValueOf<'template'>, body: Span): LiteralLayout {
  const starts: number[] = [];
  const ends: number[] = [];
  const opaques = new Map<number, number>();
  let text = '';
  let position = body.start;
  let gap = false;
  const closeGap = (until: number) => {
    if (!gap) return;
    text += OPAQUE;
    // White space beside the brackets belongs to the text, where a dedent or a strip has left it out.
    const written = source.slice(position, until);
    starts.push(position + written.length - written.trimStart().length);
    ends.push(position + written.trimEnd().length);
    gap = false;
  };
  for (const [index, part] of literal.parts.entries()) {
    if (part.kind !== 'text' || part.text.uri !== body.uri || !isInside(part.text.runs, body)) {
      opaques.set(index, text.length);
      gap = true;
      continue;
    }
    for (const run of part.text.runs) {
      closeGap(run.source);
      for (let at = 0; at < run.length; at++) {
        const verbatim = run.length === run.sourceLength;
        starts.push(verbatim ? run.source + at : run.source);
        ends.push(verbatim ? run.source + at + 1 : run.source + run.sourceLength);
      }
      text += part.text.text.slice(run.at, run.at + run.length);
      position = run.source + run.sourceLength;
    }
  }
  closeGap(body.end);
  return {
    text,
    source: (from, to) => ({
      uri: body.uri,
      start: starts[from] ?? body.end,
      end: to > from ? (ends[to - 1] ?? body.end) : (starts[from] ?? body.end),
    }),
    between: (from, to) => ({
      uri: body.uri,
      start: ends[from - 1] ?? starts[from] ?? body.start,
      end: starts[to] ?? ends[to - 1] ?? body.end,
    }),
    opaqueOf: part => opaques.get(part),
  };
}

function isInside(runs: readonly { readonly source: number; readonly sourceLength: number }[], body: Span): boolean {
  return runs.every(run => body.start <= run.source && run.source + run.sourceLength <= body.end);
}
