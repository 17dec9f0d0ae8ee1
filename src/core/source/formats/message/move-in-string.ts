import type { Edit, Refusal } from '../../edit';
import type { Span, Uri } from '../../span';
import type { PromptSummary } from '../../summary';
import type { MappedText } from '../../text-map';
import type { EmbeddedText } from '../head/embedded-text';
import { tokensInSource } from '../template/in-string';
import type { Lexed } from '../template/tag';
import { moveLines } from './move-lines';

/** How a format keeps its prompts in strings. */
export interface StringsReader {
  read(uri: Uri, text: string): PromptSummary;
  /** Every string that holds a prompt, with its template language. */
  strings(uri: Uri, text: string): readonly PromptString[];
}

export interface PromptString {
  readonly embedded: EmbeddedText;
  lex(text: MappedText): Lexed;
}

/** Moves whole lines inside one string. Their indentation goes with them, which is right only where each line is its own. */
export function moveInString(text: string, summary: PromptSummary, stretch: Span, reader: StringsReader): readonly Edit[] | Refusal {
  const found = reader.strings(summary.uri, text).find(({ embedded: { span } }) => span.start <= stretch.start && stretch.end <= span.end);
  if (found === undefined) return { refused: 'These lines are not part of one message.' };
  const { embedded } = found;
  if (!embedded.ownLines)
    return { refused: 'This text is not written as a block of lines (such as `|` in YAML), so lines can not change places safely.' };
  return moveLines(text, summary, stretch, {
    read: (uri, changed) => reader.read(uri, changed),
    lex: () => ({ tokens: tokensInSource(embedded.text, found.lex(embedded.text)) }),
    within: embedded.span,
  });
}
