import type { Span, Uri } from './span';

/**
 * One run of decoded text and where it came from. Equal lengths: character by character. Unequal lengths: an escape
 * (`\n` is two source characters for one decoded), which only maps as a whole.
 */
interface Run {
  /** Offset in the decoded text. */
  readonly at: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

/** Decoded text that remembers its source. Runs are in order and cover the text; the source may have gaps (a dedent). */
export interface MappedText {
  readonly text: string;
  readonly uri: Uri;
  readonly runs: readonly Run[];
}

/** Text that stands in the source as it is, e.g. a prompt file's body. */
export function verbatim(uri: Uri, source: number, text: string): MappedText {
  return { text, uri, runs: text === '' ? [] : [{ at: 0, length: text.length, source, sourceLength: text.length }] };
}

/** Collects pieces of one document in reading order. */
export function textBuilder(uri: Uri) {
  const runs: Run[] = [];
  let text = '';
  return {
    /** `decoded` came from source characters [source, source + sourceLength). */
    add(decoded: string, source: number, sourceLength = decoded.length): void {
      if (decoded === '' && sourceLength === 0) return;
      const last = runs[runs.length - 1];
      const joins =
        last !== undefined &&
        last.length === last.sourceLength &&
        decoded.length === sourceLength &&
        last.source + last.sourceLength === source &&
        last.at + last.length === text.length;
      if (joins) runs[runs.length - 1] = { ...last, length: last.length + decoded.length, sourceLength: last.sourceLength + sourceLength };
      else runs.push({ at: text.length, length: decoded.length, source, sourceLength });
      text += decoded;
    },
    build(): MappedText {
      return { text, uri, runs };
    },
  };
}

/** A part of a text, with the places in the source that it stands at. */
export function sliceText(mapped: MappedText, from: number, to = mapped.text.length): MappedText {
  const built = textBuilder(mapped.uri);
  for (const run of mapped.runs) {
    const start = Math.max(from, run.at);
    const end = Math.min(to, run.at + run.length);
    if (start >= end) continue;
    if (run.length === run.sourceLength) built.add(mapped.text.slice(start, end), run.source + start - run.at);
    else built.add(mapped.text.slice(start, end), run.source, run.sourceLength);
  }
  return built.build();
}

/** Joins texts of the same document; undefined when they come from different ones. */
export function joinTexts(parts: readonly MappedText[]): MappedText | undefined {
  const first = parts[0];
  if (first === undefined || parts.some(part => part.uri !== first.uri)) return undefined;
  const built = textBuilder(first.uri);
  for (const part of parts)
    for (const run of part.runs) built.add(part.text.slice(run.at, run.at + run.length), run.source, run.sourceLength);
  return built.build();
}

/** The source range behind decoded [from, to); undefined for text with no source of its own (a computed string). */
export function toSource(mapped: MappedText, from: number, to: number): Span | undefined {
  const first = mapped.runs.find(run => from < run.at + run.length || (from === to && from <= run.at + run.length));
  const last = findLast(mapped.runs, run => run.at < to || (from === to && run.at <= to));
  if (first === undefined || last === undefined) return undefined;
  const start = first.length === first.sourceLength ? first.source + Math.max(0, from - first.at) : first.source;
  const end = last.length === last.sourceLength ? last.source + Math.min(last.length, to - last.at) : last.source + last.sourceLength;
  return { uri: mapped.uri, start, end: Math.max(start, end) };
}

function findLast<T>(items: readonly T[], matches: (item: T) => boolean): T | undefined {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index] as T;
    if (matches(item)) return item;
  }
  return undefined;
}
