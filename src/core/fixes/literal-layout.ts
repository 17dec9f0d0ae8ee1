import type { Span } from '../source/span';
import type { Value } from '../source/values';

/** Stands for an interpolated value in decoded text. */
export const OPAQUE = '\uFFFC';

/** One string literal as the model sees it, every character with its source. Interpolations are one opaque character each. */
export interface LiteralLayout {
  readonly text: string;
  /** Source range of decoded [from, to). */
  source(from: number, to: number): Span;
  /** Offset of the opaque character behind a source position; undefined when the position is not in this literal. */
  opaqueAt(position: number): number | undefined;
}

/** `body`: the source between the quotes. Interpolations that touch count as one. */
export function layoutOf(literal: Value, body: Span): LiteralLayout | undefined {
  const parts = literal.kind === 'template' ? literal.parts : literal.kind === 'text' ? [literal] : undefined;
  if (parts === undefined) return undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let position = body.start;
  let gap = false;
  const closeGap = (until: number) => {
    if (!gap) return;
    text += OPAQUE;
    starts.push(position);
    ends.push(until);
    gap = false;
  };
  for (const part of parts) {
    if (part.kind !== 'text' || part.text.uri !== body.uri || !isInside(part.text.runs, body)) {
      gap = true;
      continue;
    }
    for (const run of part.text.runs) {
      closeGap(run.source);
      for (let index = 0; index < run.length; index++) {
        const verbatim = run.length === run.sourceLength;
        starts.push(verbatim ? run.source + index : run.source);
        ends.push(verbatim ? run.source + index + 1 : run.source + run.sourceLength);
      }
      text += part.text.text.slice(run.at, run.at + run.length);
      position = run.source + run.sourceLength;
    }
  }
  closeGap(body.end);
  return {
    text,
    source: (from, to) => ({ uri: body.uri, start: starts[from] ?? body.end, end: to > from ? (ends[to - 1] ?? body.end) : (starts[from] ?? body.end) }),
    opaqueAt: wanted => {
      const index = starts.findIndex((start, at) => text[at] === OPAQUE && start <= wanted && wanted < (ends[at] ?? 0));
      return index < 0 ? undefined : index;
    },
  };
}

function isInside(runs: readonly { readonly source: number; readonly sourceLength: number }[], body: Span): boolean {
  return runs.every(run => body.start <= run.source && run.source + run.sourceLength <= body.end);
}
