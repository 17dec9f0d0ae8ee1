import type { Problem } from '../../summary';
import type { MappedText } from '../../text-map';
import { type Expanded, expand, type SignalOf } from './expand';
import type { Item } from './item';
import type { Lexed, Token } from './tag';

/**
 * Expands a template that stands in another notation's string: it is lexed as decoded text, and everything found is given
 * its place in the source.
 */
export function expandInString(mapped: MappedText, lexed: Lexed, signalOf?: SignalOf): Expanded {
  const places = placesOf(mapped);
  const expanded = expand(mapped.uri, mapped.text, lexed, signalOf);
  const items = expanded.items.flatMap((item): readonly Item[] => {
    if (item.kind === 'text') {
      if (item.text.length === item.sourceLength) return places.parts(item.source, item.source + item.sourceLength);
      const at = places.span(item.source, item.source + item.sourceLength);
      return [{ ...item, source: at.start, sourceLength: at.end - at.start }];
    }
    const at = places.span(...ends(item.kind === 'hole' ? item.hole.at : item.at));
    if (item.kind === 'hole') return [{ kind: 'hole', hole: { ...item.hole, at } }];
    return [{ ...item, at, ...(item.hole === undefined ? {} : { hole: { ...item.hole, at } }) }];
  });
  const problems = expanded.problems.map((problem): Problem => ({ ...problem, at: places.span(...ends(problem.at)) }));
  return { items, problems };
}

/** The tokens of such a template at their places in the source. */
export function tokensInSource(mapped: MappedText, lexed: Lexed): readonly Token[] {
  const places = placesOf(mapped);
  return lexed.tokens.map(token => {
    const { start, end } = places.span(token.start, token.end);
    return { ...token, start, end };
  });
}

/** Text within text: `inner`'s offsets are of `outer`'s decoded text (a JSON document in a YAML string). */
export function composed(inner: MappedText, outer: MappedText): MappedText {
  const places = placesOf(outer);
  const runs = inner.runs.flatMap(run => {
    const shown = inner.text.slice(run.at, run.at + run.length);
    if (run.length !== run.sourceLength) {
      const at = places.span(run.source, run.source + run.sourceLength);
      return [{ at: run.at, length: run.length, source: at.start, sourceLength: at.end - at.start }];
    }
    let offset = run.at;
    return places.parts(run.source, run.source + shown.length).map(part => {
      const placed = { at: offset, length: part.text.length, source: part.source, sourceLength: part.sourceLength };
      offset += part.text.length;
      return placed;
    });
  });
  return { text: inner.text, uri: outer.uri, runs };
}

function ends(span: { readonly start: number; readonly end: number }): readonly [number, number] {
  return [span.start, span.end];
}

/** Offsets of decoded text in the source; found by halving, since a template may have thousands of tags. */
export function placesOf(mapped: MappedText) {
  const { runs, uri } = mapped;
  /** The run that holds this offset, or the last one before it. */
  const runAt = (offset: number) => {
    let [low, high] = [0, runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const startOf = (offset: number) => {
    const run = runs[runAt(offset)];
    if (run === undefined) return 0;
    return run.length === run.sourceLength ? run.source + offset - run.at : run.source;
  };
  const endOf = (offset: number) => {
    const run = runs[runAt(Math.max(0, offset - 1))];
    if (run === undefined) return 0;
    return run.length === run.sourceLength ? run.source + offset - run.at : run.source + run.sourceLength;
  };
  return {
    span(from: number, to: number) {
      const start = startOf(from);
      return { uri, start, end: Math.max(start, to === from ? start : endOf(to)) };
    },
    /** A stretch of the decoded text, cut where its source has gaps or escapes. */
    parts(from: number, to: number) {
      const parts: { readonly kind: 'text'; readonly text: string; readonly source: number; readonly sourceLength: number }[] = [];
      for (let index = runAt(from); index < runs.length; index++) {
        const run = runs[index];
        if (run === undefined || run.at >= to) break;
        const [start, end] = [Math.max(from, run.at), Math.min(to, run.at + run.length)];
        if (start >= end) continue;
        const text = mapped.text.slice(start, end);
        const verbatim = run.length === run.sourceLength;
        const source = verbatim ? run.source + start - run.at : run.source;
        parts.push({ kind: 'text', text, source, sourceLength: verbatim ? text.length : run.sourceLength });
      }
      return parts;
    },
  };
}
