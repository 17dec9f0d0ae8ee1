import type { Edit, Refusal } from './edit';
import type { Span, Uri } from './span';
import type { PromptSummary } from './summary';

/** What a prompt-file format brings. One file each in `formats/`. */
export interface PromptFormat {
  readonly id: string;
  readonly name: string;
  /** File endings with the dot, in lower case (`.prompty`); empty: files are chosen by the user's globs only. */
  readonly endings: readonly string[];
  /** Total: a head that is not YAML is a problem of the summary, and the body is still read. */
  read(uri: Uri, text: string): PromptSummary;
  /** Writes the output cap into the head; refused where the format has no cap. */
  setOutputCap(text: string, summary: PromptSummary, tokens: number): readonly Edit[] | Refusal;
  /** Moves whole lines (source offsets) of one message behind its last line. */
  moveToEndOfMessage(text: string, summary: PromptSummary, stretch: Span): readonly Edit[] | Refusal;
}
