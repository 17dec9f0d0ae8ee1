import type { Span, Uri } from '../../span';
import { type MappedText, textBuilder } from '../../text-map';

/** Text that stands in another notation's string: YAML, JSON, BAML. */
export interface EmbeddedText {
  /** Decoded, with its source. */
  readonly text: MappedText;
  /** The string's content in the source, without quotes and header. */
  readonly span: Span;
  /** Each line of the text is a line of the source, so lines can change places. */
  readonly ownLines: boolean;
}

/** Decoded text of which only the whole has a source. */
export function wholeText(uri: Uri, text: string, start: number, length: number): MappedText {
  const built = textBuilder(uri);
  // Two runs of unequal lengths: equal ones would say that the source stands there as it is.
  built.add(text.slice(0, 1), start, length === 1 ? 0 : length);
  if (text.length > 1) built.add(text.slice(1), start + length, 0);
  return built.build();
}
