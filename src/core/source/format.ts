import type { Edit, Refusal } from './edit';
import type { PromptMessage } from './prompt-document';
import type { Span, Uri } from './span';
import type { PromptSummary } from './summary';

/** What a prompt-file format brings. One file each in `formats/`. */
export interface PromptFormat {
  readonly id: string;
  readonly name: string;
  /** File endings with the dot, in lower case (`.prompty`), that settle the format; empty: other signs do. */
  readonly endings: readonly string[];
  /** Globs that settle it where the ending doesn't, such as the name `AGENTS.md` in any folder. */
  readonly globs?: readonly string[];
  /** Endings that settle it among the files that the user's globs choose (`.j2`); `''` is any file. */
  readonly chosenEndings?: readonly string[];
  /** For names that say too little (`.yaml`, `.json`). */
  readonly claims?: ContentClaim;
  /** Total: a head that is not YAML is a problem of the summary, and the body is still read. */
  read(uri: Uri, text: string): PromptSummary;
  /** What another file's text is in a prompt of this format: see `Include`. One message without a role is put into the including one; undefined: not to be read so. */
  readIncluded?(uri: Uri, text: string, template: string): readonly PromptMessage[] | undefined;
  /** Writes the output cap into the head; refused where the format has no cap. */
  setOutputCap(text: string, summary: PromptSummary, tokens: number): readonly Edit[] | Refusal;
  /** Adds entries to the head; undefined: the format has no head for what the model is asked beside its messages. */
  addToHead?(text: string, summary: PromptSummary, entries: readonly HeadEntry[]): readonly Edit[] | Refusal;
  /** Moves whole lines (source offsets) of one message behind its last line. */
  moveToEndOfMessage(text: string, summary: PromptSummary, stretch: Span): readonly Edit[] | Refusal;
}

/** What is to stand at a path of keys, as plain data. */
export interface HeadEntry {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** How a format is known by its content. */
interface ContentClaim {
  /** What its text holds at least, all of them: searched before anything is parsed, so cheap on anything else. No flags but `m`. */
  readonly traces: readonly RegExp[];
  /** Asked only of a text with all traces: whether it is of this format. */
  hold(uri: Uri, text: string): boolean;
}
